import { z } from 'zod';
import { calendarDate } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
  z.object({
    kind: z.literal('facts'),
    caption: z.string(),
    rows: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
]);

const part = { language: z.string(), title: z.string(), blocks: z.array(block).readonly() };

/** What a kept letter calls itself: in its own language first, then in any other that it also holds. */
export const letterTitles = z.array(z.object({ language: z.string(), title: z.string() }));

/** A letter's words in one language. */
export const letterPart = z.object(part);

/** A letter as it was sent, part by part: to be read on a page. */
export const letterContent = z.object({
  ...part,
  code: z.string(),
  reference: z.string(),
  sentOn: calendarDate,
  facility: z.object({
    name: z.string(),
    officeName: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.array(z.string()).readonly(),
  }),
  addressee: z.object({ name: z.string(), address: z.array(z.string()).readonly().optional() }),
  /** The same in English, where nobody qualified has reviewed the first part. */
  beside: letterPart.optional(),
});

export const readLetterPage = endpoint({
  method: 'GET',
  path: '/api/portal/letters/:letterId/content',
  audience: 'requester',
  action: 'letter.read',
  summary: 'A letter as it was sent, to be read on a page',
  input: z.object({ letterId: z.uuid() }),
  output: letterContent,
  refusals: ['not-found'],
});
