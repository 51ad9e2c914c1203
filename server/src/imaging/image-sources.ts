import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { SourceSettings } from '../store/records.ts';

type SourceRow = {
  id: string;
  kind: 'archive' | 'dicomweb';
  name: string;
  baseUrl: string | null;
  enabled: boolean;
};
type FieldRefusal = { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/** Waits that a slow PACS needs, and as many connections as an old one stands. */
const USUAL = { timeoutMs: 30_000, maxConcurrent: 4 };

export async function listImageSources(app: App, _actor: StaffActor): Promise<Outcome<{ rows: SourceRow[] }, never>> {
  const rows = await app.db
    .selectFrom('image_source')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .orderBy('kind')
    .orderBy('name')
    .execute();
  return ok({
    rows: rows.map(({ id, kind, name, settings, enabled }) => ({
      id,
      kind,
      name,
      baseUrl: baseUrlOf(settings),
      enabled,
    })),
  });
}

function baseUrlOf(settings: SourceSettings): string | null {
  return settings.kind === 'dicomweb' ? settings.baseUrl : null;
}

export function addImageSource(
  app: App,
  actor: StaffActor,
  input: { name: string; baseUrl: string },
): Promise<Outcome<{ imageSourceId: string }, FieldRefusal>> {
  return transaction(app.db, async (tx) => {
    const wrong = wrongAddress(input.baseUrl) ?? (await nameTaken(tx, app, input.name, null));
    if (wrong) return refuse(wrong);
    const imageSourceId = randomUUID();
    const settings: SourceSettings = { kind: 'dicomweb', baseUrl: input.baseUrl.replace(/\/+$/, ''), ...USUAL };
    await tx
      .insertInto('image_source')
      .values({
        id: imageSourceId,
        facility_id: app.facilityId,
        kind: 'dicomweb',
        name: input.name,
        settings: JSON.stringify(settings),
      })
      .execute();
    await account(tx, app, actor, imageSourceId, 'added');
    return ok({ imageSourceId });
  });
}

export function updateImageSource(
  app: App,
  actor: StaffActor,
  input: { imageSourceId: string; name: string; baseUrl?: string | undefined; enabled: boolean },
): Promise<Outcome<null, FieldRefusal | { code: 'not-found' }>> {
  return transaction(app.db, async (tx) => {
    const source = await tx
      .selectFrom('image_source')
      .select('settings')
      .where('id', '=', input.imageSourceId)
      .where('facility_id', '=', app.facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!source) return refuse({ code: 'not-found' });
    const wrong =
      (input.baseUrl === undefined ? undefined : wrongAddress(input.baseUrl)) ??
      (await nameTaken(tx, app, input.name, input.imageSourceId));
    if (wrong) return refuse(wrong);
    const { settings } = source;
    const moved = settings.kind === 'dicomweb' && input.baseUrl !== undefined;
    const changed = moved ? { ...settings, baseUrl: input.baseUrl?.replace(/\/+$/, '') } : settings;
    await tx
      .updateTable('image_source')
      .set({ name: input.name, enabled: input.enabled, settings: JSON.stringify(changed) })
      .where('id', '=', input.imageSourceId)
      .execute();
    await account(tx, app, actor, input.imageSourceId, input.enabled ? 'changed' : 'switched-off');
    return ok(null);
  });
}

/** Passwords do not belong into an address, nor does a query; which addresses are dialled is decided at each call. */
function wrongAddress(baseUrl: string): FieldRefusal | undefined {
  const url = new URL(baseUrl);
  if (url.username === '' && url.password === '' && url.search === '' && url.hash === '') return undefined;
  const message = 'The address ends with its path: no user name, no question mark, no #.';
  return { code: 'invalid-input', fields: [{ pointer: '/baseUrl', message }] };
}

async function nameTaken(tx: Tx, app: App, name: string, except: string | null): Promise<FieldRefusal | undefined> {
  const held = await tx
    .selectFrom('image_source')
    .select('id')
    .where('facility_id', '=', app.facilityId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!held || held.id === except) return undefined;
  return { code: 'invalid-input', fields: [{ pointer: '/name', message: 'Another image source has this name.' }] };
}

function account(tx: Tx, app: App, actor: StaffActor, imageSourceId: string, change: string): Promise<void> {
  return appendAudit(tx, app, {
    type: 'source.changed',
    outcome: 'success',
    actor,
    accessRequestId: null,
    objects: { imageSourceId, change },
  });
}
