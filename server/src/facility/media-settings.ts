import { randomUUID } from 'node:crypto';
import { calendarDateIn, type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Db, transaction } from '../store/database.ts';

export type MediaSettings = {
  /** Is the patient's name printed on a disc unless somebody says otherwise for that disc? */
  nameOnDisc: boolean;
  /** What a blank of the facility holds, in MB (10^6 bytes). */
  cdMegabytes: number;
  dvdMegabytes: number;
};

/**
 * No name: a disc that is lost tells a stranger nothing, and its reference is enough to find whose it is. 737 MB is a
 * CD of 80 minutes (ECMA-394), 4,700 MB what the smallest single-layer DVD surely holds (ECMA-349).
 */
const atFirst: MediaSettings = { nameOnDisc: false, cdMegabytes: 737, dvdMegabytes: 4700 };

/** The newest choice of this facility, or what one starts with. */
export async function readMediaSettings(db: Db, app: App): Promise<MediaSettings & { decidedAt: Date | null }> {
  const row = await db
    .selectFrom('media_settings')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { ...atFirst, decidedAt: null };
  const { name_on_disc: nameOnDisc, cd_megabytes: cdMegabytes, dvd_megabytes: dvdMegabytes } = row;
  return { nameOnDisc, cdMegabytes, dvdMegabytes, decidedAt: row.decided_at };
}

/** What the settings page shows. */
export async function showMediaSettings(app: App, _actor: StaffActor) {
  const { time_zone } = await app.db
    .selectFrom('facility')
    .select('time_zone')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { decidedAt, ...settings } = await readMediaSettings(app.db, app);
  return ok({
    ...settings,
    atFirst,
    decidedOn: decidedAt && (calendarDateIn(time_zone, decidedAt.getTime()) as string),
  });
}

/** From now on discs are made and labelled like this. */
export function chooseMediaSettings(app: App, actor: StaffActor, chosen: MediaSettings): Promise<Outcome<null, never>> {
  return transaction(app.db, async (tx) => {
    const id = randomUUID();
    await tx
      .insertInto('media_settings')
      .values({
        id,
        facility_id: app.facilityId,
        name_on_disc: chosen.nameOnDisc,
        cd_megabytes: chosen.cdMegabytes,
        dvd_megabytes: chosen.dvdMegabytes,
        decided_by: actor.staffId,
        decided_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'media-settings.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { mediaSettingsId: id, ...chosen },
    });
    return ok(null);
  });
}
