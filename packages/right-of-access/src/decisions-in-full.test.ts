import { expect, test } from 'vitest';
import { holidays, packOn } from '../testing/facility-f.ts';
import { decideAuthorization, type HipaaAuthorization } from './authorization.ts';
import { breachDates, type ShorterStateNotice } from './breach.ts';
import { calendarDate as day } from './calendar.ts';
import { decideFamilyDisclosure } from './deceased.ts';
import { type DenialWish, decideDenial } from './denial.ts';
import { embargoReaches } from './embargo.ts';
import { decideRefusalToTreat } from './endangerment.ts';
import { type AccessCase, evidenceNeeded } from './evidence-needed.ts';
import { decideIdentityNotShown, type IdentityProof, identityProved } from './identity-proof.ts';
import { comingOfAge, type MinorLaw, minorLawIn, parentStanding } from './minors.ts';
import { decideLikeness } from './near-miss.ts';
import { decideNotMaintained, type HeldElsewhere } from './not-maintained.ts';
import { decidePlainMail, type PlainMailWish } from './plain-mail.ts';
import { decideRecall, type RecallWish } from './recall.ts';
import { representativeStanding } from './representative.ts';
import { type Destruction, decideDestroyed, deletionFrozen, keepUntil, owedAfterRetention } from './retention.ts';
import { decideReview, reviewOutcome } from './review.ts';
import { decideNoneFound, type SourceSearch } from './search-coverage.ts';
import { studyKeptUntil } from './study-retention.ts';
import { decideUnclearScope } from './unclear-scope.ts';
import { whoseRecord } from './whose-record.ts';
import { decideWithdrawal, type WithdrawalWish } from './withdrawal.ts';

/**
 * Each decision of the law once as it is allowed and once for each way in which it is refused: rule, clause, facts and
 * letter, to be read beside the reference. After a wished change:
 * `npx vitest run --project unit -u packages/right-of-access/src/decisions-in-full`.
 */
const pack = packOn('2027-05-03');
const today = day('2027-05-10');

const authorization: HipaaAuthorization = {
  describesInformation: 'ultrasound of 2027',
  whoMayDisclose: 'Facility F',
  whoMayReceive: 'B. Lee',
  purpose: 'at my request',
  expires: { on: day('2027-12-31') },
  signature: { on: day('2027-05-01'), by: 'individual' },
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true },
};
const noon = Date.parse('2027-05-10T12:00:00-04:00');
const authorized = (change: Partial<HipaaAuthorization>) =>
  decideAuthorization({ ...authorization, ...change }, noon, 'America/New_York');
const nothingSigned: HipaaAuthorization = {
  statements: { rightToRevoke: false, conditioning: false, redisclosure: false },
};

const evidence = { what: 'court order of 2025', judgedBy: 'kim', judgedOn: today };
const law: MinorLaw = { ...minorLawIn(pack), onParent: { sti: 'requires', prenatal: 'prohibits', other: 'permits' } };
const minor = { bornOn: day('2012-03-02') };
const standing = (category: 'sti' | 'prenatal' | 'other' | 'mental-health', decision?: object) =>
  parentStanding({ consentBasis: 'minor_statutory', category }, minor, law, decision as never, today);
const judgement = {
  decidedBy: { name: 'Dr. Osei', licensed: true },
  decidedOn: today,
  give: true,
  reason: 'she asked',
};

const denialWish: DenialWish = {
  ground: 'R1',
  decidedBy: { name: 'Dr. Osei', role: 'licensed-professional' },
  decidedOn: today,
  basis: 'in plain words',
  shown: { 'whose life or physical safety, and how': 'his own' },
  asker: 'individual',
  asks: 'copy',
  withheld: ['report'],
  given: [],
  complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
};
const denied = decideDenial(denialWish, pack);
if (!denied.ok) throw new Error('not denied');
const reviewWish = {
  denial: denied.value,
  tookPart: ['Dr. Lind'],
  askedOn: today,
  reviewer: { name: 'Dr. Wu', licensed: true },
};
const review = decideReview(reviewWish, pack);
if (!review.ok) throw new Error('not reviewed');

const proof: IdentityProof = {
  kind: 'code-to-held-contact',
  provedOn: today,
  contactUnchangedSince: day('2027-04-10'),
};
const sought = { due: day('2027-06-02'), askedOn: [day('2027-05-04'), day('2027-05-20')], waysOffered: 2 };
const notShown = (change: object, on = '2027-06-02', of = pack) =>
  decideIdentityNotShown({ ...sought, ...change }, day(on), of, holidays);
const keepsOpen = { ...pack, answers: { ...pack.answers, 'OD-21': 'keep-open' as const } };

const searches: readonly SourceSearch[] = [
  { source: 'archive', state: 'searched', namesTried: ['Ana Rivera', 'Ana Gomez'], found: 0 },
  { source: 'film store', state: 'ruled-out', reason: 'no film since 2009' },
];
const names = ['Ana Rivera', 'Ana Gomez'];
const agreeing = { name: 'same', birthDate: 'same', mrn: 'unknown' } as const;
const nearMiss = { reason: 'name after marriage', chosenBy: 'kim', secondedBy: 'lee' };

const elsewhere: HeldElsewhere = {
  receivedOn: day('2027-05-03'),
  due: day('2027-06-02'),
  importedCopies: [
    { exam: 'chest of 2025', askedFor: true },
    { exam: 'knee of 2024', askedFor: false },
  ],
};
const keeper = { name: 'Hospital G', address: '2 Main St', phone: '555-555-0199' };
const destruction: Destruction = {
  studyOn: day('2014-03-02'),
  stillHeld: false,
  destroyedOn: day('2022-06-30'),
  schedule: '7-year schedule',
  certificate: 'C-77',
  survives: ['report'],
};
const recall: RecallWish = {
  what: 'wrong-recipient',
  decidedBy: { name: 'Moss', role: 'privacy-officer' },
  reason: 'another patient’s address',
  releasedOn: day('2027-05-06'),
  discoveredOn: day('2027-05-08'),
  due: day('2027-06-02'),
};
const withdrawal: WithdrawalWish = {
  by: 'individual',
  said: 'withdraw',
  channel: 'phone',
  identityBy: 'call-back',
  on: today,
  alreadyDelivered: [],
  fee: { state: 'none', cents: 0 },
};
const mail: PlainMailWish = {
  packageBytes: 1_000_000,
  mailLimitBytes: 1_368_422,
  warning: { accepted: true, acceptedOn: today, channel: 'portal', textVersion: 'w1' },
  addressReadBack: true,
};
const unwarned = { accepted: false, acceptedOn: today, channel: 'portal', textVersion: 'w1' };
const family = {
  deathShownBy: 'a death certificate, seen',
  involvement: 'drove her to care',
  contraryWish: 'none-known',
  recordedBy: 'kim',
} as const;
const notTreated = {
  decidedBy: { name: 'Dr. Osei', licensed: true },
  decidedOn: today,
  belief: 'endangerment',
  notInBestInterest: true,
  reason: 'threats on record',
} as const;
const one = { people: 1, mostInOneState: 1 };
const shorter = { businessDays: 15, cite: 'Cal. Health & Safety Code 1280.15' };
const breach = (on: string, affected: typeof one, state?: ShorterStateNotice) => breachDates(day(on), affected, state);
const asker: AccessCase = { asker: 'self', patientIs: 'adult', goesTo: 'asker', copy: 'electronic' };

/** Asked inside the test, so that a fault in any of them fails it. */
const decide = (): Readonly<Record<string, unknown>> => ({
  'an authorization that is whole': authorized({}),
  'an authorization until an event': authorized({ expires: { event: 'the end of the case', hasCome: false } }),
  'an authorization of a representative': authorized({
    signature: { on: today, by: 'personal-representative', authority: 'guardianship of 2025' },
  }),
  'an authorization of a representative without authority': authorized({
    signature: { on: today, by: 'personal-representative', authority: ' ' },
  }),
  'an authorization with nothing in it': decideAuthorization(nothingSigned, noon, 'America/New_York'),
  'an authorization on its last day': authorized({ expires: { on: today } }),
  'an authorization a day later': authorized({ expires: { on: day('2027-05-09') } }),
  'an authorization whose event has come': authorized({ expires: { event: 'the end of the case', hasCome: true } }),
  'an authorization until an event that it does not name': authorized({ expires: { event: ' ', hasCome: false } }),
  'an authorization with everything wrong': authorized({
    revokedAt: noon,
    wronglyCombined: true,
    wronglyConditioned: true,
    knownFalse: true,
  }),
  'an authorization that is revoked a moment later': authorized({ revokedAt: noon + 1 }),

  'a guardian': representativeStanding(
    { kind: 'guardianship', scope: ['health-care', 'finances'], evidence },
    {},
    today,
  ),
  'a guardian of somebody who died today': representativeStanding(
    { kind: 'guardianship', scope: ['health-care'], evidence },
    { diedOn: today },
    today,
  ),
  'a guardian until the end of May': representativeStanding(
    { kind: 'guardianship', scope: ['health-care'], until: day('2027-05-31'), evidence },
    {},
    today,
  ),
  'an executor': representativeStanding(
    { kind: 'letters-testamentary', scope: [], evidence },
    { diedOn: today },
    today,
  ),
  'somebody without papers for the estate': representativeStanding(undefined, { diedOn: today }, today),
  'a paper that nobody judged': representativeStanding({ kind: 'other', scope: [] }, {}, today),

  'a parent where nobody judged who consented': parentStanding({ category: 'other' }, minor, law, undefined, today),
  'a parent who consented': parentStanding({ consentBasis: 'parent', category: 'sti' }, minor, law, undefined, today),
  'a parent of somebody who is eighteen today': parentStanding(
    { consentBasis: 'parent', category: 'other' },
    { bornOn: day('2009-05-10') },
    law,
    undefined,
    today,
  ),
  'a parent, where state law requires': standing('sti'),
  'a parent, where state law prohibits': standing('prenatal'),
  'a parent, where state law permits': standing('other'),
  'a parent, where state law is silent': standing('mental-health'),
  'a parent, by judgement': standing('other', judgement),
  'a parent, against it by judgement': standing('mental-health', { ...judgement, give: false }),
  'a parent, by a judgement without licence or reason': standing('other', {
    ...judgement,
    decidedBy: { name: 'kim', licensed: false },
    reason: ' ',
  }),
  'coming of age': comingOfAge(day('2012-02-29'), pack),
  'the minors’ law of the federal pack': minorLawIn(pack),
  'the minors’ law of a pack that says nothing': minorLawIn({ ...pack, agesOfConsent: [] }),

  'somebody who is not treated as a representative': decideRefusalToTreat(notTreated),
  'such a decision with nothing behind it': decideRefusalToTreat({
    decidedBy: { name: ' ', licensed: true },
    notInBestInterest: false,
    reason: ' ',
  }),
  'family of somebody who died': decideFamilyDisclosure(family),
  'family, against a known wish': decideFamilyDisclosure({ ...family, contraryWish: 'known' }),
  'family of whom nothing is known': decideFamilyDisclosure({
    deathShownBy: ' ',
    involvement: ' ',
    contraryWish: 'not-looked-for',
    recordedBy: ' ',
  }),
  'an unborn child’s picture': whoseRecord('prenatal-ultrasound', pack),
  'a fetal heart strip': whoseRecord('fetal-heart-strip', pack),
  'a gestational carrier’s picture': whoseRecord('gestational-carrier-ultrasound', pack),

  'a denial in whole': decideDenial(denialWish, pack),
  'a denial in part': decideDenial({ ...denialWish, given: ['pictures'] }, pack),
  'a denial with nothing behind it': decideDenial(
    {
      ...denialWish,
      ground: 'R3',
      shown: {},
      basis: ' ',
      withheld: [],
      complaints: { titleOrName: ' ', phone: ' ' },
      decidedBy: { name: 'kim', role: 'staff' },
    },
    pack,
  ),
  'a denial of looking for the harm of a copy': decideDenial({ ...denialWish, ground: 'U2', asks: 'inspect' }, pack),
  'a review': decideReview(reviewWish, pack),
  'a review by one of those who denied, without a licence': decideReview(
    { ...reviewWish, reviewer: { name: 'Dr. Lind', licensed: false } },
    pack,
  ),
  'a review of what nobody reviews': decideReview(
    { ...reviewWish, denial: { ...denied.value, ground: { ...denied.value.ground, code: 'U1', reviewable: false } } },
    pack,
  ),
  'a denial upheld': reviewOutcome(review.value, 'upheld', day('2027-05-20'), pack, holidays),
  'a denial overturned': reviewOutcome(review.value, 'overturned', day('2027-05-20'), pack, holidays),

  'a code to a contact held for thirty days': identityProved([proof], today),
  'a code to a contact of twenty-nine days': identityProved(
    [{ ...proof, contactUnchangedSince: day('2027-04-11') }],
    today,
  ),
  'proofs that prove nothing': identityProved(
    [
      { kind: 'code-to-typed-address', provedOn: today },
      { kind: 'photo-id', provedOn: today, judgedBy: ' ' },
      { kind: 'in-person', provedOn: today, judgedBy: 'kim', validUntil: day('2027-05-09') },
    ],
    today,
  ),
  'no proof': identityProved([], today),
  'identity never shown, by the due date': notShown({}),
  'identity not shown yet': notShown({}, '2027-06-01'),
  'identity that nobody asked for': notShown({ askedOn: [] }),
  'identity asked for in one way': notShown({ waysOffered: 1 }),
  'identity never shown, where the facility keeps it open': notShown({}, '2027-06-02', keepsOpen),

  'a study that agrees': decideLikeness(agreeing),
  'a near miss seen by two': decideLikeness({ ...agreeing, mrn: 'same', name: 'differs' }, nearMiss),
  'a near miss seen by one': decideLikeness(
    { ...agreeing, mrn: 'same', name: 'differs' },
    { ...nearMiss, secondedBy: ' kim' },
  ),
  'a near miss without a word': decideLikeness({ ...agreeing, mrn: 'same', name: 'differs' }),
  'a study with another number': decideLikeness({ ...agreeing, mrn: 'differs' }, nearMiss),
  'a study of which nothing agrees': decideLikeness(
    { name: 'differs', birthDate: 'unknown', mrn: 'unknown' },
    nearMiss,
  ),
  'a study of somebody else with the same name': decideLikeness(
    { name: 'same', birthDate: 'differs', mrn: 'unknown' },
    nearMiss,
  ),
  'a study of which one thing agrees': decideLikeness({ name: 'same', birthDate: 'unknown', mrn: 'unknown' }),

  'nothing found anywhere': decideNoneFound(searches, names),
  'nothing found, with a source left out and a name not tried': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: ['Ana Rivera'], found: 0 },
      { source: 'cardiology', state: 'not-searched' },
      { source: 'film store', state: 'ruled-out', reason: ' ' },
    ],
    names,
  ),
  'nothing found, with one source without reason and one name not tried': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: ['Ana Rivera'], found: 0 },
      { source: 'film store', state: 'ruled-out', reason: ' ' },
    ],
    names,
  ),
  'something found': decideNoneFound(
    [
      { source: 'archive', state: 'searched', namesTried: names, found: 2 },
      { source: 'cardiology', state: 'searched', namesTried: names, found: 1 },
    ],
    names,
  ),
  'nothing found, nowhere looked': decideNoneFound([], names),
  'nothing found under no name': decideNoneFound(searches, []),
  'kept elsewhere': decideNotMaintained(elsewhere, pack, holidays),
  'kept by somebody known, due tomorrow': decideNotMaintained(
    { ...elsewhere, keeper, due: day('2027-05-04') },
    pack,
    holidays,
  ),
  'kept elsewhere, nobody looked for copies': decideNotMaintained(
    { ...elsewhere, importedCopies: 'not-looked-for' },
    pack,
    holidays,
  ),
  'an unclear request of a patient': decideUnclearScope('patient', false, pack),
  'an unclear request of a representative': decideUnclearScope('representative', false, pack),
  'an unclear request for a third party': decideUnclearScope('third-party', false, pack),
  'a clear writing for a third party': decideUnclearScope('third-party', true, pack),

  'pictures destroyed under a schedule': decideDestroyed(destruction, pack),
  'pictures destroyed, and who may have them': decideDestroyed({ ...destruction, referringDoctor: 'Dr. Hale' }, pack),
  'pictures said to be destroyed': decideDestroyed(
    { studyOn: day('2014-03-02'), stillHeld: false, survives: [] },
    pack,
  ),
  'pictures past their term and still there': decideDestroyed({ ...destruction, stillHeld: true }, pack),
  'why they are owed': owedAfterRetention(pack),
  'a deletion while something is open': deletionFrozen(day('2027-05-10'), [
    { kind: 'review', openSince: day('2027-05-10') },
    { kind: 'request', openSince: day('2027-05-03') },
  ]),
  'a deletion on the day on which a review opens': deletionFrozen(today, [{ kind: 'review', openSince: today }]),
  'a deletion before anything was open': deletionFrozen(today, [{ kind: 'accounting', openSince: day('2027-05-11') }]),
  'a deletion with nothing open': deletionFrozen(today, []),
  'how long a file is kept': keepUntil(pack, 'access-file', today),
  'how long a study is kept': studyKeptUntil(pack, { covers: 'images', madeOn: today }),

  'a recall': decideRecall(recall),
  'a recall by staff, without a reason': decideRecall({
    ...recall,
    decidedBy: { name: 'kim', role: 'staff' },
    reason: '',
  }),
  'a recall by a privacy officer without a name': decideRecall({
    ...recall,
    decidedBy: { name: ' ', role: 'privacy-officer' },
  }),
  'a breach of one person': breach('2027-05-10', one),
  'a breach of 499 people': breach('2026-05-10', { people: 499, mostInOneState: 499 }),
  'a breach of 500 people of one state': breach('2026-05-10', { people: 500, mostInOneState: 500 }),
  'a breach of 501 people of one state': breach('2026-05-10', { people: 501, mostInOneState: 501 }),
  'a breach in California': breach('2027-05-10', one, shorter),
  'a breach in a state with a longer term': breach('2027-05-10', one, { ...shorter, businessDays: 60 }),

  'a withdrawal': decideWithdrawal(withdrawal, pack),
  'a withdrawal of what was paid': decideWithdrawal({ ...withdrawal, fee: { state: 'paid', cents: 650 } }, pack),
  'a withdrawal of what was free': decideWithdrawal({ ...withdrawal, fee: { state: 'paid', cents: 0 } }, pack),
  'a withdrawal of what was quoted': decideWithdrawal({ ...withdrawal, fee: { state: 'quoted', cents: 650 } }, pack),
  'a withdrawal after a part was given': decideWithdrawal({ ...withdrawal, alreadyDelivered: ['report'] }, pack),
  'a withdrawal by silence': decideWithdrawal({ ...withdrawal, said: 'nothing' }, pack),
  'a withdrawal by staff': decideWithdrawal({ ...withdrawal, by: 'staff' }, pack),
  'a withdrawal by somebody unknown': decideWithdrawal({ ...withdrawal, identityBy: ' ' }, pack),

  'plain mail that was asked for': decidePlainMail(mail),
  'plain mail over the limit by a byte': decidePlainMail({ ...mail, mailLimitBytes: 1_368_421 }),
  'plain mail without warning or address': decidePlainMail({ ...mail, warning: unwarned, addressReadBack: false }),
  'plain mail warned in no known words': decidePlainMail({
    ...mail,
    warning: { accepted: true, acceptedOn: today, channel: 'portal', textVersion: ' ' },
  }),
  'plain mail warned by no known way': decidePlainMail({
    ...mail,
    warning: { accepted: true, acceptedOn: today, channel: ' ', textVersion: 'w1' },
  }),
  'a hold on results and the report online': embargoReaches(pack, { what: 'report', manner: 'electronic' }),

  'what the patient is asked for': evidenceNeeded(asker),
  'what a parent of a minor is asked for': evidenceNeeded({ ...asker, asker: 'parent', patientIs: 'minor' }),
  'what an agent is asked for': evidenceNeeded({ ...asker, asker: 'agent' }),
  'what an executor is asked for': evidenceNeeded({ ...asker, asker: 'executor', patientIs: 'dead' }),
  'what family of the dead are asked for': evidenceNeeded({
    ...asker,
    asker: 'family-of-deceased',
    patientIs: 'dead',
  }),
  'what a treating provider is asked for': evidenceNeeded({ ...asker, asker: 'treating-provider' }),
  'what a third party that asks is asked for': evidenceNeeded({ ...asker, asker: 'third-party' }),
  'what is asked for to send it on': evidenceNeeded({ ...asker, goesTo: 'third-party' }),
  'what is asked for to send film on': evidenceNeeded({ ...asker, goesTo: 'third-party', copy: 'film-or-paper' }),
});

/** One fact a line, indented as deep as it lies. */
function drawn(value: unknown, indent = '  '): string {
  if (value === null || typeof value !== 'object') return `${indent}${String(value)}`;
  if (Array.isArray(value))
    return value.length === 0 ? `${indent}none` : value.map((one) => item(one, indent)).join('\n');
  return Object.entries(value)
    .map(([name, one]) =>
      one !== null && typeof one === 'object'
        ? `${indent}${name}\n${drawn(one, `${indent}  `)}`
        : `${indent}${name}: ${one}`,
    )
    .join('\n');
}

function item(one: unknown, indent: string): string {
  if (one === null || typeof one !== 'object') return `${indent}- ${one}`;
  if ('name' in one && 'value' in one) return `${indent}${one.name} = ${one.value}`;
  if ('name' in one && 'cite' in one) return `${indent}- ${one.name} (${one.cite})`;
  if ('evidence' in one && 'cite' in one) return `${indent}- ${one.evidence} (${one.cite})`;
  return `${indent}-\n${drawn(one, `${indent}  `)}`;
}

test('each decision reads as it did when somebody last held it beside the law', async () => {
  const told = Object.entries(decide()).map(([name, decision]) => `${name}\n${drawn(decision)}`);
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('./decisions-in-full.txt');
});
