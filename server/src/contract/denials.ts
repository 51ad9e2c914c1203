import { z } from 'zod';
import { calendarDate, noContent } from './common-fields.ts';
import { hand, lack, said, why, words } from './determination-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterContent } from './letters.ts';

const proposedDenial = {
  /** A ground's code, or what somebody chose instead of one. */
  ground: z.string().trim().min(1).max(80),
  basis: words,
  /** What the ground's conditions rest on, by the condition's name. */
  shown: z.record(z.string().max(120), words),
  withheld: z.string().trim().max(240),
  withheldObjects: z.array(z.string().max(64)).max(20_000),
  withholdsReport: z.boolean(),
  accessReturnsOn: calendarDate.optional(),
  accessReturnsWords: z.string().trim().max(200).optional(),
};

export const previewDenial = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/denial-preview',
  audience: 'desk',
  action: 'denial.propose',
  summary: 'The letter as it would be sent, or everything that it still lacks; nothing is written',
  input: z.object({ examItemId: z.uuid(), ...proposedDenial }),
  output: z.object({
    kind: z.enum(['in-whole', 'in-part']).nullable(),
    letter: letterContent.nullable(),
    lacks: z.array(lack),
    refused: z
      .object({ reason: z.string(), instead: z.string().nullable(), letter: z.string().nullable(), cite: z.string() })
      .nullable(),
    why: z.array(why),
    decidedBy: hand,
    mayDecide: z.boolean(),
  }),
  refusals: ['not-found'],
});

export const proposeDenial = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/denials',
  audience: 'desk',
  action: 'denial.propose',
  summary: 'Propose a denial of an exam or a part of it; the right person decides; 45 CFR 164.524(a)(2)-(3)',
  input: z.object({ examItemId: z.uuid(), ...proposedDenial }),
  output: z.object({ denialId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'own-file', 'not-a-ground', 'denial-lacks', 'withheld-not-held'],
});

export const decideDenial = endpoint({
  method: 'POST',
  path: '/api/desk/denials/:denialId/decision',
  audience: 'desk',
  action: 'denial.decide',
  summary: 'Deny, and send the letter, or let the exam go on',
  input: z.object({ denialId: z.uuid(), deny: z.boolean() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'own-file', 'not-the-decider', 'denial-lacks', 'storage-full'],
});

export const askReview = endpoint({
  method: 'POST',
  path: '/api/portal/denials/:denialId/review',
  audience: 'requester',
  action: 'review.ask',
  summary: 'Ask that another professional look at a denial; 45 CFR 164.524(a)(4)',
  input: z.object({ denialId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'not-reviewable'],
});

export const recordReview = endpoint({
  method: 'POST',
  path: '/api/desk/denials/:denialId/review',
  audience: 'desk',
  action: 'denial.propose',
  summary: 'Write down that the person asked for a review',
  input: z.object({ denialId: z.uuid(), channel: said, askedOn: calendarDate }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'not-reviewable'],
});

export const decideReview = endpoint({
  method: 'POST',
  path: '/api/desk/reviews/:reviewId/decision',
  audience: 'desk',
  action: 'denial.decide',
  summary: 'Decide a review as a professional who took no part in the denial; 45 CFR 164.524(d)(4)',
  input: z.object({
    reviewId: z.uuid(),
    result: z.enum(['upheld', 'overturned']),
    reasons: z.string().trim().min(3, { error: 'Say why, for the letter.' }).max(2000),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'own-file', 'not-reviewable', 'reviewer-unfit', 'storage-full'],
});
