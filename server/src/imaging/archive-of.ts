import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';

/** The facility's built-in archive; made at the first use. */
export async function archiveOf(tx: Tx, app: App): Promise<string> {
  const find = () =>
    tx
      .selectFrom('image_source')
      .select('id')
      .where('facility_id', '=', app.facilityId)
      .where('kind', '=', 'archive')
      .orderBy('name')
      .executeTakeFirst();
  const held = await find();
  if (held) return held.id;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`archive:${app.facilityId}`}, 0))`.execute(tx);
  const meanwhile = await find();
  if (meanwhile) return meanwhile.id;
  const id = randomUUID();
  await tx
    .insertInto('image_source')
    .values({
      id,
      facility_id: app.facilityId,
      kind: 'archive',
      name: 'Built-in archive',
      settings: JSON.stringify({ kind: 'archive' }),
    })
    .execute();
  return id;
}
