import {
  accessReturns,
  breachDatesUnder,
  calendarDate,
  clinicianMayOpen,
  type DenialGround,
  decideReview,
  groundConditions,
  holdCodesFor,
  keepUntil,
  notGroundsUnder,
  objectKind,
  ok,
  type Pack,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { readReleaseMaterial } from '../releases/release-material.ts';
import { readAssessments } from './assess-breach.ts';
import { decidedDenial, readDenialCase } from './denial-record.ts';
import { handFor, isHand } from './hand.ts';
import { holdAsked } from './hold-asked.ts';
import { openHolds, readLetOpen } from './open-holds.ts';
import { embargoOf } from './report-embargo.ts';
import { type RequestCase, readRequestCase } from './request-case.ts';

const beforeRelease = ['received', 'searching', 'matched', 'granted', 'retrieving', 'checking'];
const reopens = [
  'given',
  'given-in-part',
  'none-found',
  'none-to-give',
  'not-maintained',
  'identity-not-shown',
  'not-theirs',
];

/** What may be decided for each exam, by whom, on what grounds, and what was decided: the whole panel. */
export async function readDeterminations(app: App, actor: StaffActor, { requestId }: { requestId: string }) {
  const found = await readRequestCase(app.db, app, requestId);
  if (!found) return refuse({ code: 'not-found' as const });
  const { items, pack, facility } = found;
  const [series, denials, holds, withdrawal, releases] = await Promise.all([
    readSeries(app, requestId),
    readDenials(app, actor, found),
    openHolds(app.db, requestId, facility.today),
    readWithdrawal(app, found),
    readReleases(app, found),
  ]);
  return ok({
    exams: items.map((item) => ({
      examItemId: item.id,
      mayDeny:
        beforeRelease.includes(item.state) && !denials.some((one) => one.item === item.id && one.state === 'proposed'),
      mayReopen: item.state === 'closed' && reopens.includes(item.outcome ?? ''),
      series: item.state === 'checking' ? (series.get(item.id) ?? []) : [],
      denials: denials.filter((one) => one.item === item.id),
    })),
    grounds: pack.denialGrounds.map((ground) => groundView(found, ground)),
    notGrounds: notGroundsUnder(pack).map(({ reason, instead = null, letter = null, cite }) => ({
      reason,
      instead,
      letter,
      cite,
    })),
    holds: holds.map((hold) => ({
      id: hold.id,
      code: hold.code,
      title: pack.holdCodes.find(({ code }) => code === hold.code)?.title ?? hold.code,
      holds: hold.holds,
      from: hold.from_day,
      until: hold.until_day,
      opensAt: hold.opens_at?.toISOString() ?? null,
      clinicianMayOpen: mayOpen(pack, hold.brought.statute),
      setBy: hold.set_by_name,
      setAt: hold.set_at.toISOString(),
      why: hold.why,
    })),
    letOpen: await readLetOpen(app.db, requestId),
    holdCodes: holdCodesFor(pack, holdAsked(found.request)).map(({ code, title, demands, cite }) => ({
      code,
      title,
      demands: [...demands],
      cite,
    })),
    embargoes: pack.embargoes
      .filter(({ conf }) => conf !== 'low')
      .map(({ id, covers, cite }) => ({ id, covers, cite })),
    neverHolds: pack.unlawfulHolds.map(({ code, sentence, cite }) => ({ code, sentence, cite })),
    withdrawal,
    releases,
    privacyOfficer: actor.privacyOfficer,
    tollFreeWanted: pack.complaintRoute.value === 'hhs-ocr',
  });
}

function mayOpen(pack: Pack, statute: string | undefined): boolean {
  const embargo = embargoOf(pack, statute);
  return embargo !== undefined && clinicianMayOpen(embargo);
}

function groundView({ pack }: RequestCase, { code, ground, cite, reviewable, onlyForRepresentative }: DenialGround) {
  return {
    code,
    ground,
    cite,
    reviewable,
    hand: handFor(pack, code),
    conditions: [...(groundConditions[code] ?? [])],
    onlyForRepresentative: onlyForRepresentative === true,
    returns: accessReturns[code] ?? null,
  };
}

/** What a part of an exam can be: its series, as the pictures came. */
async function readSeries(app: App, requestId: string) {
  const material = await readReleaseMaterial(app.db, app, requestId);
  const bySeries = new Map<string, ReturnType<typeof emptySeries>[]>();
  for (const study of material?.studies ?? []) {
    const all = bySeries.get(study.examItemId) ?? [];
    bySeries.set(study.examItemId, all);
    for (const { sopInstanceUid, seriesInstanceUid, sopClassUid, header } of study.held) {
      const known = all.find((one) => one.seriesInstanceUid === seriesInstanceUid);
      const one = known ?? emptySeries(seriesInstanceUid, header.seriesNumber, header.seriesDescription);
      if (!known) all.push(one);
      const kind = objectKind({ sopClassUid, numberOfFrames: header.numberOfFrames });
      one[kind === 'still' ? 'stills' : kind === 'clip' ? 'clips' : 'others'] += 1;
      one.sopInstanceUids.push(sopInstanceUid);
    }
  }
  return bySeries;
}

function emptySeries(seriesInstanceUid: string, number: number | null, label: string | null) {
  return { seriesInstanceUid, number, label, stills: 0, clips: 0, others: 0, sopInstanceUids: [] as string[] };
}

async function readDenials(app: App, actor: StaffActor, found: RequestCase) {
  const rows = await app.db
    .selectFrom('denial')
    .select('id')
    .where(
      'exam_item_id',
      'in',
      found.items.map(({ id }) => id),
    )
    .orderBy('proposed_at')
    .execute();
  return Promise.all(rows.map(({ id }) => denialView(app, actor, found, id)));
}

async function denialView(app: App, actor: StaffActor, { pack, facility }: RequestCase, denialId: string) {
  const found = await readDenialCase(app.db, app, denialId);
  if (!found) throw new Error('a denial of this request was read');
  const { denial } = found;
  const hand = handFor(pack, denial.ground);
  const review = await reviewView(app, actor, found);
  const returnsOn = denial.access_returns_on;
  const denied = denial.decision === 'denied-in-whole' || denial.decision === 'denied-in-part';
  return {
    item: found.item.id,
    id: denial.id,
    ground: denial.ground,
    basis: denial.basis,
    withheld: denial.withheld.join(', '),
    withheldFiles: denial.withheld_objects.length,
    withholdsReport: denial.withholds_report,
    state: review?.result === 'overturned' ? ('overturned' as const) : (denial.decision ?? ('proposed' as const)),
    proposedBy: denial.proposer,
    proposedAt: denial.proposed_at.toISOString(),
    decidedBy: denial.decider,
    decidedAt: denial.decided_at?.toISOString() ?? null,
    hand,
    mayDecide: isHand(actor, hand),
    reviewable: pack.denialGrounds.find(({ code }) => code === denial.ground)?.reviewable === true,
    accessReturnsOn: returnsOn,
    accessHasReturned: denied && returnsOn !== null && returnsOn <= facility.today,
    letterId: denial.letter_id,
    why: decidedDenial(found) ? [decidedDenial(found)?.why].flatMap((one) => one ?? []) : [],
    review,
  };
}

async function reviewView(app: App, actor: StaffActor, found: NonNullable<Awaited<ReturnType<typeof readDenialCase>>>) {
  const row = await app.db
    .selectFrom('denial_review')
    .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
    .leftJoin('staff', 'staff.id', 'review_decision.reviewer')
    .select(['denial_review.id', 'channel', 'asked_on', 'result', 'decided_on', 'staff.display_name'])
    .where('denial_id', '=', found.denial.id)
    .executeTakeFirst();
  const denial = decidedDenial(found);
  if (!row || !denial) return null;
  const askedOn = calendarDate(row.asked_on);
  const review = (reviewer: { name: string; licensed: boolean }, tookPart: string[]) =>
    decideReview({ denial, tookPart, askedOn, reviewer }, found.pack, clockFactsOf(found.request.received_on));
  const mine = review({ name: actor.displayName, licensed: actor.licensedAs !== null }, [found.denial.proposer]);
  // The day is the same for whoever decides; somebody who took no part stands in for asking it.
  const anybody = review({ name: '-', licensed: true }, []);
  return {
    id: row.id,
    channel: row.channel,
    askedOn: row.asked_on,
    decideBy: anybody.ok ? anybody.value.decideBy : row.asked_on,
    mayDecide: mine.ok,
    unfit: !mine.ok && mine.refusal.code === 'reviewer-unfit' ? [...mine.refusal.lacks] : [],
    result: row.result,
    reviewer: row.display_name,
    decidedOn: row.decided_on,
  };
}

async function readWithdrawal(app: App, { request, pack }: RequestCase) {
  const row = await app.db
    .selectFrom('withdrawal')
    .select(['withdrawn_on', 'channel'])
    .where('access_request_id', '=', request.id)
    .executeTakeFirst();
  if (!row) return null;
  const until = keepUntil(pack, 'access-file', calendarDate(row.withdrawn_on));
  return { withdrawnOn: row.withdrawn_on, channel: row.channel, keepUntil: until?.on ?? null };
}

async function readReleases(app: App, { request, pack }: RequestCase) {
  const rows = await app.db
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select(['release.id', 'release.approved_at', 'incident.what', 'incident.discovered_on', 'incident.why'])
    .select('incident.id as incidentId')
    .where('release.access_request_id', '=', request.id)
    .orderBy('release.approved_at')
    .execute();
  const assessments = await readAssessments(
    app.db,
    rows.flatMap(({ incidentId }) => incidentId ?? []),
  );
  return rows.map(({ id, approved_at, what, discovered_on, why, incidentId }) => {
    const dates =
      discovered_on && breachDatesUnder(pack, calendarDate(discovered_on), { people: 1 }, clockFactsOf(discovered_on));
    const { individualBy = '', authorityBy = '' } = dates || {};
    const incident =
      what && discovered_on && why && incidentId
        ? {
            id: incidentId,
            what,
            discoveredOn: discovered_on,
            individualBy,
            authorityBy,
            authority: pack.complaintRoute.value,
            why,
            assessment: assessments.get(incidentId) ?? null,
          }
        : null;
    return { id, approvedAt: approved_at.toISOString(), incident };
  });
}
