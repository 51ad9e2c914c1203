import { z } from 'zod';
import { portalDelivery } from './asked-way.ts';
import { requesterKinds } from './authority.ts';
import { openQuestion } from './clarification.ts';
import {
  calendarDate,
  deliveryKind,
  email,
  examCounts,
  examType,
  explainedDueDate,
  feeChange,
  feeQuote,
  freeText,
  language,
  noContent,
  nothing,
  oneTimeCode,
  openWait,
  personName,
} from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { formChoice, mailWarning } from './forms.ts';
import { inspectionStanding } from './inspection-fields.ts';
import { letterTitles } from './letters.ts';

export const readFacility = endpoint({
  method: 'GET',
  path: '/api/facility',
  audience: 'public',
  action: 'facility.read',
  summary: 'Who runs this portal and what it offers',
  input: nothing,
  output: z.object({
    name: z.string(),
    timeZone: z.string(),
    officeName: z.string(),
    phone: z.string(),
    email: z.string(),
    today: calendarDate,
    demo: z.boolean(),
    responseDays: z.int(),
    /** Of every amount that is shown. */
    currency: z.enum(['USD', 'EUR']),
    session: z.enum(['none', 'requester', 'recipient', 'staff']),
  }),
  refusals: [],
});

export const openRequestForm = endpoint({
  method: 'GET',
  path: '/api/request-form',
  audience: 'public',
  action: 'request-form.read',
  summary: 'The request as a form to print or fill in (PDF), with the same fields as the portal',
  input: z.object({ language: language.default('en') }),
  output: noContent,
  refusals: [],
  bytes: true,
});

export const makeQuote = endpoint({
  method: 'POST',
  path: '/api/quotes',
  audience: 'public',
  action: 'quote.make',
  summary: 'Fee and due date before anything is sent; 45 CFR 164.524(b)(2), (c)(4)',
  input: z
    .object({
      /** To the person who asks. */
      deliveries: z.array(deliveryKind).max(8).default([]),
      /** To somebody else: those have their own price rule (OD-24; 45 CFR 164.508 for prints). */
      toOthers: z.array(deliveryKind).max(8).default([]),
      examCount: z.int().min(1).max(20).default(1),
    })
    .refine(({ deliveries, toOthers }) => deliveries.length + toOthers.length > 0, {
      path: ['deliveries'],
      message: 'Name at least one way.',
    }),
  output: z.object({
    fee: feeQuote,
    due: explainedDueDate,
    /** What each way would cost alone, to the person and to somebody else. */
    prices: z.record(deliveryKind, feeQuote),
    pricesToOthers: z.record(deliveryKind, feeQuote),
  }),
  refusals: [],
});

export const sendContactCode = endpoint({
  method: 'POST',
  path: '/api/contact-codes',
  audience: 'public',
  action: 'contact-code.send',
  summary: 'Send a one-time code to the address that the person typed',
  input: z.object({ email, language }),
  output: z.object({ codeId: z.uuid(), expiresAt: z.string() }),
  refusals: ['too-many-tries'],
});

export const confirmContact = endpoint({
  method: 'POST',
  path: '/api/contact-codes/:codeId/confirmation',
  audience: 'public',
  action: 'contact-code.confirm',
  summary: 'Prove control of that address (not identity)',
  input: z.object({ codeId: z.uuid(), code: oneTimeCode }),
  output: noContent,
  refusals: ['wrong-code', 'too-many-tries'],
});

export const examItemInput = z
  .object({
    examType,
    bodyPart: freeText.optional(),
    onOrAfter: calendarDate.optional(),
    onOrBefore: calendarDate.optional(),
    dateWords: freeText.optional(),
    place: freeText.optional(),
    scope: z.enum(['entire-study', 'certain-images']).default('entire-study'),
    certainImages: freeText.optional(),
    withReport: z.boolean().default(true),
  })
  .refine((item) => !item.onOrAfter || !item.onOrBefore || item.onOrAfter <= item.onOrBefore, {
    path: ['onOrBefore'],
    message: 'The last day is before the first day.',
  })
  .refine((item) => item.scope === 'entire-study' || Boolean(item.certainImages), {
    path: ['certainImages'],
    message: 'Say which pictures you mean.',
  });

export const submitRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  audience: 'public',
  action: 'request.create',
  summary: 'Sign and send a request; the clock starts today',
  input: z.object({
    language,
    patient: z.object({
      familyName: personName,
      givenName: personName,
      formerNames: freeText.optional(),
      birthDate: calendarDate,
      mrn: z.string().trim().max(64).optional(),
    }),
    requester: z.object({
      is: z.enum(requesterKinds),
      basis: freeText.optional(),
      name: personName,
      phone: z.string().trim().max(40).optional(),
    }),
    examItems: z.array(examItemInput).min(1).max(20),
    deliveries: z.array(portalDelivery).min(1).max(6),
    contactCodeId: z.uuid(),
    signedName: personName,
  }),
  output: z.object({
    reference: z.string(),
    /** Passcodes for secure links, told once: the person passes them on another way. */
    passcodes: z.array(z.object({ recipientName: z.string(), passcode: z.string() })),
  }),
  refusals: ['contact-not-confirmed', 'signature-differs', 'storage-full'],
});

export const sendSignInCode = endpoint({
  method: 'POST',
  path: '/api/sign-in-codes',
  audience: 'public',
  action: 'sign-in-code.send',
  summary: 'Send a code to the confirmed address of this reference; answers alike for unknown references',
  input: z.object({ reference: z.string().trim().min(1).max(20), language }),
  output: z.object({ codeId: z.uuid(), expiresAt: z.string() }),
  refusals: ['too-many-tries'],
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/sign-ins',
  audience: 'public',
  action: 'sign-in.requester',
  summary: 'Come back to a request with its code',
  input: z.object({ codeId: z.uuid(), code: oneTimeCode }),
  output: z.object({ reference: z.string() }),
  refusals: ['wrong-code', 'too-many-tries'],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  audience: 'public',
  action: 'session.end',
  summary: 'End this session on the server',
  input: nothing,
  output: noContent,
  refusals: [],
});

/** The stages that the tracking page draws as arcs. */
export const stage = z.enum(['asked', 'it-is-you', 'found', 'checked', 'yours']);

export const trackRequest = endpoint({
  method: 'GET',
  path: '/api/portal/request',
  audience: 'requester',
  action: 'request.track',
  summary: 'Where my request stands',
  input: nothing,
  output: z.object({
    reference: z.string(),
    patientName: z.string(),
    requesterName: z.string(),
    stage,
    closed: z.boolean(),
    /** The first sentence of the page: a locale key, with what it needs. */
    headline: z.enum([
      'received',
      'prove-identity',
      'searching',
      'found',
      'getting',
      'checking',
      'preparing',
      'ready',
      'part-ready',
      'mailing',
      'none-found',
      'none-to-give',
      'not-maintained',
      'denied',
      'withdrawn',
      'not-theirs',
    ]),
    due: explainedDueDate,
    waits: z.array(openWait),
    /** What the facility asks; nobody has to answer, and the letter said what comes then. */
    question: openQuestion.nullable(),
    /** Forms to choose from, where the one that was asked for can not be made. */
    formChoices: z.array(formChoice),
    /** Plain mail that waits for the yes to its warning. */
    mailWarnings: z.array(mailWarning),
    /** Looking in person; null where nobody asked for it. */
    visit: inspectionStanding.nullable(),
    /** A copy goes out, or still may; else nothing is owed. */
    copyComes: z.boolean(),
    fee: feeQuote,
    feeChange,
    identity: z.object({
      proved: z.boolean(),
      /** A code is on its way to a contact on file: the page shows where to type it. */
      codeSent: z.boolean(),
    }),
    examItems: z.array(
      z.object({
        id: z.string(),
        examType,
        bodyPart: z.string().nullable(),
        onOrAfter: calendarDate.nullable(),
        onOrBefore: calendarDate.nullable(),
        dateWords: z.string().nullable(),
        place: z.string().nullable(),
        scope: z.enum(['entire-study', 'certain-images']),
        withReport: z.boolean(),
        state: z.string(),
        outcome: z.string().nullable(),
        outcomeReason: z.string().nullable(),
        found: z.object({ description: z.string().nullable(), studyDate: calendarDate.nullable() }).nullable(),
        counts: examCounts.nullable(),
        /** State law keeps its report closed online until then. */
        reportOpens: z.object({ at: z.string(), cite: z.string() }).nullable(),
        partGiven: z.enum(['pictures', 'report']).nullable(),
      }),
    ),
    deliveries: z.array(
      z.object({
        id: z.string(),
        kind: deliveryKind,
        form: z.string().nullable(),
        recipientName: z.string().nullable(),
        state: z.enum(['asked', 'preparing', 'ready', 'delivered', 'failed', 'not-sent']),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
      }),
    ),
    /** What was denied, in whole or in part, and whether somebody else may be asked to look. */
    denials: z.array(
      z.object({
        id: z.string(),
        examItemId: z.string(),
        mayAskReview: z.boolean(),
        review: z.enum(['open', 'upheld', 'overturned']).nullable(),
      }),
    ),
    mayWithdraw: z.boolean(),
    letters: z.array(z.object({ id: z.string(), code: z.string(), titles: letterTitles, madeAt: z.string() })),
    history: z.array(z.object({ at: z.string(), event: z.string(), facts: z.record(z.string(), z.string()) })),
    releaseReady: z.boolean(),
  }),
  refusals: [],
});

export const proveIdentity = endpoint({
  method: 'POST',
  path: '/api/portal/identity-proof',
  audience: 'requester',
  action: 'identity.prove',
  summary: 'Type the code that went to a contact the facility already held; 45 CFR 164.514(h)',
  input: z.object({ code: oneTimeCode }),
  output: noContent,
  refusals: ['wrong-code', 'too-many-tries'],
});
