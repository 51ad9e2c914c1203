import {
  authorityShown,
  calendarDate,
  calendarDateIn,
  directiveDue,
  isMinorOn,
  isTestedByExam,
  type LawSources,
  maySeeExam,
  type Outcome,
  ok,
  openAnswer,
  refuse,
  type SharedPicture,
  whoseRecord,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { packFor } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import { decideUnidentified } from './answer-unidentified.ts';
import { evidenceFor } from './evidence-asked.ts';
import type { DeliveryInstrument } from './instruments.ts';
import { identityPause, type LackFile, lettersDue } from './lack-letter.ts';
import type { AuthorityFile } from './read-authority.ts';
import { readLackFile } from './read-lack-file.ts';
import { mayBeToldAsFamily } from './tell-family.ts';

/** Who asks by what right, as the desk judges it: claimed, needed, seen, judged, and for which exams it holds. */
export async function readAuthorityCard(app: App, _actor: StaffActor, { requestId }: { requestId: string }) {
  const file = await readLackFile(app.db, app, requestId);
  if (!file) return refuse({ code: 'not-found' as const });
  const { request, authority, instruments } = file;
  const shown = authorityShown(authority.facts);
  const { requester_is: asker } = request;
  const goesTo = instruments.some(({ state }) => state !== 'not-needed') ? 'third-party' : 'asker';
  const bornOn = authority.facts.patient.bornOn;
  const claim = authority.facts.authority;
  const { patient, law, today } = authority.facts;
  const known = {
    emancipated: !isMinorOn(patient, law, today) && isMinorOn({ bornOn }, law, today),
    identityProved: file.identityProved,
    relationshipOnFile: claim.kind === 'parent' && claim.relationship !== undefined,
  };
  const wish = { asker, bornOn, goesTo, copy: 'electronic' } as const;
  const asked = evidenceFor(wish, file.facility.today, law, known);
  return ok({
    requesterIs: asker,
    basis: request.requester_basis,
    shown: shown.ok,
    cite: shown.ok ? shown.value.why.cite : null,
    refusal: shown.ok ? null : refusalView(shown.refusal),
    evidence: asked.evidence,
    papers: await readPapers(app, requestId),
    judgement: judgementView(authority),
    cites: citesOf(law.sources),
    mayBeEmancipated: asker !== 'self' && isMinorOn({ bornOn }, law, today),
    emancipation: emancipationView(authority),
    notTreated: refusalRowView(authority),
    records: recordsOf(file),
    mayTellFamily: mayBeToldAsFamily(authority),
    toldFamily: await readToldFamily(app, requestId),
    exams: isTestedByExam(authority.facts) ? authority.exams.map((exam) => examView(exam, authority)) : [],
    instruments: instruments
      .filter(({ recipient }) => recipient.who === 'third-party')
      .map((one) => instrumentView(file, one)),
    waits: await readWaits(app, requestId),
    letters: lettersDue(file),
    pauseAsks: identityPause(file)?.onlyIf ?? null,
    unidentified: unidentifiedView(file, await decideUnidentified(app.db, file)),
  });
}

function citesOf(sources: LawSources) {
  return {
    ofAge: sources['of-age'],
    family: sources.family,
    endangerment: sources.endangerment,
    revoked: sources['authorization/revoked'],
    notValid: sources['authorization-valid'],
  };
}

function unidentifiedView({ clock }: LackFile, decision: Awaited<ReturnType<typeof decideUnidentified>>) {
  if (!decision) return null;
  const still = !decision.ok && decision.refusal.code === 'still-time' ? decision.refusal.notBefore : null;
  const closes = openAnswer(clock.pack, 'OD-21').setting === 'answer-and-close';
  return { asked: decision.ok || still !== null, notBefore: still, closes };
}

/** The same for the person: what is still to be shown, and what waits for their signature. No exam is named. */
export async function readMyAuthority(
  app: App,
  { accessRequestId }: RequesterActor,
): Promise<Outcome<MyAuthority, never>> {
  const file = await readLackFile(app.db, app, accessRequestId);
  if (!file) throw new Error('A session without its request');
  const shown = authorityShown(file.authority.facts);
  const lacking = !shown.ok && shown.refusal.code === 'authority-lacking' ? shown.refusal : undefined;
  return ok({
    requesterIs: file.request.requester_is,
    shown: shown.ok,
    lacks: lacking ? [...lacking.lacks] : [],
    papersThatWouldDo: shown.ok || !('wouldDo' in shown.refusal) ? [] : [...shown.refusal.wouldDo],
    papers: await readPapers(app, accessRequestId),
    directives: file.instruments
      .filter(({ recipient }) => recipient.who === 'third-party')
      .map((one) => instrumentView(file, one)),
  });
}

type MyAuthority = {
  requesterIs: RequesterIs;
  shown: boolean;
  lacks: { name: string; cite: string }[];
  papersThatWouldDo: string[];
  papers: Awaited<ReturnType<typeof readPapers>>;
  directives: ReturnType<typeof instrumentView>[];
};

type ShownRefusal = Extract<ReturnType<typeof authorityShown>, { ok: false }>['refusal'];

function refusalView(refusal: ShownRefusal) {
  const lacks = 'lacks' in refusal ? [...refusal.lacks] : [];
  const wouldDo: string[] = 'wouldDo' in refusal ? [...refusal.wouldDo] : [];
  return { code: refusal.code, lacks, wouldDo };
}

function judgementView({ judgement }: AuthorityFile) {
  if (!judgement) return null;
  const scope = [judgement.health_care && 'health-care', judgement.finances && 'finances'].filter(
    (one) => one !== false,
  );
  return {
    instrument: judgement.instrument,
    whatWasSeen: judgement.what_was_seen,
    scope,
    validFrom: judgement.valid_from,
    validUntil: judgement.valid_until,
    revokedOn: judgement.revoked_on,
    judgedBy: judgement.judged_by_name,
    judgedAt: judgement.judged_at.toISOString(),
  };
}

/** The record that stands; nothing where none was made, or the last one took it back. */
function emancipationView({ emancipation }: AuthorityFile) {
  if (!emancipation?.emancipated_on) return null;
  const { emancipated_on: on, what_was_seen: whatWasSeen, recordedBy, recorded_at } = emancipation;
  return { on, whatWasSeen, recordedBy, recordedAt: recorded_at.toISOString() };
}

function refusalRowView({ refusal }: AuthorityFile) {
  if (!refusal) return null;
  const { belief, reason, decided_by_name: decidedBy, decided_at } = refusal;
  return { belief, reason, decidedBy, decidedAt: decided_at.toISOString() };
}

function examView(exam: AuthorityFile['exams'][number], { facts }: AuthorityFile) {
  const { may, parent } = maySeeExam(facts, exam, exam.decision);
  return {
    examItemId: exam.examItemId,
    basis: exam.consentBasis ?? null,
    judged: exam.consentJudgement ? { by: exam.consentJudgement.by, at: exam.consentJudgement.at.toISOString() } : null,
    category: exam.category,
    minorWantsParent: exam.minorWantsParent ?? false,
    may,
    standing: parent?.kind ?? null,
    cite: parent?.why.cite ?? null,
    decision: exam.decision
      ? { give: exam.decision.give, reason: exam.decision.reason, decidedBy: exam.decision.decidedBy.name }
      : null,
  };
}

function instrumentView(
  { facility, clock, request }: Pick<LackFile, 'facility' | 'clock'> & { request: { received_on: string } },
  one: DeliveryInstrument,
) {
  const { askedDeliveryId, directiveId, kind, recipient, state, refusal, receivedAt, signedAt } = one;
  const signedOn = signedAt && calendarDateIn(facility.timeZone, signedAt.getTime());
  const first = calendarDate(request.received_on);
  const days =
    signedOn && state === 'valid' ? directiveDue(first, signedOn, clock.pack, clockFactsOf(first)) : undefined;
  return {
    askedDeliveryId,
    directiveId,
    kind,
    recipientName: recipient.name ?? null,
    recipientEmail: recipient.email ?? null,
    hasAddress: recipient.address !== undefined,
    under: one.authorizationId ? ('authorization' as const) : ('directive' as const),
    state,
    lacks: lacksOf(refusal),
    offers: refusal?.code === 'not-an-electronic-copy' ? refusal.offers.map(({ offer }) => offer) : [],
    receivedAt: receivedAt?.toISOString() ?? null,
    signedAt: signedAt?.toISOString() ?? null,
    due: days ? { statutory: days.statutoryDue, worklist: days.worklistDue } : null,
  };
}

function lacksOf(refusal: DeliveryInstrument['refusal']): { name: string; cite: string }[] {
  if (!refusal || refusal.code === 'not-an-electronic-copy') return [];
  return refusal.code === 'authorization-invalid' ? [...refusal.faults, ...refusal.lacks] : [...refusal.lacks];
}

/** OD-14, OD-15: pictures that show one person and were made in the care of another, where somebody asks for such. */
function recordsOf({ exams, facility, request }: LackFile & { request: { requester_is: RequesterIs } }) {
  if (!exams.some(({ exam_type }) => exam_type === 'pregnancy')) return [];
  const pack = packFor(facility, facility.today);
  const others: SharedPicture[] = request.requester_is === 'self' ? [] : ['gestational-carrier-ultrasound'];
  return (['prenatal-ultrasound', ...others] as const).map((picture) => {
    const { of, why } = whoseRecord(picture, pack);
    return { of, rule: why.rule, cite: why.cite };
  });
}

async function readToldFamily(app: App, accessRequestId: string) {
  const rows = await app.db
    .selectFrom('family_disclosure')
    .innerJoin('staff', 'staff.id', 'family_disclosure.recorded_by')
    .select(['involvement', 'told', 'recorded_at', 'why', 'staff.display_name'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('recorded_at')
    .execute();
  return rows.map(({ involvement, told, recorded_at, why, display_name }) => ({
    involvement,
    told,
    by: display_name,
    at: recorded_at.toISOString(),
    cite: why.cite,
  }));
}

async function readPapers(app: App, accessRequestId: string) {
  const rows = await app.db
    .selectFrom('authority_document')
    .select(['id', 'media_type', 'size_bytes', 'sent_at'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('sent_at')
    .execute();
  return rows.map(({ id, media_type: mediaType, size_bytes, sent_at }) => ({
    id,
    mediaType,
    sizeBytes: Number(size_bytes),
    sentAt: sent_at.toISOString(),
  }));
}

async function readWaits(app: App, accessRequestId: string) {
  const rows = await app.db
    .selectFrom('wait')
    .select(['id', 'kind', 'since', 'lacks'])
    .where('access_request_id', '=', accessRequestId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .execute();
  return rows.map(({ id, kind, since, lacks }) => ({ id, kind, since: since.toISOString(), lacks }));
}
