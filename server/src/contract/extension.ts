import { z } from 'zod';
import { calendarDate, freeText, noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const extensionCause = z.enum(['off-site-storage', 'outside-vendor', 'backlog', 'other']);

/** A part of a letter as it is read before it is sent. */
const letterPart = z.object({ heading: z.boolean(), text: z.string() });

const wishRefusals = [
  'already-extended',
  'too-late-to-extend',
  'no-extension-given',
  'reason-missing',
  'supervisor-needed',
  'date-too-early',
  'date-too-late',
  'notice-incomplete',
] as const;

export const readExtension = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/extension',
  audience: 'desk',
  action: 'request.read',
  summary: 'Whether the due date may be moved by a letter, between which days, and the letter that waits',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    firstDue: calendarDate,
    latest: calendarDate,
    barred: z
      .object({ code: z.string(), cite: z.string(), on: calendarDate.nullable(), law: z.string().nullable() })
      .nullable(),
    sent: z.object({ sentOn: calendarDate, promisedOn: calendarDate, reason: z.string() }).nullable(),
    wish: z
      .object({
        id: z.string(),
        promisedOn: calendarDate,
        reason: z.string(),
        cause: extensionCause,
        readyNow: z.string().nullable(),
        wishedBy: z.string(),
        wishedAt: z.string(),
        agreedBy: z.string().nullable(),
        needsSupervisor: z.boolean(),
        stopped: z.string().nullable(),
        letter: z.object({ title: z.string(), language: z.string(), parts: z.array(letterPart) }).nullable(),
      })
      .nullable(),
    byPortal: z.boolean(),
  }),
  refusals: ['not-found'],
});

export const wishExtension = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/extension-wishes',
  audience: 'desk',
  action: 'extension.write',
  summary: 'Write what the extension letter would say; it moves nothing until it is sent. 45 CFR 164.524(b)(2)(ii)',
  input: z.object({
    requestId: z.uuid(),
    promisedOn: calendarDate,
    /** In words that the patient will read. */
    reason: freeText,
    cause: extensionCause,
    readyNow: freeText.optional(),
  }),
  output: z.object({ wishId: z.string(), needsSupervisor: z.boolean() }),
  refusals: ['not-found', 'wrong-step', ...wishRefusals],
});

export const agreeExtension = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/extension-wishes/:wishId/agreement',
  audience: 'desk',
  action: 'extension.agree',
  summary: 'A supervisor stands for an extension whose reason says only that there is much to do',
  input: z.object({ requestId: z.uuid(), wishId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'changed-meanwhile', ...wishRefusals],
});

export const openExtensionLetter = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/extension-letter',
  audience: 'desk',
  action: 'extension.write',
  summary: 'The extension letter as it would go out today (PDF)',
  input: z.object({ requestId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'letter-incomplete'],
  bytes: true,
});

export const sendExtension = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/extension',
  audience: 'desk',
  action: 'extension.write',
  summary: 'Send the one letter that moves a due date, by portal and mail or handed to the carrier (OD-10)',
  input: z.object({ requestId: z.uuid(), wishId: z.uuid(), by: z.enum(['portal', 'post']) }),
  output: z.object({ dueOn: calendarDate }),
  refusals: [
    'not-found',
    'changed-meanwhile',
    'wrong-step',
    'no-electronic-address',
    'letter-incomplete',
    'storage-full',
    ...wishRefusals,
  ],
});
