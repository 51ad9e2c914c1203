import { z } from 'zod';
import { noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const readTouchless = endpoint({
  method: 'GET',
  path: '/api/desk/touchless',
  audience: 'desk',
  action: 'touchless.read',
  summary: 'May the program give by itself what needs no look, and who said so',
  input: nothing,
  output: z.object({
    allowed: z.boolean(),
    decision: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
    mayChange: z.boolean(),
  }),
  refusals: [],
});

export const switchTouchless = endpoint({
  method: 'PUT',
  path: '/api/desk/touchless',
  audience: 'desk',
  action: 'touchless.switch',
  summary: 'Let the program give by itself, or stop it; the privacy officer says why',
  input: z.object({ allowed: z.boolean(), reason: z.string().trim().min(3, { error: 'Say why.' }).max(500) }),
  output: noContent,
  refusals: ['not-privacy-officer', 'invalid-input'],
});

/** What the program decided about a request by itself; each reason is why a person looks. */
export const touchlessVerdict = z.object({
  about: z.enum(['person', 'study', 'release']),
  examItemId: z.string().nullable(),
  byItself: z.boolean(),
  reasons: z.array(z.string()),
  at: z.string(),
});
