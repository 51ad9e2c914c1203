import { isPosted } from '@echoback/right-of-access';
import { z } from 'zod';
import { askedWay, formProblems } from './asked-way.ts';
import {
  addressLines,
  calendarDate,
  email,
  examType,
  freeText,
  language,
  noContent,
  nothing,
} from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterTitles } from './letters.ts';
import { submitRequest } from './portal.ts';

const asked = submitRequest.input.shape;
/** An authorization as it came on paper: a part that it lacks is asked for by its name (L-AUTH), so nothing is required. */
const paperAuthorization = z.object({
  describesInformation: freeText.optional(),
  purpose: freeText.optional(),
  expiresOn: calendarDate.optional(),
  endsWithRequest: z.boolean().default(false),
  statementsAccepted: z.boolean().default(false),
});

/** What is missing for a copy to somebody else is no reason not to take a writing in: L-DIR asks for it. */
const intakeDelivery = askedWay.extend({ authorization: paperAuthorization.optional() }).superRefine((way, context) => {
  const needsAddress = isPosted(way.kind);
  for (const { path, message } of formProblems(way)) context.addIssue({ code: 'custom', path: [path], message });
  if (way.who === 'self' && needsAddress && !way.address) {
    context.addIssue({ code: 'custom', path: ['address'], message: 'Where should we mail it?' });
  }
  if (way.who === 'third-party' ? way.kind === 'online' : way.kind === 'secure-link') {
    const message = 'A link goes to somebody else, and only the person who asks signs in.';
    context.addIssue({ code: 'custom', path: ['kind'], message });
  }
  if (way.authorization && (way.who === 'self' || way.kind !== 'prints')) {
    const message = 'Only prints to somebody else go by an authorization.';
    context.addIssue({ code: 'custom', path: ['authorization'], message });
  }
});

const channel = z.enum(['portal', 'paper', 'fax', 'mail', 'walk-in', 'phone']);
export const intakeChannel = channel.exclude(['portal']);
const scanMediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);

export const keepScan = endpoint({
  method: 'POST',
  path: '/api/desk/scans',
  audience: 'desk',
  action: 'intake.record',
  summary: 'Keep a scanned page (PDF, JPEG or PNG, known by its bytes)',
  input: nothing,
  output: z.object({ scanId: z.uuid(), mediaType: scanMediaType }),
  refusals: ['not-a-scan', 'too-large', 'storage-full'],
  upload: { mediaType: 'application/octet-stream', maxBytes: 20 * 1024 * 1024 },
});

export const openScan = endpoint({
  method: 'GET',
  path: '/api/desk/scans/:scanId',
  audience: 'desk',
  action: 'intake.record',
  summary: 'The page that a request was typed from',
  input: z.object({ scanId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const recordIntake = endpoint({
  method: 'POST',
  path: '/api/desk/intakes',
  audience: 'desk',
  action: 'intake.record',
  summary: 'Take in a request by paper, fax, mail, visit or telephone; its clock starts on the day it came',
  input: z.object({
    channel: intakeChannel,
    receivedOn: calendarDate,
    department: freeText.optional(),
    scanId: z.uuid().optional(),
    /** How one knows of an earlier day where no page shows it. */
    earlierReason: freeText.min(3, { error: 'Say how you know.' }).optional(),
    signature: z.enum(['signed', 'unsigned', 'spoken']),
    signedOn: calendarDate.optional(),
    language,
    requester: asked.requester.extend({ email: email.optional(), address: addressLines.optional() }),
    patients: z
      .array(z.object({ patient: asked.patient, examItems: asked.examItems }))
      .min(1)
      .max(6),
    deliveries: z.array(intakeDelivery).min(1).max(6),
  }),
  output: z.object({
    requests: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        dueOn: calendarDate,
        acknowledgeBy: calendarDate,
        acknowledgedBy: z.enum(['e-mail', 'post']),
        passcodes: z.array(z.object({ recipientName: z.string(), passcode: z.string() })),
      }),
    ),
  }),
  refusals: ['not-found', 'storage-full'],
});

const otherRequest = z.object({
  requestId: z.string(),
  reference: z.string(),
  channel,
  receivedOn: calendarDate,
  closed: z.boolean(),
  known: z.enum(['joined', 'linked', 'one-writing']).nullable(),
  would: z.enum(['joined', 'linked']).nullable(),
  sameRequester: z.boolean(),
  exams: z.array(z.object({ examType, likeness: z.enum(['same', 'near', 'differs']) })),
  added: z.int(),
});

export const findLikeRequests = endpoint({
  method: 'POST',
  path: '/api/desk/intakes/likenesses',
  audience: 'desk',
  action: 'intake.record',
  summary: 'While a writing is typed: requests of the same person, and how like the exams are',
  input: z.object({
    patient: asked.patient.pick({ familyName: true, givenName: true, birthDate: true }),
    requesterName: z.string().trim().max(120),
    receivedOn: calendarDate,
    examItems: asked.examItems,
  }),
  output: z.object({ others: z.array(otherRequest) }),
  refusals: [],
});

export const readIntake = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/intake',
  audience: 'desk',
  action: 'request.read',
  summary: 'How a request came, and which others may be the same',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    channel,
    department: z.string().nullable(),
    signature: z.enum(['signed', 'unsigned', 'spoken']).nullable(),
    waitsForSignature: z.boolean(),
    earlierReason: z.string().nullable(),
    enteredBy: z.string().nullable(),
    scan: z.object({ scanId: z.string(), mediaType: scanMediaType }).nullable(),
    corrections: z.array(
      z.object({ before: calendarDate, receivedOn: calendarDate, reason: z.string(), by: z.string() }),
    ),
    reminders: z.array(z.object({ on: calendarDate, channel, note: z.string().nullable(), by: z.string() })),
    others: z.array(otherRequest),
  }),
  refusals: ['not-found'],
});

export const changeRequesterEmail = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/requester-emails',
  audience: 'desk',
  action: 'receipt.correct',
  summary: 'An e-mail address that the person gives later; who they are is shown again before anything opens',
  input: z.object({
    requestId: z.uuid(),
    email,
    howKnown: freeText.min(3, { error: 'Say how you know who gave it.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const correctReceipt = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/receipt-corrections',
  audience: 'desk',
  action: 'receipt.correct',
  summary: 'It came earlier than was thought; never later',
  input: z.object({
    requestId: z.uuid(),
    receivedOn: calendarDate,
    reason: freeText.min(3, { error: 'Say how you know.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'receipt-not-earlier'],
});

export const recordSignature = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/signature',
  audience: 'desk',
  action: 'intake.record',
  summary: 'The signed page came',
  input: z.object({ requestId: z.uuid(), signedOn: calendarDate }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const recordReminder = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/reminders',
  audience: 'desk',
  action: 'intake.record',
  summary: 'Somebody asked where it is: written down, and nothing moves',
  input: z.object({ requestId: z.uuid(), channel: intakeChannel, note: freeText.optional() }),
  output: noContent,
  refusals: ['not-found'],
});

export const joinRequests = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/links',
  audience: 'desk',
  action: 'duplicate.decide',
  summary: 'A repeat is joined to the request that came first; with another exam the two are only linked',
  input: z.object({ requestId: z.uuid(), otherId: z.uuid() }),
  output: z.object({ kind: z.enum(['joined', 'linked']), earlierId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'other-patient', 'storage-full'],
});

export const lettersToPost = endpoint({
  method: 'GET',
  path: '/api/desk/letters-to-post',
  audience: 'desk',
  action: 'letter.hand-over',
  summary: 'Letters that wait for the mail',
  input: nothing,
  output: z.object({
    letters: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        titles: letterTitles,
        requestId: z.string(),
        reference: z.string(),
        addressee: z.string(),
        address: z.array(z.string()),
        madeOn: calendarDate,
        sendBy: calendarDate.nullable(),
        mailFailed: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

export const handOverLetter = endpoint({
  method: 'POST',
  path: '/api/desk/letters/:letterId/handover',
  audience: 'desk',
  action: 'letter.hand-over',
  summary: 'The carrier took a letter: that is when it was sent',
  input: z.object({ letterId: z.uuid(), carrier: z.string().trim().min(2, { error: 'Who took it?' }).max(80) }),
  output: z.object({ sentOn: calendarDate }),
  refusals: ['not-found', 'wrong-step'],
});
