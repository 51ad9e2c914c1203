import { z } from 'zod';
import { calendarDate, freeText, noContent, personName } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { inspectionStanding, inspectionTime } from './inspection-fields.ts';
import { letterContent } from './letters.ts';

const offer = z.object({
  requestId: z.uuid(),
  place: z.string().trim().min(3, { error: 'Say where: street, floor, room.' }).max(200),
  askFor: z.string().trim().min(2, { error: 'Say whom to ask for.' }).max(120),
  times: z
    .array(inspectionTime)
    .min(1)
    .max(6)
    .refine((times) => new Set(times.map(({ on, at }) => `${on} ${at}`)).size === times.length, {
      error: 'Each time only once.',
    }),
});

const answer = z.object({
  offerId: z.uuid(),
  /** One of the times on offer. */
  time: inspectionTime.optional(),
  /** None of them suits: what would. */
  wish: z.string().trim().min(2, { error: 'Say which days and times suit.' }).max(200).optional(),
});
const oneAnswer = { error: 'Choose a time, or say which one would suit.' };

export const readInspection = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/inspection',
  audience: 'desk',
  action: 'request.read',
  summary: 'Looking in person: times on offer, what is ready to be shown, who came; null where nobody asked for it',
  input: z.object({ requestId: z.uuid() }),
  output: z
    .object({
      suits: z.string().nullable(),
      standing: inspectionStanding,
      offerBy: calendarDate,
      dueOn: calendarDate,
      ready: z.array(
        z.object({
          examItemId: z.string(),
          label: z.string(),
          stills: z.int(),
          clips: z.int(),
          reports: z.int(),
        }),
      ),
      visits: z.array(
        z.object({
          outcome: z.enum(['held', 'missed']),
          on: calendarDate,
          at: z.string(),
          came: z.string().nullable(),
          shown: z.array(z.string()),
          shownBy: z.string().nullable(),
        }),
      ),
      place: z.string(),
      askFor: z.string(),
    })
    .nullable(),
  refusals: ['not-found'],
});

export const previewInspectionOffer = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/inspection-offer-previews',
  audience: 'desk',
  action: 'inspection.arrange',
  summary: 'The letter that would offer times to come and look; nothing is written',
  input: offer,
  output: letterContent,
  refusals: ['not-found', 'wrong-step', 'letter-incomplete'],
});

export const offerInspection = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/inspection-offers',
  audience: 'desk',
  action: 'inspection.arrange',
  summary: 'Offer times and a place to look at the pictures in person, by letter; 45 CFR 164.524(c)(3)(i)',
  input: offer,
  output: z.object({ offerId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'letter-incomplete', 'storage-full'],
});

export const recordInspectionAnswer = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/inspection-answers',
  audience: 'desk',
  action: 'inspection.arrange',
  summary: 'Note which time the person chose, or that they need another one, told to the office',
  input: answer
    .extend({ requestId: z.uuid(), how: z.enum(['phone', 'mail', 'in-person']), saidOn: calendarDate })
    .refine(({ time, wish }) => Boolean(time) !== Boolean(wish), { path: ['time'], ...oneAnswer }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'not-on-offer'],
});

export const recordInspectionVisit = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/inspection-visits',
  audience: 'desk',
  action: 'inspection.arrange',
  summary: 'Who came and what they were shown: access is given to it; 45 CFR 164.524(c)(1)',
  input: inspectionTime.extend({
    requestId: z.uuid(),
    came: freeText.min(2, { error: 'Who came?' }),
    shown: z.array(z.uuid()).min(1, { error: 'Choose what was shown.' }).max(20),
    shownBy: personName,
  }),
  output: z.object({ allShown: z.boolean() }),
  refusals: ['not-found', 'wrong-step'],
});

export const recordMissedVisit = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/missed-inspection-visits',
  audience: 'desk',
  action: 'inspection.arrange',
  summary: 'Nobody came at the time that was chosen: the request stays open, and another time is offered',
  input: z.object({ requestId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const answerInspectionOffer = endpoint({
  method: 'POST',
  path: '/api/portal/inspection-answers',
  audience: 'requester',
  action: 'inspection.choose',
  summary: 'Choose one of the times to come and look, or ask for another one',
  input: answer.refine(({ time, wish }) => Boolean(time) !== Boolean(wish), { path: ['time'], ...oneAnswer }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'not-on-offer'],
});
