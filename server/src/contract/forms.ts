import { z } from 'zod';
import { addressLines, calendarDate, noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterContent } from './letters.ts';

const formKind = z.enum(['online', 'usb', 'cd', 'several-mails', 'prints']);
const unable = z.enum(['no equipment makes it', 'over the mail limit', 'own drive is an unacceptable security risk']);
/** Staff may say any of these; the law takes only what the facility is not able to do. */
const whyNot = z.enum([
  'no equipment makes it',
  'own drive is an unacceptable security risk',
  'habit or policy',
  'too much work',
  'nobody asks for it',
]);
const offeredForm = z.object({ form: formKind, electronic: z.boolean(), cents: z.int() });

const openOffer = z.object({
  id: z.string(),
  askedDeliveryId: z.string(),
  asked: z.string(),
  unable,
  forms: z.array(offeredForm),
  offeredAt: z.string(),
});

/** What the person's own page shows of it. */
export const formChoice = openOffer.extend({ hasAddress: z.boolean() });
export const mailWarning = z.object({ askedDeliveryId: z.string(), address: z.string() });

const chosenForm = z.object({
  offerId: z.uuid(),
  chosen: formKind,
  /** Electronic forms that the person turned down. */
  declined: z.array(formKind).max(5),
  address: addressLines.optional(),
});

export const readForms = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/forms',
  audience: 'desk',
  action: 'request.read',
  summary: 'Forms of the copy that are to be offered, wait for a choice, or were agreed on; warnings of plain mail',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    toOffer: z.array(z.object({ askedDeliveryId: z.string(), form: z.string() })),
    open: z.array(openOffer),
    agreed: z.array(
      z.object({
        asked: z.string(),
        chosen: formKind,
        how: z.enum(['portal', 'phone', 'mail', 'in-person']),
        agreedOn: calendarDate,
        recordedBy: z.string().nullable(),
      }),
    ),
    toWarn: z.array(mailWarning),
    warned: z.array(
      z.object({
        address: z.string(),
        channel: z.enum(['portal', 'phone', 'in-person', 'letter']),
        acceptedAt: z.string(),
        recordedBy: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const previewOffer = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/form-offer-previews',
  audience: 'desk',
  action: 'form.offer',
  summary: 'The letter that would offer other forms with their prices; nothing is written',
  input: z.object({ requestId: z.uuid(), askedDeliveryId: z.uuid(), why: whyNot }),
  output: letterContent,
  refusals: ['not-found', 'wrong-step', 'no-reason-to-refuse', 'letter-incomplete'],
});

export const offerForms = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/form-offers',
  audience: 'desk',
  action: 'form.offer',
  summary: 'Send L-FMT: why the form can not be made, what can, and what it costs; 45 CFR 164.524(c)(2)',
  input: z.object({ requestId: z.uuid(), askedDeliveryId: z.uuid(), why: whyNot }),
  output: z.object({ offerId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'no-reason-to-refuse', 'letter-incomplete', 'storage-full'],
});

export const recordFormChoice = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/form-choices',
  audience: 'desk',
  action: 'form.offer',
  summary: 'Note which form the person chose, told to the office',
  input: chosenForm.extend({
    requestId: z.uuid(),
    how: z.enum(['phone', 'mail', 'in-person']),
    on: calendarDate,
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'electronic-forms-first', 'not-on-offer'],
});

export const recordMailWarning = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/mail-warnings',
  audience: 'desk',
  action: 'mail-warning.record',
  summary: 'Note the yes to unencrypted mail after its warning, with the address read back',
  input: z.object({
    requestId: z.uuid(),
    askedDeliveryId: z.uuid(),
    channel: z.enum(['phone', 'in-person', 'letter']),
    addressReadBack: z.literal(true, { error: 'Read the address back first, letter by letter.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'storage-full'],
});

export const chooseForm = endpoint({
  method: 'POST',
  path: '/api/portal/form-choices',
  audience: 'requester',
  action: 'form.choose',
  summary: 'Choose among the forms that can be made',
  input: chosenForm,
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'electronic-forms-first', 'not-on-offer'],
});

export const acceptMailWarning = endpoint({
  method: 'POST',
  path: '/api/portal/mail-warnings/:askedDeliveryId',
  audience: 'requester',
  action: 'mail-warning.accept',
  summary: 'Say yes to unencrypted mail after its warning; HHS FAQ 2061',
  input: z.object({ askedDeliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'storage-full'],
});
