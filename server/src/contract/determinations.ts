import { z } from 'zod';
import { calendarDate, noContent } from './common-fields.ts';
import { breachFactors, denialView, hand, why } from './determination-fields.ts';
import { endpoint } from './endpoint.ts';

export const readDeterminations = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/determinations',
  audience: 'desk',
  action: 'request.read',
  summary: 'What may be decided for each exam, by whom and on what grounds, and what was decided',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    exams: z.array(
      z.object({
        examItemId: z.string(),
        mayDeny: z.boolean(),
        mayReopen: z.boolean(),
        /** What can be kept apart, once the pictures are here. */
        series: z.array(
          z.object({
            seriesInstanceUid: z.string(),
            number: z.int().nullable(),
            label: z.string().nullable(),
            stills: z.int(),
            clips: z.int(),
            others: z.int(),
            sopInstanceUids: z.array(z.string()),
          }),
        ),
        denials: z.array(denialView),
      }),
    ),
    grounds: z.array(
      z.object({
        code: z.string(),
        ground: z.string(),
        cite: z.string(),
        reviewable: z.boolean(),
        hand,
        conditions: z.array(z.string()),
        onlyForRepresentative: z.boolean(),
        returns: z.string().nullable(),
      }),
    ),
    notGrounds: z.array(
      z.object({ reason: z.string(), instead: z.string().nullable(), letter: z.string().nullable(), cite: z.string() }),
    ),
    holds: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        holds: z.array(z.enum(['images', 'report'])),
        from: calendarDate.nullable(),
        until: calendarDate.nullable(),
        opensAt: z.string().nullable(),
        /** A clinician who talks it over with the patient may open the report sooner. */
        clinicianMayOpen: z.boolean(),
        setBy: z.string(),
        setAt: z.string(),
        why,
      }),
    ),
    /** Reports that a clinician let open before their hold ended by itself. */
    letOpen: z.array(z.object({ clinician: z.string(), at: z.string(), reason: z.string(), recordedBy: z.string() })),
    holdCodes: z.array(
      z.object({ code: z.string(), title: z.string(), demands: z.array(z.string()), cite: z.string() }),
    ),
    /** Statutes of this pack that keep some reports closed for a while. */
    embargoes: z.array(z.object({ id: z.string(), covers: z.string(), cite: z.string() })),
    neverHolds: z.array(z.object({ code: z.string(), sentence: z.string(), cite: z.string() })),
    withdrawal: z
      .object({ withdrawnOn: calendarDate, channel: z.string(), keepUntil: calendarDate.nullable() })
      .nullable(),
    releases: z.array(
      z.object({
        id: z.string(),
        approvedAt: z.string(),
        incident: z
          .object({
            what: z.enum(['wrong-patient', 'wrong-recipient']),
            discoveredOn: calendarDate,
            individualBy: calendarDate,
            authorityBy: calendarDate,
            authority: z.enum(['hhs-ocr', 'supervisory-authority']),
            why,
            id: z.string(),
            /** The four factors, the newest; without them it is presumed a breach. */
            assessment: z
              .object({ ...breachFactors, assessedBy: z.string(), at: z.string(), isBreach: z.boolean() })
              .nullable(),
          })
          .nullable(),
      }),
    ),
    privacyOfficer: z.boolean(),
    /** The letter about a breach names a number that costs the caller nothing. */
    tollFreeWanted: z.boolean(),
  }),
  refusals: ['not-found'],
});

export const choosePictures = endpoint({
  method: 'PUT',
  path: '/api/desk/exam-items/:examItemId/picture-choice',
  audience: 'desk',
  action: 'picture.check',
  summary: 'Which pictures of the study were asked for; null gives the whole study instead',
  input: z.object({
    examItemId: z.uuid(),
    sopInstanceUids: z.array(z.string().max(64)).min(1).max(20_000).nullable(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'whole-study-asked'],
});
