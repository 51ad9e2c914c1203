import { z } from 'zod';
import { calendarDate, noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterPart } from './letters.ts';

const providerKind = z.enum(['hospital', 'clinic', 'physician', 'ehr-provider', 'custodian']);
const confidence = z.enum(['high', 'medium', 'low']);
const days = z.int().min(0).max(3650);

/**
 * What a facility promises beyond its law; the engine refuses what would be laxer, by the rule it breaks. A key that is not
 * here is refused too: kept and read by nobody, it would look like a promise.
 */
const overlay = z.strictObject({
  responseDays: z.strictObject({ copy: days.optional(), inspect: days.optional(), report: days.optional() }).optional(),
  extensionDays: days.optional(),
  /** Never fewer than the law's own. */
  retentionYears: z
    .strictObject({ images: z.int().min(0).max(200).optional(), records: z.int().min(0).max(200).optional() })
    .optional(),
  warningPercents: z.array(z.int().min(1).max(99)).max(10).optional(),
  /** In the unit of the law's own limit. */
  serviceLimits: z.record(z.string().max(40), days).optional(),
  answers: z.record(z.string().max(10), z.string().max(60)).optional(),
  /** Proposed law that the facility keeps already. */
  adoptedProposals: z.array(z.string().max(80)).max(20).optional(),
  practices: z.array(z.string().max(60)).max(40).optional(),
});

const lawPeriod = z
  .object({ n: z.int(), unit: z.enum(['calendar-day', 'business-day', 'month']), cite: z.string() })
  .nullable();
const lawYears = z.object({ years: z.int(), cite: z.string() }).nullable();

export const readPolicy = endpoint({
  method: 'GET',
  path: '/api/desk/policy',
  audience: 'desk',
  action: 'policy.read',
  summary: 'The law this facility answers by, its own promises, and what the law leaves open',
  input: nothing,
  output: z.object({
    choice: z.string(),
    title: z.string(),
    decidedOn: calendarDate.nullable(),
    provider: z.array(providerKind),
    bases: z.array(z.object({ id: z.string(), title: z.string() })),
    additions: z.array(z.object({ id: z.string(), title: z.string(), onTopOf: z.string() })),
    overlay,
    /** What the law itself says where the facility may promise more; null where it names no number. */
    law: z.object({
      copy: lawPeriod,
      inspect: lawPeriod,
      extension: z.object({ days: z.int(), cite: z.string() }).nullable(),
      images: lawYears,
      records: lawYears,
      warningPercents: z.array(z.int()),
    }),
    periods: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['inspect', 'copy', 'report']),
        limit: z.object({ n: z.int(), unit: z.enum(['calendar-day', 'business-day', 'month']) }).nullable(),
        extension: z.boolean(),
        cite: z.string(),
        confidence,
        note: z.string().nullable(),
        confirmedBy: z.string().nullable(),
      }),
    ),
    /** What the house promises beside the law (OD-25): at most so long, and as short as the facility likes. */
    serviceLimits: z.array(
      z.object({
        name: z.string(),
        most: z.int(),
        n: z.int(),
        unit: z.enum(['calendar-day', 'business-day', 'month']),
      }),
    ),
    /** Law that is not in force and can be kept already. */
    proposals: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['inspect', 'copy', 'report']),
        limit: z.object({ n: z.int(), unit: z.enum(['calendar-day', 'business-day', 'month']) }).nullable(),
        cite: z.string(),
        adopted: z.boolean(),
      }),
    ),
    /** Rules that set no period and of which the pack is not sure; a medium one acts meanwhile. */
    unsureRules: z.array(
      z.object({
        id: z.string(),
        about: z.enum(['embargo', 'retention', 'hold', 'age-of-consent', 'pause', 'clock-end']),
        cite: z.string(),
        confidence,
        confirmedBy: z.string().nullable(),
      }),
    ),
    openDecisions: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        reason: z.string(),
        chosen: z.string(),
        answers: z.array(z.object({ setting: z.string(), words: z.string(), isDefault: z.boolean() })),
      }),
    ),
    barredPractices: z.array(z.object({ practice: z.string(), sentence: z.string(), cite: z.string() })),
  }),
  refusals: ['forbidden'],
});

export const choosePolicy = endpoint({
  method: 'PUT',
  path: '/api/desk/policy',
  audience: 'desk',
  action: 'policy.edit',
  summary: 'Choose the law and the promises that govern what is received from now on',
  input: z.object({
    choice: z.string().regex(/^[a-z-]{2,30}(\+[A-Z]{2}){0,3}$/),
    provider: z.array(providerKind).max(5),
    overlay,
  }),
  output: noContent,
  refusals: ['forbidden', 'invalid-input', 'laxer-than-law'],
});

export const confirmRule = endpoint({
  method: 'POST',
  path: '/api/desk/policy/confirmations',
  audience: 'desk',
  action: 'policy.edit',
  summary: 'A named person confirms a rule that the pack is not sure of',
  input: z.object({ row: z.string().max(80), by: z.string().trim().min(1).max(120) }),
  output: noContent,
  refusals: ['forbidden', 'laxer-than-law'],
});

export const listLanguageReviews = endpoint({
  method: 'GET',
  path: '/api/desk/language-reviews',
  audience: 'desk',
  action: 'policy.read',
  summary: 'Which translations await a qualified reader; 45 CFR 92.201(c)(3)',
  input: nothing,
  output: z.object({
    awaited: z.array(
      z.object({
        letter: z.string(),
        language: z.string(),
        version: z.string(),
        standing: z.enum(['unreviewed', 'stale']),
        /** A letter that the law of this facility wants. */
        byLaw: z.boolean(),
      }),
    ),
    reviewed: z.array(
      z.object({
        letter: z.string(),
        language: z.string(),
        reviewedBy: z.string(),
        qualification: z.string(),
        reviewedOn: calendarDate,
      }),
    ),
  }),
  refusals: ['forbidden'],
});

export const readWording = endpoint({
  method: 'GET',
  path: '/api/desk/language-reviews/:letter',
  audience: 'desk',
  action: 'policy.read',
  summary: 'Every sentence that a letter of this kind may hold, the English beside the Spanish; 45 CFR 92.201(c)(3)',
  input: z.object({ letter: z.string().max(10) }),
  output: z.object({
    letter: z.string(),
    /** Of the Spanish, as it is recorded with a review. */
    version: z.string(),
    standing: z.enum(['reviewed', 'stale', 'unreviewed']),
    /** One letter about made people, as it would be sent. */
    example: z.object({ en: letterPart, es: letterPart }),
    sections: z.array(
      z.object({
        id: z.enum(['own', 'denial', 'filled-in', 'shared', 'names']),
        sentences: z.array(z.object({ en: z.string(), es: z.string() })),
      }),
    ),
  }),
  refusals: ['forbidden', 'not-found'],
});

export const recordLanguageReview = endpoint({
  method: 'POST',
  path: '/api/desk/language-reviews',
  audience: 'desk',
  action: 'policy.edit',
  summary: 'Somebody qualified has read this very wording',
  input: z.object({
    letter: z.string().max(10),
    language: z.enum(['en', 'es']),
    version: z.string().regex(/^[0-9a-f]{16}$/),
    reviewedBy: z.string().trim().min(1).max(120),
    qualification: z.string().trim().min(1).max(200),
  }),
  output: noContent,
  refusals: ['forbidden', 'not-found', 'wording-changed'],
});
