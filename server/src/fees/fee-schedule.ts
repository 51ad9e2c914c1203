import { randomUUID } from 'node:crypto';
import {
  calendarDate,
  type FeeSchedule,
  type Outcome,
  ok,
  refuse,
  type ScheduleRefusal,
  validateFeeSchedule,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { PublicActor, StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { firstCopyFreeCite } from './first-copy.ts';
import { byRule, type RuleRefusal } from './quote-again.ts';

/** As the contract speaks of it: absent prices are absent, the day of the average is a plain date. */
type ScheduleView = Omit<FeeSchedule, Optional | 'chargeTheLower'> & {
  chargeTheLower: boolean;
  averageBasis?: { derivation: string; on: string } | undefined;
  thirdParty?: { electronicCopyCents: number; hardCopySheetCents: number } | undefined;
  paperSheetCents?: number | undefined;
  paperPageCents?: number | undefined;
  promiseCents?: number | undefined;
};
type Optional = 'averageBasis' | 'thirdParty' | 'paperSheetCents' | 'paperPageCents' | 'promiseCents';
type Rules = {
  methods: string[];
  methodsCite: string;
  flatCapCents: number;
  flatCapCite: string;
  freeCite: string;
  firstCopyFreeCite: string | null;
};

/** What copies cost here, for everybody to read before they ask (HHS guidance: the fee schedule is public). */
export async function readFeeSchedule(
  app: App,
  _actor: PublicActor,
): Promise<Outcome<{ schedule: ScheduleView; rules: Rules; since: string | null }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, facility.today);
  const edition = await app.db
    .selectFrom('fee_schedule_edition')
    .select('set_at')
    .where('facility_id', '=', app.facilityId)
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { feeMethods, flatCapCents, chargeable } = pack;
  return ok({
    schedule: { ...facility.feeSchedule, chargeTheLower: facility.feeSchedule.chargeTheLower !== false },
    rules: {
      methods: [...feeMethods.value],
      methodsCite: feeMethods.cite,
      flatCapCents: flatCapCents.value,
      flatCapCite: flatCapCents.cite,
      freeCite: chargeable.cite,
      firstCopyFreeCite: firstCopyFreeCite(pack),
    },
    since: edition?.set_at.toISOString() ?? null,
  });
}

/** Where on the form the broken rule stands. */
const pointers: Record<ScheduleRefusal['code'], string> = {
  'flat-over-cap': '/flatCents',
  'method-not-in-force': '/method',
  'average-without-basis': '/averageBasis',
  'not-whole-cents-or-minutes': '/flatCents',
};

/** New prices for what is asked from today on; quotes that people were told stay as they are. */
export async function changeFeeSchedule(
  app: App,
  actor: StaffActor,
  input: ScheduleView,
): Promise<Outcome<null, RuleRefusal<ScheduleRefusal['code']>>> {
  const facility = await readFacilityFacts(app.db, app);
  const { averageBasis, thirdParty, paperSheetCents, paperPageCents, promiseCents, ...prices } = input;
  const schedule: FeeSchedule = {
    ...prices,
    ...(paperSheetCents === undefined ? {} : { paperSheetCents }),
    ...(paperPageCents === undefined ? {} : { paperPageCents }),
    ...(promiseCents === undefined ? {} : { promiseCents }),
    ...(averageBasis ? { averageBasis: { ...averageBasis, on: calendarDate(averageBasis.on) } } : {}),
    ...(thirdParty ? { thirdParty } : {}),
  };
  const checked = validateFeeSchedule(schedule, packFor(facility, facility.today));
  if (!checked.ok) return refuse(byRule(pointers[checked.refusal.code], checked.refusal));
  return transaction(app.db, async (tx) => {
    const text = JSON.stringify(checked.value);
    await tx.updateTable('facility').set({ fee_schedule: text }).where('id', '=', app.facilityId).execute();
    const edition = { id: randomUUID(), facility_id: app.facilityId, schedule: text };
    await tx
      .insertInto('fee_schedule_edition')
      .values({ ...edition, set_by: actor.staffId, set_at: app.now() })
      .execute();
    await appendAudit(tx, app, {
      type: 'fee-schedule.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { editionId: edition.id, method: schedule.method, flatCents: schedule.flatCents },
    });
    return ok(null);
  });
}
