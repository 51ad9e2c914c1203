import { z } from 'zod';
import { available, calendarDate, deliveryKind, dueDateWorking, examType, openWait } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

/** What must happen next, and who does it: `you` the staff, `patient`, or `itself` the program. */
export const nextStep = z.object({
  step: z.enum([
    'choose-patient',
    'prove-identity',
    'await-identity-code',
    'search',
    'decide-denial',
    'decide-review',
    'hold',
    'retrieve-again',
    'retrieving',
    'check-pictures',
    'preparing',
    'post-media',
    'await-arrival',
    'offer-visit',
    'await-visit',
    'record-visit',
    'nothing',
  ]),
  with: z.enum(['you', 'patient', 'itself', 'nobody']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A POST, because what staff search for is a name or a number of a patient and must not stand in an address (S4.3). */
export const listRequests = endpoint({
  method: 'POST',
  path: '/api/desk/request-searches',
  audience: 'desk',
  action: 'worklist.read',
  summary: 'The worklist, ordered by days left on the legal clock',
  input: z.object({
    show: z.enum(['open', 'closed', 'all']).default('open'),
    search: z.string().trim().max(100).optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        patientFamilyName: z.string(),
        patientGivenName: z.string(),
        patientBirthDate: calendarDate,
        channel: z.enum(['portal', 'paper', 'fax', 'mail', 'walk-in', 'phone']),
        due: dueDateWorking,
        waits: z.array(openWait),
        available: available.nullable(),
        asked: z.array(
          z.object({
            examType,
            dateWords: z.string().nullable(),
            onOrAfter: calendarDate.nullable(),
            onOrBefore: calendarDate.nullable(),
          }),
        ),
        deliveries: z.array(deliveryKind),
        state: z.string(),
        closed: z.boolean(),
        next: nextStep,
        /** Closed by a denial whose review is still to be decided; the house's last day for it (OD-23). */
        review: z.object({ decideBy: calendarDate, daysLeft: z.int() }).nullable(),
        /** A copy was approved by the program and not by a person. */
        givenByItself: z.boolean(),
        scanAttached: z.boolean(),
        /** A letter waits for the mail; `sendBy` is the house's own last day for it (OD-25). */
        letterToPost: z.object({ sendBy: calendarDate.nullable() }).nullable(),
        /** Closed, and the letter that answers has not left: the clock runs on until the carrier has it. */
        answerToPost: z.boolean(),
      }),
    ),
    counts: z.object({
      open: z.int(),
      late: z.int(),
      soon: z.int(),
      yours: z.int(),
      patient: z.int(),
      itself: z.int(),
    }),
  }),
  refusals: [],
});
