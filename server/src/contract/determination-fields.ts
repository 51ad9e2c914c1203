import { z } from 'zod';
import { calendarDate } from './common-fields.ts';

/** Fields that denials, holds and records of taking back share. */
export const why = z.object({
  rule: z.string(),
  cite: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
});
export const lack = z.object({ name: z.string(), cite: z.string() });
export const hand = z.enum(['licensed-professional', 'privacy-officer']);
export const words = z.string().trim().max(2000);
export const said = z.enum(['phone', 'in-person', 'letter', 'fax', 'email']);

export const denialView = z.object({
  id: z.string(),
  ground: z.string(),
  basis: z.string(),
  withheld: z.string(),
  /** How many files are kept apart; 0 when the whole exam is denied. */
  withheldFiles: z.int(),
  withholdsReport: z.boolean(),
  state: z.enum(['proposed', 'denied-in-whole', 'denied-in-part', 'not-denied', 'overturned']),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Who must decide, and whether the reader may. */
  hand,
  mayDecide: z.boolean(),
  reviewable: z.boolean(),
  /** U3: the day on which access returns, and whether it has come. */
  accessReturnsOn: calendarDate.nullable(),
  accessHasReturned: z.boolean(),
  letterId: z.string().nullable(),
  why: z.array(why),
  review: z
    .object({
      id: z.string(),
      channel: z.string(),
      askedOn: calendarDate,
      decideBy: calendarDate,
      mayDecide: z.boolean(),
      /** Why the reader may not decide it. */
      unfit: z.array(lack),
      result: z.enum(['upheld', 'overturned']).nullable(),
      reviewer: z.string().nullable(),
      decidedOn: calendarDate.nullable(),
    })
    .nullable(),
});

/** 45 CFR 164.402(2). */
const factor = z.string().trim().min(3, { error: 'Say it in a few words.' }).max(1000);
export const breachFactors = {
  whatData: factor,
  whoGotIt: factor,
  acquiredOrViewed: factor,
  mitigated: factor,
  lowProbability: z.boolean(),
};
