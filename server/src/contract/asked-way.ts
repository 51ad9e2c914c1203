import { isPosted } from '@echoback/right-of-access';
import { z } from 'zod';
import { addressLines, calendarDate, deliveryKind, email, freeText, personName } from './common-fields.ts';

/** What the form asks; who may disclose, who may receive and the three statements are in its words (164.508(c)(1), (2)). */
const authorization = z
  .object({
    describesInformation: freeText.min(1, { error: 'Say which pictures or records may go.' }),
    purpose: freeText.min(1, { error: 'Say what it is for. “At my request” is enough.' }),
    /** A last day, or an event: 164.508(c)(1)(v). */
    expiresOn: calendarDate.optional(),
    endsWithRequest: z.boolean().default(false),
    statementsAccepted: z.literal(true, { error: 'Read and accept the three statements.' }),
  })
  .refine(({ expiresOn, endsWithRequest }) => endsWithRequest !== Boolean(expiresOn), {
    path: ['expiresOn'],
    message: 'Say until which day it holds, or that it ends with this request.',
  });

/** One way to one recipient, as somebody asks for it; what must be there depends on where they ask. */
export const askedWay = z.object({
  kind: deliveryKind,
  who: z.enum(['self', 'third-party']).default('self'),
  name: personName.optional(),
  email: email.optional(),
  address: addressLines.optional(),
  /** Of another form: what is asked for, such as “VHS tape”. */
  form: z.string().trim().max(120).optional(),
  /** Of looking in person: when it would suit. */
  times: z.string().trim().max(200, { error: 'At most 200 letters.' }).optional(),
});

type Asked = z.output<typeof askedWay>;

/** What a form that is not on the list, and unencrypted mail, need wherever they are asked for. */
export function formProblems({ kind, who, form }: Asked): { path: 'form' | 'kind'; message: string }[] {
  const isFree = kind === 'other-form';
  if (isFree && !form) return [{ path: 'form', message: 'Which form? A few words are enough.' }];
  const onlyOwn = isFree || kind === 'email-unencrypted' || kind === 'inspection';
  if (!onlyOwn || who === 'self') return [];
  return [{ path: 'kind', message: 'Somebody else gets a secure link, a disc, a stick or prints.' }];
}

/** As the portal asks for it: whole, because the person is there to complete it. */
export const portalDelivery = askedWay
  .extend({
    /** For film or paper to somebody else, where a directive does not reach: 45 CFR 164.508(c). */
    authorization: authorization.optional(),
    /** Of unencrypted mail: the warning was read, and it is still wanted. HHS FAQ 2061. */
    warningAccepted: z.boolean().default(false),
  })
  .superRefine((asked, context) => {
    const need = (field: 'name' | 'email' | 'address', message: string) => {
      if (!asked[field]) context.addIssue({ code: 'custom', path: [field], message });
    };
    if (asked.kind === 'secure-link') {
      need('name', 'Who should get the link?');
      need('email', 'Where should the link go?');
    }
    if (isPosted(asked.kind)) need('address', 'Where should we mail it?');
    if (asked.who === 'third-party') need('name', 'Who should get it?');
    if (asked.who === 'third-party' && asked.kind === 'online') {
      const message = 'Only the person who asks signs in here. Somebody else gets a secure link.';
      context.addIssue({ code: 'custom', path: ['kind'], message });
    }
    for (const { path, message } of formProblems(asked)) context.addIssue({ code: 'custom', path: [path], message });
    if (asked.kind === 'email-unencrypted' && !asked.warningAccepted) {
      const message = 'Read the warning and say yes, or choose another way.';
      context.addIssue({ code: 'custom', path: ['warningAccepted'], message });
    }
    const needsAuthorization = asked.who === 'third-party' && asked.kind === 'prints';
    if (needsAuthorization !== Boolean(asked.authorization)) {
      const message = 'Prints to somebody else need an authorization, and nothing else does.';
      context.addIssue({ code: 'custom', path: ['authorization'], message });
    }
  });
