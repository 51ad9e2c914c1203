import { randomUUID } from 'node:crypto';
import {
  applyOverlay,
  type BrokenRule,
  type Confidence,
  type FacilityOverlay,
  type OpenDecisionId,
  type Outcome,
  ok,
  openQuestions,
  type Pack,
  type ProviderKind,
  packInForce,
  policyPacks,
  promiseBounds,
  refuse,
  validateFeeSchedule,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import { type FacilityFacts, packFor, readFacilityFacts } from './facility-facts.ts';
import { packUnder } from './policy.ts';

type Period = {
  id: string;
  kind: 'inspect' | 'copy' | 'report';
  limit: { n: number; unit: 'calendar-day' | 'business-day' | 'month' } | null;
  extension: boolean;
  cite: string;
  confidence: Confidence;
  note: string | null;
  confirmedBy: string | null;
};

/** Everything that the settings page shows of the law: what governs, what is unsure, what the law leaves open. */
export async function readPolicySettings(app: App, _actor: StaffActor) {
  const facility = await readFacilityFacts(app.db, app);
  const { choice, provider, overlay, decidedOn } = facility.policy;
  const pack = packFor(facility, facility.today);
  return ok({
    choice,
    title: pack.title,
    decidedOn,
    provider: [...provider],
    bases: policyPacks.filter(({ base }) => base).map(({ jurisdiction: id, title }) => ({ id, title })),
    additions: policyPacks.flatMap((part) =>
      part.base ? [] : [{ id: part.jurisdiction, title: part.title, onTopOf: part.onTopOf }],
    ),
    overlay: shownOverlay(overlay),
    law: lawNumbers(packUnder({ ...facility.policy, overlay: {} }, facility.today)),
    periods: pack.access.map((row) => periodOf(row, pack)),
    serviceLimits: serviceLimitsOf(pack, facility),
    proposals: pack.proposals.map(({ id, kind, limit, cite }) => ({
      id,
      kind,
      limit: limit && { n: limit.n, unit: limit.unit },
      cite,
      adopted: (overlay.adoptedProposals ?? []).includes(id),
    })),
    unsureRules: unsureRulesOf(pack),
    openDecisions: openDecisionsOf(pack),
    barredPractices: pack.barredPractices.map(({ practice, sentence, cite }) => ({ practice, sentence, cite })),
  });
}

type ChosenOverlay = {
  responseDays?: { copy?: number | undefined; inspect?: number | undefined; report?: number | undefined } | undefined;
  extensionDays?: number | undefined;
  retentionYears?: { images?: number | undefined; records?: number | undefined } | undefined;
  warningPercents?: number[] | undefined;
  serviceLimits?: Record<string, number> | undefined;
  answers?: Record<string, string> | undefined;
  adoptedProposals?: string[] | undefined;
  practices?: string[] | undefined;
};
type LaxerThanLaw = { code: 'laxer-than-law'; fields: { pointer: string; message: string }[] };

/** From now on this law and these promises govern what is received; a promise that would be laxer is refused by its rule. */
export function choosePolicy(
  app: App,
  actor: StaffActor,
  input: { choice: string; provider: ProviderKind[]; overlay: ChosenOverlay },
): Promise<Outcome<null, LaxerThanLaw | { code: 'invalid-input'; fields: { pointer: string; message: string }[] }>> {
  return transaction(app.db, async (tx) => {
    const facility = await readFacilityFacts(tx, app);
    const law = packInForce(policyPacks, input.choice, facility.today, input.provider);
    if (!law.ok) {
      const fields = [{ pointer: '/choice', message: 'There is no such law to choose.' }];
      return refuse({ code: 'invalid-input', fields });
    }
    const { confirmations } = facility.policy.overlay;
    const overlay = { ...cleaned(input.overlay), ...(confirmations && { confirmations }) } as FacilityOverlay;
    const kept = withFittingConfirmations(law.value, overlay);
    const own = applyOverlay(law.value, kept, facility.today);
    if (!own.ok) return refuse(laxer(own.refusal.broken));
    // A price list that the new law does not know would leave the portal without a price, and so without a way to ask.
    const prices = validateFeeSchedule(facility.feeSchedule, own.value);
    if (!prices.ok) {
      const message = `The price list does not fit this law (${prices.refusal.why.cite}). Change it under Prices first.`;
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/choice', message }] });
    }
    await writePolicy(tx, app, actor, { choice: input.choice, provider: input.provider, overlay: kept });
    return ok(null);
  });
}

/** A named person vouches for a rule of medium confidence: from now on it acts without its label. */
export function confirmRule(
  app: App,
  actor: StaffActor,
  input: { row: string; by: string },
): Promise<Outcome<null, LaxerThanLaw>> {
  return transaction(app.db, async (tx) => {
    const facility = await readFacilityFacts(tx, app);
    const { choice, provider, overlay } = facility.policy;
    const law = packInForce(policyPacks, choice, facility.today, provider);
    if (!law.ok) throw new Error(`No policy pack: ${law.refusal.code}`);
    const earlier = (overlay.confirmations ?? []).filter(({ row }) => row !== input.row);
    const more = { ...overlay, confirmations: [...earlier, { ...input, on: facility.today }] };
    const own = applyOverlay(law.value, more, facility.today);
    if (!own.ok) return refuse(laxer(own.refusal.broken));
    await writePolicy(tx, app, actor, { choice, provider, overlay: more });
    return ok(null);
  });
}

async function writePolicy(
  tx: Tx,
  app: App,
  actor: StaffActor,
  policy: { choice: string; provider: readonly ProviderKind[]; overlay: FacilityOverlay },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('facility_policy')
    .values({
      id,
      facility_id: app.facilityId,
      choice: policy.choice,
      provider: JSON.stringify(policy.provider),
      overlay: JSON.stringify(policy.overlay),
      decided_by: actor.staffId,
      decided_at: app.now(),
    })
    .execute();
  await appendAudit(tx, app, {
    type: 'policy.changed',
    outcome: 'success',
    actor,
    accessRequestId: null,
    objects: { policyId: id, choice: policy.choice },
  });
}

/** Confirmations of rows that another law does not have are left behind with that law. */
function withFittingConfirmations(law: Pack, overlay: FacilityOverlay): FacilityOverlay {
  const known = new Set([...law.access, ...otherRowsOf(law).map(({ row }) => row)].map(({ id }): string => id));
  const { confirmations, ...rest } = overlay;
  return confirmations ? { ...rest, confirmations: confirmations.filter(({ row }) => known.has(row)) } : rest;
}

function laxer(broken: readonly BrokenRule[]): LaxerThanLaw {
  const fields = broken.map(({ setting, wanted, lawful, rule, cite, sentence }) => ({
    pointer: `/overlay/${setting.replaceAll('.', '/')}`,
    message: `${sentence ?? `${wanted} would break ${rule} (${cite}).`}${lawful ? ` Lawful: ${lawful}.` : ''}`,
  }));
  return { code: 'laxer-than-law', fields };
}

function cleaned(overlay: ChosenOverlay): ChosenOverlay {
  return JSON.parse(JSON.stringify(overlay)) as ChosenOverlay;
}

function shownOverlay(overlay: FacilityOverlay) {
  const { responseDays, extensionDays, retentionYears, warningPercents, serviceLimits, answers } = overlay;
  return {
    ...(responseDays && { responseDays }),
    ...(extensionDays !== undefined && { extensionDays }),
    ...(retentionYears && { retentionYears: { ...retentionYears } }),
    ...(warningPercents && { warningPercents: [...warningPercents] }),
    ...(answers && { answers: { ...answers } as Record<string, string> }),
    ...(serviceLimits && { serviceLimits: { ...serviceLimits } as Record<string, number> }),
    ...(overlay.adoptedProposals && { adoptedProposals: [...overlay.adoptedProposals] }),
  };
}

/** Each promise of the house with the most that the law's pack allows, whatever the facility made of it. */
function serviceLimitsOf(pack: Pack, { policy, today }: FacilityFacts) {
  const law = packUnder({ ...policy, overlay: {} }, today).serviceLimits.value;
  return (Object.keys(law) as (keyof typeof law)[]).map((name) => {
    const { n: most, unit } = law[name];
    return { name, most, n: pack.serviceLimits.value[name].n, unit };
  });
}

/** The law's own numbers, that hold where the facility promises none. */
function lawNumbers(law: Pack) {
  const { copy, inspect, extension, images, records, warningPercents } = promiseBounds(law);
  const period = (number: typeof copy) =>
    number ? { n: number.limit.n, unit: number.limit.unit, cite: number.cite } : null;
  return {
    copy: period(copy),
    inspect: period(inspect),
    extension: extension ?? null,
    images: images ?? null,
    records: records ?? null,
    warningPercents: [...warningPercents],
  };
}

function periodOf(row: Pack['access'][number], pack: Pack): Period {
  return {
    id: row.id,
    kind: row.kind,
    limit: row.limit && { n: row.limit.n, unit: row.limit.unit },
    extension: row.extension !== null,
    cite: row.cite,
    confidence: row.conf,
    note: row.note ?? row.images ?? null,
    confirmedBy: confirmerOf(pack, row.id),
  };
}

/** Everything but the periods that waits for a confirmation where the pack is not sure of it. */
function otherRowsOf(pack: Pack) {
  const about = <About extends string, Row extends { id: string; cite: string; conf: Confidence }>(
    name: About,
    rows: readonly Row[],
  ) => rows.map((row) => ({ about: name, row }));
  return [
    ...about('embargo', pack.embargoes),
    ...about('retention', pack.retention),
    ...about('hold', pack.holdCodes),
    ...about('age-of-consent', pack.agesOfConsent),
    ...about('pause', pack.pauses),
    ...about('clock-end', pack.clockEnds),
  ];
}

function unsureRulesOf(pack: Pack) {
  return otherRowsOf(pack)
    .filter(({ row }) => row.conf !== 'high')
    .map(({ about, row: { id, cite, conf: confidence } }) => ({
      id,
      about,
      cite,
      confidence,
      confirmedBy: confirmerOf(pack, id),
    }));
}

function confirmerOf(pack: Pack, id: string): string | null {
  return pack.confirmations.find(({ row }) => row === id)?.by ?? null;
}

function openDecisionsOf(pack: Pack) {
  return (Object.keys(pack.openDecisions) as OpenDecisionId[]).map((id) => {
    const { setting, answer, reason, alternatives } = pack.openDecisions[id];
    return {
      id,
      question: openQuestions[id].question,
      reason,
      chosen: pack.answers[id] as string,
      answers: [
        { setting: setting as string, words: answer, isDefault: true },
        ...alternatives.map((other) => ({ setting: other.setting as string, words: other.answer, isDefault: false })),
      ],
    };
  });
}
