import { z } from 'zod';
import { noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

/** S6: twenty exams with every field filled come to less than half of it. */
const longestDraft = 64 * 1024;
const answers = z
  .record(z.string(), z.json())
  .refine((all) => JSON.stringify(all).length <= longestDraft, { error: 'These answers are too long to keep.' });

/** Answers not yet sent, for whoever reads the confirmed mailbox; nothing of them is in an address or in the browser. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/request-drafts',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Keep the answers for 30 days, for whoever confirms this address again',
  input: z.object({ contactCodeId: z.uuid(), answers }),
  output: z.object({ expiresAt: z.string() }),
  refusals: ['contact-not-confirmed'],
});

export const openDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/openings',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Take up the answers that were kept for this confirmed address',
  input: z.object({ contactCodeId: z.uuid() }),
  output: z.object({ answers: z.record(z.string(), z.json()), savedAt: z.string(), expiresAt: z.string() }),
  refusals: ['contact-not-confirmed', 'no-draft'],
});

export const deleteDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/deletions',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Throw the kept answers away',
  input: z.object({ contactCodeId: z.uuid() }),
  output: noContent,
  refusals: ['contact-not-confirmed'],
});
