import { z } from 'zod';
import { requesterKinds } from './authority.ts';
import {
  available,
  calendarDate,
  deliveryKind,
  examType,
  explainedDueDate,
  feeChange,
  feeQuote,
  noContent,
  openWait,
  servicePromise,
} from './common-fields.ts';
import { patientRecord } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { letterTitles } from './letters.ts';
import { matchView, searchResult } from './matching.ts';
import { touchlessVerdict } from './touchless.ts';
import { nextStep } from './worklist.ts';

export const readRequestFile = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId',
  audience: 'desk',
  action: 'request.read',
  summary: 'The whole file of one request',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    id: z.string(),
    version: z.int(),
    reference: z.string(),
    channel: z.string(),
    language: z.string(),
    receivedOn: calendarDate,
    state: z.string(),
    closed: z.boolean(),
    due: explainedDueDate,
    waits: z.array(openWait),
    available: available.nullable(),
    promises: z.array(servicePromise),
    fee: feeQuote,
    feeChange,
    /** May work begin that the person is charged for? */
    work: z.enum(['may-begin', 'not-told', 'waiting', 'declined']),
    next: nextStep,
    /** What the program decided by itself, the newest of each question; none where it was never asked. */
    touchless: z.array(touchlessVerdict),
    /** A copy of this request was approved by the program and not by a person. */
    givenByItself: z.boolean(),
    asked: z.object({
      patientFamilyName: z.string(),
      patientGivenName: z.string(),
      patientFormerNames: z.string().nullable(),
      patientBirthDate: calendarDate,
      patientMrn: z.string().nullable(),
      requesterIs: z.enum(requesterKinds),
      /** By a parent or guardian of a living minor: each exam is a question of its own. */
      forMinor: z.boolean(),
      requesterName: z.string(),
      requesterEmail: z.string().nullable(),
      requesterPhone: z.string().nullable(),
      statement: z.string().nullable(),
      signedName: z.string().nullable(),
      signedAt: z.string().nullable(),
    }),
    patient: patientRecord.nullable(),
    /** Directory patients that fit what was typed, best first; none is chosen by itself. */
    suggestedPatients: z.array(patientRecord),
    identity: z.object({
      proved: z.boolean(),
      proofs: z.array(
        z.object({ method: z.string(), evidence: z.string(), judgedBy: z.string().nullable(), provedAt: z.string() }),
      ),
      codeSentAt: z.string().nullable(),
    }),
    examItems: z.array(
      z.object({
        id: z.string(),
        ordinal: z.int(),
        examType,
        bodyPart: z.string().nullable(),
        onOrAfter: calendarDate.nullable(),
        onOrBefore: calendarDate.nullable(),
        dateWords: z.string().nullable(),
        place: z.string().nullable(),
        scope: z.enum(['entire-study', 'certain-images']),
        certainImages: z.string().nullable(),
        withReport: z.boolean(),
        state: z.string(),
        outcome: z.string().nullable(),
        outcomeReason: z.string().nullable(),
        matches: z.array(matchView),
        attachedReports: z.array(z.object({ id: z.string(), sizeBytes: z.number(), attachedAt: z.string() })),
        /** Attached by mistake and taken off before anything was given. */
        reportsTakenOff: z.array(
          z.object({ id: z.string(), reason: z.string(), takenOffBy: z.string(), takenOffAt: z.string() }),
        ),
      }),
    ),
    deliveries: z.array(
      z.object({
        id: z.string(),
        askedDeliveryId: z.string(),
        kind: deliveryKind,
        recipient: z.object({
          who: z.enum(['self', 'third-party']),
          name: z.string().optional(),
          email: z.string().optional(),
          address: z.array(z.string()).optional(),
          /** Of another form: what was asked for. */
          form: z.string().optional(),
        }),
        state: z.enum(['asked', 'preparing', 'ready', 'delivered', 'failed']),
        failureCode: z.string().nullable(),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        /** As the carrier said; `awaitsArrival` where the facility waits for that word (OD-8). */
        arrivedOn: calendarDate.nullable(),
        awaitsArrival: z.boolean(),
      }),
    ),
    /** The latest search of each exam that was searched for. */
    lastSearches: z.array(searchResult),
    letters: z.array(z.object({ id: z.string(), code: z.string(), titles: letterTitles, madeAt: z.string() })),
    history: z.array(
      z.object({
        at: z.string(),
        type: z.string(),
        outcome: z.string(),
        actor: z.string(),
        facts: z.record(z.string(), z.string()),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const openDeskLetter = endpoint({
  method: 'GET',
  path: '/api/desk/letters/:letterId',
  audience: 'desk',
  action: 'request.read',
  summary: 'A letter as it was sent (PDF)',
  input: z.object({ letterId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});
