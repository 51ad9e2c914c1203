import { z } from 'zod';
import { calendarDate, noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterContent } from './letters.ts';

const why = z.object({
  rule: z.string(),
  cite: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
});
const lack = z.object({ name: z.string(), cite: z.string() });
const hand = z.enum(['licensed-professional', 'privacy-officer']);
const words = z.string().trim().max(2000);
const said = z.enum(['phone', 'in-person', 'letter', 'fax', 'email']);

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

const denialView = z.object({
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
const factors = {
  whatData: factor,
  whoGotIt: factor,
  acquiredOrViewed: factor,
  mitigated: factor,
  lowProbability: z.boolean(),
};

export const assessBreach = endpoint({
  method: 'POST',
  path: '/api/desk/incidents/:incidentId/assessments',
  audience: 'desk',
  action: 'breach.assess',
  summary: 'The four factors of an incident; presumed a breach until they show a low probability of compromise',
  input: z.object({ incidentId: z.uuid(), ...factors }),
  output: noContent,
  refusals: ['not-found', 'not-privacy-officer', 'invalid-input'],
});

export const readDeterminations = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/determinations',
  audience: 'desk',
  action: 'request.read',
  summary: 'What may be decided for each exam, by whom and on what grounds, and what was decided',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    exams: z.array(
      z.object({
        examItemId: z.string(),
        mayDeny: z.boolean(),
        mayReopen: z.boolean(),
        /** What can be kept apart, once the pictures are here. */
        series: z.array(
          z.object({
            seriesInstanceUid: z.string(),
            number: z.int().nullable(),
            label: z.string().nullable(),
            stills: z.int(),
            clips: z.int(),
            others: z.int(),
            sopInstanceUids: z.array(z.string()),
          }),
        ),
        denials: z.array(denialView),
      }),
    ),
    grounds: z.array(
      z.object({
        code: z.string(),
        ground: z.string(),
        cite: z.string(),
        reviewable: z.boolean(),
        hand,
        conditions: z.array(z.string()),
        onlyForRepresentative: z.boolean(),
        returns: z.string().nullable(),
      }),
    ),
    notGrounds: z.array(
      z.object({ reason: z.string(), instead: z.string().nullable(), letter: z.string().nullable(), cite: z.string() }),
    ),
    holds: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        holds: z.array(z.enum(['images', 'report'])),
        from: calendarDate.nullable(),
        until: calendarDate.nullable(),
        opensAt: z.string().nullable(),
        setBy: z.string(),
        setAt: z.string(),
        why,
      }),
    ),
    holdCodes: z.array(
      z.object({ code: z.string(), title: z.string(), demands: z.array(z.string()), cite: z.string() }),
    ),
    /** Statutes of this pack that keep some reports closed for a while. */
    embargoes: z.array(z.object({ id: z.string(), covers: z.string(), cite: z.string() })),
    neverHolds: z.array(z.object({ code: z.string(), sentence: z.string(), cite: z.string() })),
    withdrawal: z
      .object({ withdrawnOn: calendarDate, channel: z.string(), keepUntil: calendarDate.nullable() })
      .nullable(),
    releases: z.array(
      z.object({
        id: z.string(),
        approvedAt: z.string(),
        incident: z
          .object({
            what: z.enum(['wrong-patient', 'wrong-recipient']),
            discoveredOn: calendarDate,
            individualBy: calendarDate,
            hhsBy: calendarDate,
            why,
            id: z.string(),
            /** The four factors, the newest; without them it is presumed a breach. */
            assessment: z
              .object({ ...factors, assessedBy: z.string(), at: z.string(), isBreach: z.boolean() })
              .nullable(),
          })
          .nullable(),
      }),
    ),
    privacyOfficer: z.boolean(),
  }),
  refusals: ['not-found'],
});

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

export const setHold = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/holds',
  audience: 'desk',
  action: 'hold.set',
  summary: 'Let a request wait under a lawful code, with all that the code demands; 45 CFR part 171',
  input: z.object({
    requestId: z.uuid(),
    code: z.string().trim().min(1).max(40),
    holds: z.array(z.enum(['images', 'report'])).min(1),
    ground: z.string().trim().max(10).optional(),
    precondition: words.optional(),
    policy: words.optional(),
    caseDecision: words.optional(),
    statute: words.optional(),
    reasonSentInWritingOn: calendarDate.optional(),
    from: calendarDate.optional(),
    until: calendarDate.optional(),
    /** Of a state's hold on a report: which exam's, and when it was finished; the statute says when it opens. */
    examItemId: z.uuid().optional(),
    finalisedAt: z.iso.datetime({ offset: true }).optional(),
  }),
  output: z.object({ holdId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'own-file', 'never-a-hold', 'unknown-hold', 'hold-lacks'],
});

export const endHold = endpoint({
  method: 'POST',
  path: '/api/desk/holds/:holdId/end',
  audience: 'desk',
  action: 'hold.set',
  summary: 'Let the request go on',
  input: z.object({ holdId: z.uuid(), reason: z.string().trim().min(3, { error: 'Say it in a few words.' }).max(500) }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/api/portal/withdrawal',
  audience: 'requester',
  action: 'request.withdraw',
  summary: 'Take my request back',
  input: z.object({}),
  output: noContent,
  refusals: [
    'not-found',
    'wrong-step',
    'silence-is-no-withdrawal',
    'withdrawer-not-identified',
    'storage-full',
    'letter-incomplete',
    'changed-meanwhile',
  ],
});

export const recordWithdrawal = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/withdrawal',
  audience: 'desk',
  action: 'withdrawal.record',
  summary: 'Write down that the person took the request back, and how it was known that it is them',
  input: z.object({
    requestId: z.uuid(),
    channel: said,
    said: z.string().trim().max(500),
    identityBy: z.string().trim().max(300),
    on: calendarDate,
  }),
  output: noContent,
  refusals: [
    'not-found',
    'wrong-step',
    'silence-is-no-withdrawal',
    'withdrawer-not-identified',
    'storage-full',
    'letter-incomplete',
    'changed-meanwhile',
  ],
});

export const recallRelease = endpoint({
  method: 'POST',
  path: '/api/desk/releases/:releaseId/recall',
  audience: 'desk',
  action: 'release.recall',
  summary: 'Take back what went to the wrong person: access ends at once, the incident is dated; 45 CFR 164.402-404',
  input: z.object({
    releaseId: z.uuid(),
    what: z.enum(['wrong-patient', 'wrong-recipient']),
    reason: z.string().trim().max(500),
    discoveredOn: calendarDate,
    whatHappened: words,
    kindsOfData: z.array(z.string().trim().max(300)).max(20),
    protectYourself: z.array(z.string().trim().max(300)).max(20),
    whatWeDo: z.array(z.string().trim().max(300)).max(20),
    tollFree: z.string().trim().max(40),
    affectedPatientId: z.uuid().optional(),
    /** Where the copy went by unencrypted mail. */
    mailEvent: z.enum(['read in transit', 'sent to a mistyped address']).optional(),
  }),
  output: z.object({ incidentId: z.string() }),
  refusals: [
    'not-found',
    'wrong-step',
    'recall-lacks',
    'letter-lacks',
    'affected-unknown',
    'no-breach',
    'storage-full',
  ],
});

export const reopenExam = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/reopening',
  audience: 'desk',
  action: 'outcome.record',
  summary: 'Pictures are reported missing, or new proof came: look again, under the due date that it always had',
  input: z.object({
    examItemId: z.uuid(),
    reopenedFor: z.enum(['missing-images', 'new-proof']),
    reason: z.string().trim().min(3, { error: 'Say it in a few words.' }).max(500),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'own-file'],
});

export const choosePictures = endpoint({
  method: 'PUT',
  path: '/api/desk/exam-items/:examItemId/picture-choice',
  audience: 'desk',
  action: 'picture.check',
  summary: 'Which pictures of the study were asked for; null gives the whole study instead',
  input: z.object({
    examItemId: z.uuid(),
    sopInstanceUids: z.array(z.string().max(64)).min(1).max(20_000).nullable(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'whole-study-asked'],
});
