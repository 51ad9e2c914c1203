import { z } from 'zod';
import { calendarDate, noContent } from './common-fields.ts';
import { breachFactors, said, words } from './determination-fields.ts';
import { endpoint } from './endpoint.ts';

export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/api/portal/withdrawal',
  audience: 'requester',
  action: 'request.withdraw',
  summary: 'Take my request back',
  input: z.object({}),
  output: noContent,
  refusals: [
    'not-found',
    'wrong-step',
    'silence-is-no-withdrawal',
    'withdrawer-not-identified',
    'storage-full',
    'letter-incomplete',
    'changed-meanwhile',
  ],
});

export const recordWithdrawal = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/withdrawal',
  audience: 'desk',
  action: 'withdrawal.record',
  summary: 'Write down that the person took the request back, and how it was known that it is them',
  input: z.object({
    requestId: z.uuid(),
    channel: said,
    said: z.string().trim().max(500),
    identityBy: z.string().trim().max(300),
    on: calendarDate,
  }),
  output: noContent,
  refusals: [
    'not-found',
    'wrong-step',
    'silence-is-no-withdrawal',
    'withdrawer-not-identified',
    'storage-full',
    'letter-incomplete',
    'changed-meanwhile',
  ],
});

export const recallRelease = endpoint({
  method: 'POST',
  path: '/api/desk/releases/:releaseId/recall',
  audience: 'desk',
  action: 'release.recall',
  summary: 'Take back what went to the wrong person: access ends at once, the incident is dated; 45 CFR 164.402-404',
  input: z.object({
    releaseId: z.uuid(),
    what: z.enum(['wrong-patient', 'wrong-recipient']),
    reason: z.string().trim().max(500),
    discoveredOn: calendarDate,
    whatHappened: words,
    kindsOfData: z.array(z.string().trim().max(300)).max(20),
    protectYourself: z.array(z.string().trim().max(300)).max(20),
    whatWeDo: z.array(z.string().trim().max(300)).max(20),
    /** Where the law wants a number that costs the caller nothing. */
    tollFree: z.string().trim().max(40).optional(),
    affectedPatientId: z.uuid().optional(),
    /** Where the copy went by unencrypted mail. */
    mailEvent: z.enum(['read in transit', 'sent to a mistyped address']).optional(),
  }),
  output: z.object({ incidentId: z.string() }),
  refusals: [
    'not-found',
    'wrong-step',
    'recall-lacks',
    'letter-lacks',
    'affected-unknown',
    'no-breach',
    'storage-full',
  ],
});

export const assessBreach = endpoint({
  method: 'POST',
  path: '/api/desk/incidents/:incidentId/assessments',
  audience: 'desk',
  action: 'breach.assess',
  summary: 'The four factors of an incident; presumed a breach until they show a low probability of compromise',
  input: z.object({ incidentId: z.uuid(), ...breachFactors }),
  output: noContent,
  refusals: ['not-found', 'not-privacy-officer', 'invalid-input'],
});

export const reopenExam = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/reopening',
  audience: 'desk',
  action: 'outcome.record',
  summary: 'Pictures are reported missing, or new proof came: look again, under the due date that it always had',
  input: z.object({
    examItemId: z.uuid(),
    reopenedFor: z.enum(['missing-images', 'new-proof']),
    reason: z.string().trim().min(3, { error: 'Say it in a few words.' }).max(500),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'own-file'],
});
