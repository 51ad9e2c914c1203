import { z } from 'zod';
import { calendarDate, noContent, personName, wallTime } from './common-fields.ts';
import { words } from './determination-fields.ts';
import { endpoint } from './endpoint.ts';

export const setHold = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/holds',
  audience: 'desk',
  action: 'hold.set',
  summary: 'Let a request wait under a lawful code, with all that the code demands; 45 CFR part 171',
  input: z.object({
    requestId: z.uuid(),
    code: z.string().trim().min(1).max(40),
    holds: z.array(z.enum(['images', 'report'])).min(1),
    ground: z.string().trim().max(10).optional(),
    precondition: words.optional(),
    policy: words.optional(),
    caseDecision: words.optional(),
    statute: words.optional(),
    reasonSentInWritingOn: calendarDate.optional(),
    from: calendarDate.optional(),
    until: calendarDate.optional(),
    /** Of a state's hold on a report: which exam's, and when it was finished; the statute says when it opens. */
    examItemId: z.uuid().optional(),
    finalised: wallTime.optional(),
  }),
  output: z.object({ holdId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'own-file', 'never-a-hold', 'unknown-hold', 'hold-lacks'],
});

export const endHold = endpoint({
  method: 'POST',
  path: '/api/desk/holds/:holdId/end',
  audience: 'desk',
  action: 'hold.set',
  summary: 'Let the request go on',
  input: z.object({
    holdId: z.uuid(),
    reason: z.string().trim().min(3, { error: 'Say it in a few words.' }).max(500),
    /** Of a state's hold on a report: the clinician who talked it over with the patient or let it open, and when. */
    clinician: z.object({ name: personName, when: wallTime }).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'clinician-may-not-open'],
});
