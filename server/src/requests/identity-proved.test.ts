import { calendarDate, type MinorLaw } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { type AuthorityRows, authorityCaseOf } from '../authority/authority-case.ts';
import { testPack } from '../testing/test-pack.ts';
import { decideStanding } from './identity-proved.ts';

const law: MinorLaw = {
  jurisdiction: 'us-federal',
  ageOfHealthConsent: 18,
  onParent: {},
  cite: '45 CFR 164.502(g)(3)',
  confidence: 'high',
  sources: testPack.sources,
};
const paper = {
  id: 'j',
  access_request_id: 'r',
  patient_id: 'p',
  instrument: 'guardianship',
  what_was_seen: 'Court order of 2027-01-04',
  health_care: true,
  finances: false,
  valid_from: null,
  revoked_on: null,
  valid_until: null,
  patient_died_on: null,
  authority_document_id: null,
  judged_by: 's',
  judged_at: new Date('2027-09-14T15:00:00Z'),
  judged_by_name: 'Kim',
};

function standing(requesterIs: AuthorityRows['requesterIs'], more: Partial<AuthorityRows> = {}, proved = true) {
  const rows = {
    requesterIs,
    receivedOn: '2027-09-13',
    bornOn: '2013-01-20',
    judgement: undefined,
    refusal: undefined,
    emancipatedOn: null,
  };
  const today = calendarDate('2027-09-14');
  const facts = authorityCaseOf({ ...rows, parentOnFile: false, ...more }, law, today, 'America/New_York');
  const exam = { examItemId: 'knee', consentBasis: 'parent', category: 'other' } as const;
  return decideStanding(proved, { facts, exams: [exam] });
}

test('nothing is shown before identity is', () => {
  expect(standing('self', {}, false)).toMatchObject({ identityProved: false, authorityShown: false });
});

test('a patient who proved who they are may ask, and have every exam', () => {
  expect(standing('self')).toEqual({
    byExam: false,
    identityProved: true,
    authorityShown: true,
    allowed: new Set(['knee']),
    toJudge: new Set(),
  });
});

test('a parent shows the relationship: in the registration, or by a paper that somebody judged', () => {
  expect(standing('parent').authorityShown).toBe(false);
  expect(standing('parent', { parentOnFile: true }).authorityShown).toBe(true);
  expect(standing('parent', { judgement: paper }).authorityShown).toBe(true);
});

test('a parent of somebody of age has nothing by that alone', () => {
  const grown = standing('parent', { parentOnFile: true, bornOn: '2009-09-14' });
  expect(grown.allowed.size).toBe(0);
  expect(grown.authorityShown).toBe(false);
});

test('a parent asks as of an adult from the day of a minor’s emancipation on', () => {
  const on = (emancipatedOn: string) => standing('parent', { parentOnFile: true, emancipatedOn }).authorityShown;
  expect([on('2027-09-14'), on('2027-09-15')]).toEqual([false, true]);
});

test('a representative needs a paper for health decisions, whoever they showed to be', () => {
  expect(standing('personal-representative').authorityShown).toBe(false);
  expect(standing('personal-representative', { judgement: paper }).authorityShown).toBe(true);
  const finances = { ...paper, health_care: false, finances: true };
  expect(standing('personal-representative', { judgement: finances }).authorityShown).toBe(false);
  const takenBack = { ...paper, revoked_on: '2027-09-14' };
  expect(standing('personal-representative', { judgement: takenBack }).authorityShown).toBe(false);
});

test('an executor needs a paper of the estate, and family alone has no right', () => {
  expect(standing('executor', { judgement: { ...paper, instrument: 'letters-testamentary' } }).authorityShown).toBe(
    true,
  );
  expect(standing('executor', { judgement: paper }).authorityShown).toBe(false);
  expect(standing('family', { judgement: paper }).authorityShown).toBe(false);
});

test('whoever asks for a living minor is answered exam by exam, parent or guardian, before they showed anything too', () => {
  expect(standing('parent', {}, false).byExam).toBe(true);
  expect(standing('personal-representative', {}, false).byExam).toBe(true);
  expect(standing('personal-representative', { bornOn: '1950-02-02' }).byExam).toBe(false);
});
