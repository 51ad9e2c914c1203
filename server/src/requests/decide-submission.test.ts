import { calendarDate } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { decideSubmission, type SubmissionToCheck } from './decide-submission.ts';

const today = calendarDate('2026-10-05');
const good: SubmissionToCheck = {
  patient: { birthDate: '1993-04-12' },
  requester: { name: 'Ana Rivera' },
  examItems: [{ onOrAfter: '2026-03-01', onOrBefore: '2026-06-30' }],
  deliveries: [{ authorization: { expiresOn: '2026-12-31' } }, { authorization: {} }, {}],
  signedName: 'ana  rivera',
};

test('a request that is signed by the one who asks is taken', () => {
  expect(decideSubmission(good, today).ok).toBe(true);
});

test('a signature of somebody else is refused beside its field', () => {
  expect(decideSubmission({ ...good, signedName: 'Ben Rivera' }, today)).toMatchObject({
    refusal: { code: 'signature-differs', fields: [{ pointer: '/signedName' }] },
  });
});

test('days that have not come, or were before birth, are named with their fields', () => {
  const wrong = {
    ...good,
    patient: { birthDate: '2026-10-06' },
    examItems: [{ onOrAfter: '2027-01-01' }, { onOrBefore: '1990-01-01' }],
  };
  const refused = decideSubmission(wrong, today);
  expect(!refused.ok && refused.refusal.fields.map((field) => field.pointer)).toEqual([
    '/patient/birthDate',
    '/examItems/0/onOrAfter',
    '/examItems/1/onOrBefore',
  ]);
});

test('somebody born today may be asked for today', () => {
  expect(decideSubmission({ ...good, patient: { birthDate: today }, examItems: [{}] }, today).ok).toBe(true);
});
