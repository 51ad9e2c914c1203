import { expect, test } from 'vitest';
import { holidays, packOn } from '../testing/facility-f.ts';
import { readInFull } from '../testing/read-in-full.ts';
import { decideAuthorization, type HipaaAuthorization } from './authorization.ts';
import { calendarDate as day } from './calendar.ts';
import { decideFamilyDisclosure } from './deceased.ts';
import { decideRefusalToTreat } from './endangerment.ts';
import { type AccessCase, evidenceNeeded } from './evidence-needed.ts';
import { decideIdentityNotShown, type IdentityProof, identityProved } from './identity-proof.ts';
import { comingOfAge, type MinorLaw, minorLawIn, parentStanding } from './minors.ts';
import { representativeStanding } from './representative.ts';
import { usSources } from './testing/packs.ts';
import { whoseRecord } from './whose-record.ts';

/**
 * Decisions about who may have what, as it is allowed and for each way in which it is refused: rule, clause, facts
 * and letter, to be read beside the reference.
 * After a wished change: `npx vitest run --project unit -u packages/right-of-access/src/standing-in-full`.
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
  decideAuthorization({ ...authorization, ...change }, noon, 'America/New_York', usSources);

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

const proof: IdentityProof = {
  kind: 'code-to-held-contact',
  provedOn: today,
  contactUnchangedSince: day('2027-04-10'),
};
const sought = { due: day('2027-06-02'), askedOn: [day('2027-05-04'), day('2027-05-20')], waysOffered: 2 };
const notShown = (change: object, on = '2027-06-02', of = pack) =>
  decideIdentityNotShown({ ...sought, ...change }, day(on), of, holidays);
const keepsOpen = { ...pack, answers: { ...pack.answers, 'OD-21': 'keep-open' as const } };

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
  'an authorization with nothing in it': decideAuthorization(nothingSigned, noon, 'America/New_York', usSources),
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
    usSources,
  ),
  'a guardian of somebody who died today': representativeStanding(
    { kind: 'guardianship', scope: ['health-care'], evidence },
    { diedOn: today },
    today,
    usSources,
  ),
  'a guardian until the end of May': representativeStanding(
    { kind: 'guardianship', scope: ['health-care'], until: day('2027-05-31'), evidence },
    {},
    today,
    usSources,
  ),
  'an executor': representativeStanding(
    { kind: 'letters-testamentary', scope: [], evidence },
    { diedOn: today },
    today,
    usSources,
  ),
  'somebody without papers for the estate': representativeStanding(undefined, { diedOn: today }, today, usSources),
  'a paper that nobody judged': representativeStanding({ kind: 'other', scope: [] }, {}, today, usSources),

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
  'the minors’ law of the federal pack': { ...minorLawIn(pack), sources: 'of the pack' },
  'the minors’ law of a pack that says nothing': {
    ...minorLawIn({ ...pack, agesOfConsent: [] }),
    sources: 'of the pack',
  },

  'somebody who is not treated as a representative': decideRefusalToTreat(notTreated, usSources),
  'such a decision with nothing behind it': decideRefusalToTreat(
    {
      decidedBy: { name: ' ', licensed: true },
      notInBestInterest: false,
      reason: ' ',
    },
    usSources,
  ),
  'family of somebody who died': decideFamilyDisclosure(family, usSources),
  'family, against a known wish': decideFamilyDisclosure({ ...family, contraryWish: 'known' }, usSources),
  'family of whom nothing is known': decideFamilyDisclosure(
    {
      deathShownBy: ' ',
      involvement: ' ',
      contraryWish: 'not-looked-for',
      recordedBy: ' ',
    },
    usSources,
  ),
  'an unborn child’s picture': whoseRecord('prenatal-ultrasound', pack),
  'a fetal heart strip': whoseRecord('fetal-heart-strip', pack),
  'a gestational carrier’s picture': whoseRecord('gestational-carrier-ultrasound', pack),

  'a code to a contact held for thirty days': identityProved([proof], today, usSources),
  'a code to a contact of twenty-nine days': identityProved(
    [{ ...proof, contactUnchangedSince: day('2027-04-11') }],
    today,
    usSources,
  ),
  'proofs that prove nothing': identityProved(
    [
      { kind: 'code-to-typed-address', provedOn: today },
      { kind: 'photo-id', provedOn: today, judgedBy: ' ' },
      { kind: 'in-person', provedOn: today, judgedBy: 'kim', validUntil: day('2027-05-09') },
    ],
    today,
    usSources,
  ),
  'no proof': identityProved([], today, usSources),
  'identity never shown, by the due date': notShown({}),
  'identity not shown yet': notShown({}, '2027-06-01'),
  'identity that nobody asked for': notShown({ askedOn: [] }),
  'identity asked for in one way': notShown({ waysOffered: 1 }),
  'identity never shown, where the facility keeps it open': notShown({}, '2027-06-02', keepsOpen),

  'what the patient is asked for': evidenceNeeded(asker, usSources),
  'what a parent of a minor is asked for': evidenceNeeded({ ...asker, asker: 'parent', patientIs: 'minor' }, usSources),
  'what an agent is asked for': evidenceNeeded({ ...asker, asker: 'agent' }, usSources),
  'what an executor is asked for': evidenceNeeded({ ...asker, asker: 'executor', patientIs: 'dead' }, usSources),
  'what family of the dead are asked for': evidenceNeeded(
    {
      ...asker,
      asker: 'family-of-deceased',
      patientIs: 'dead',
    },
    usSources,
  ),
  'what a treating provider is asked for': evidenceNeeded({ ...asker, asker: 'treating-provider' }, usSources),
  'what a third party that asks is asked for': evidenceNeeded({ ...asker, asker: 'third-party' }, usSources),
  'what is asked for to send it on': evidenceNeeded({ ...asker, goesTo: 'third-party' }, usSources),
  'what is asked for to send film on': evidenceNeeded(
    { ...asker, goesTo: 'third-party', copy: 'film-or-paper' },
    usSources,
  ),
});

test('each decision reads as it did when somebody last held it beside the law', async () => {
  await expect(readInFull(decide())).toMatchFileSnapshot('./standing-in-full.txt');
});
