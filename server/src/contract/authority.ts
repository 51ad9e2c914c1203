import { z } from 'zod';
import { calendarDate, email, freeText, noContent, nothing, pauseAsks, personName } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { lackLetterCodes } from './lack-letters.ts';

export const requesterKinds = ['self', 'parent', 'personal-representative', 'executor', 'family'] as const;
export const instruments = [
  'birth-certificate',
  'custody-order',
  'health-care-power-of-attorney',
  'guardianship',
  'conservatorship',
  'other',
  'letters-testamentary',
  'letters-of-administration',
  'small-estate-affidavit',
  'other-estate-authority',
] as const;
export const consentBases = [
  'parent',
  'minor_statutory',
  'minor_court',
  'confidentiality_agreement',
  'emancipated',
] as const;
export const serviceCategories = ['prenatal', 'sti', 'mental-health', 'other'] as const;

/** A paper as people hand it in: a scan or a photo from a telephone. */
const paperBytes = 10 * 1024 * 1024;
const lack = z.object({ name: z.string(), cite: z.string() });
const paper = z.object({ id: z.string(), mediaType: z.string(), sizeBytes: z.number(), sentAt: z.string() });

export const readEvidenceAsked = endpoint({
  method: 'POST',
  path: '/api/evidence',
  audience: 'public',
  action: 'evidence.read',
  summary: 'Which papers this case needs, and no more; 45 CFR 164.514(h), 164.502(g)',
  input: z.object({
    asker: z.enum(requesterKinds),
    bornOn: calendarDate.optional(),
    goesTo: z.enum(['asker', 'third-party']),
    copy: z.enum(['electronic', 'film-or-paper']).default('electronic'),
  }),
  output: z.object({
    patientIs: z.enum(['adult', 'minor', 'dead']),
    evidence: z.array(z.object({ evidence: z.string(), cite: z.string() })),
    /** Any one of these shows the right to ask; empty where none is needed. */
    papers: z.array(z.string()),
  }),
  refusals: [],
});

const instrumentView = z.object({
  askedDeliveryId: z.string(),
  directiveId: z.string().nullable(),
  kind: z.string(),
  recipientName: z.string().nullable(),
  /** What is known of where it goes. */
  recipientEmail: z.string().nullable(),
  hasAddress: z.boolean(),
  under: z.enum(['directive', 'authorization']),
  state: z.enum(['not-needed', 'valid', 'defective', 'expired', 'revoked']),
  lacks: z.array(lack),
  /** What can be offered where a directive can not reach: film and paper (Ciox Health v. Azar). */
  offers: z.array(z.string()),
  receivedAt: z.string().nullable(),
  signedAt: z.string().nullable(),
  /** OD-6: the legal day from the last element, and the day that the desk works towards. */
  due: z.object({ statutory: calendarDate, worklist: calendarDate }).nullable(),
});

export const readMyAuthority = endpoint({
  method: 'GET',
  path: '/api/portal/authority',
  audience: 'requester',
  action: 'request.track',
  summary: 'What is still to be shown, which papers were sent, and what waits for a signature',
  input: nothing,
  output: z.object({
    requesterIs: z.enum(requesterKinds),
    shown: z.boolean(),
    lacks: z.array(lack),
    papersThatWouldDo: z.array(z.string()),
    papers: z.array(paper),
    directives: z.array(instrumentView),
  }),
  refusals: [],
});

export const sendPaper = endpoint({
  method: 'POST',
  path: '/api/portal/papers',
  audience: 'requester',
  action: 'paper.send',
  summary: 'A paper that shows the right to ask: PDF, JPEG or PNG, known by its own bytes',
  input: nothing,
  output: z.object({ paperId: z.string() }),
  refusals: ['not-a-paper', 'too-large', 'too-many-papers', 'storage-full', 'wrong-media-type'],
  upload: { mediaType: 'application/octet-stream', maxBytes: paperBytes },
});

export const signDirective = endpoint({
  method: 'POST',
  path: '/api/portal/directives/:directiveId/signature',
  audience: 'requester',
  action: 'directive.sign',
  summary: 'Sign what lets a copy go to somebody else, and name who and where; 45 CFR 164.524(c)(3)(ii)',
  input: z.object({
    directiveId: z.uuid(),
    signedName: personName,
    recipientName: personName.optional(),
    recipientEmail: email.optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'signature-differs', 'wrong-step'],
});

export const readAuthorityCard = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/authority',
  audience: 'desk',
  action: 'request.read',
  summary: 'Who asks by what right, what was seen and judged, and for which exams it holds',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    requesterIs: z.enum(requesterKinds),
    basis: z.string().nullable(),
    shown: z.boolean(),
    cite: z.string().nullable(),
    refusal: z.object({ code: z.string(), lacks: z.array(lack), wouldDo: z.array(z.string()) }).nullable(),
    evidence: z.array(z.object({ evidence: z.string(), cite: z.string() })),
    papers: z.array(paper),
    judgement: z
      .object({
        instrument: z.string(),
        whatWasSeen: z.string(),
        scope: z.array(z.string()),
        validFrom: calendarDate.nullable(),
        validUntil: calendarDate.nullable(),
        revokedOn: calendarDate.nullable(),
        judgedBy: z.string(),
        judgedAt: z.string(),
      })
      .nullable(),
    /** Where the law of the request has what may be decided here. */
    cites: z.object({
      ofAge: z.string(),
      family: z.string(),
      endangerment: z.string(),
      revoked: z.string(),
      notValid: z.string(),
    }),
    /** Somebody else asks for a minor: a paper may say that this minor decides for themself. */
    mayBeEmancipated: z.boolean(),
    emancipation: z
      .object({ on: calendarDate, whatWasSeen: z.string(), recordedBy: z.string(), recordedAt: z.string() })
      .nullable(),
    notTreated: z
      .object({ belief: z.string(), reason: z.string(), decidedBy: z.string(), decidedAt: z.string() })
      .nullable(),
    /** Whose record pictures are that show one person and were made of another: OD-14, OD-15. */
    records: z.array(z.object({ of: z.enum(['pregnant-patient', 'carrier']), rule: z.string(), cite: z.string() })),
    /** Somebody who died, and who asks has no right of access: what matters to their help may be told. */
    mayTellFamily: z.boolean(),
    toldFamily: z.array(
      z.object({ involvement: z.string(), told: z.string(), by: z.string(), at: z.string(), cite: z.string() }),
    ),
    /** Only where somebody acts for a minor: each exam is tested by itself. */
    exams: z.array(
      z.object({
        examItemId: z.string(),
        /** Null until somebody judged who consented: until then nothing is given. */
        basis: z.enum(consentBases).nullable(),
        judged: z.object({ by: z.string(), at: z.string() }).nullable(),
        category: z.enum(serviceCategories),
        minorWantsParent: z.boolean(),
        may: z.boolean(),
        standing: z.string().nullable(),
        cite: z.string().nullable(),
        decision: z.object({ give: z.boolean(), reason: z.string(), decidedBy: z.string() }).nullable(),
      }),
    ),
    instruments: z.array(instrumentView),
    waits: z.array(z.object({ id: z.string(), kind: z.string(), since: z.string(), lacks: z.array(z.string()) })),
    letters: z.array(z.object({ code: z.enum(lackLetterCodes), askedDeliveryId: z.string().nullable() })),
    /** What the law asks about L-VER before the wait for it moves the last day; null where it never does. */
    pauseAsks,
    /** Nothing was shown: from which day that may be the written answer, once it was asked for (OD-21). */
    unidentified: z.object({ asked: z.boolean(), notBefore: calendarDate.nullable(), closes: z.boolean() }).nullable(),
  }),
  refusals: ['not-found'],
});

export const openPaper = endpoint({
  method: 'GET',
  path: '/api/desk/papers/:paperId',
  audience: 'desk',
  action: 'request.read',
  summary: 'A paper that somebody sent, as it came',
  input: z.object({ paperId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const judgeAuthority = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/authority-judgements',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'What was seen, its scope and its end, by whom; 45 CFR 164.514(h)(1)',
  input: z.object({
    requestId: z.uuid(),
    instrument: z.enum(instruments),
    whatWasSeen: freeText.min(3, { error: 'Say what you saw.' }),
    scope: z.array(z.enum(['health-care', 'finances'])).max(2),
    validFrom: calendarDate.optional(),
    validUntil: calendarDate.optional(),
    patientDiedOn: calendarDate.optional(),
    /** The person took the paper back on this day: from then on it lets nobody act. */
    revokedOn: calendarDate.optional(),
    paperId: z.uuid().optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'own-file', 'wrong-step'],
});

export const refuseRepresentative = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/representative-refusals',
  audience: 'desk',
  action: 'authority.refuse',
  summary: 'Not to treat somebody as a representative; a licensed professional’s choice, 45 CFR 164.502(g)(5)',
  input: z.object({
    requestId: z.uuid(),
    belief: z.enum(['violence-abuse-or-neglect', 'endangerment']),
    notInBestInterest: z.boolean(),
    reason: freeText,
  }),
  output: noContent,
  refusals: ['not-found', 'not-licensed', 'authority-lacks', 'wrong-step'],
});

export const tellFamily = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/family-disclosures',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'What somebody was told who helped with the care of a dead person; 45 CFR 164.510(b)(5)',
  input: z.object({
    requestId: z.uuid(),
    deathShownBy: freeText.min(3, { error: 'Say how you know of the death.' }),
    involvement: freeText.min(3, { error: 'Say how they were involved.' }),
    contraryWish: z.enum(['none-known', 'known', 'not-looked-for']),
    told: freeText.min(3, { error: 'Say what they were told.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'contrary-wish', 'authority-lacks'],
});

export const revokeAuthorization = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/authorization-revocations',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'The person took an authorization back in writing: what has not left stays; 45 CFR 164.508(b)(5)',
  input: z.object({
    requestId: z.uuid(),
    askedDeliveryId: z.uuid(),
    whatWasSeen: freeText.min(3, { error: 'Say what you saw.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const authorizationFaults = ['wronglyCombined', 'wronglyConditioned', 'knownFalse'] as const;

export const noteAuthorizationFaults = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/authorization-faults',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'What makes an authorization invalid, as read on the paper; none takes it back; 45 CFR 164.508(b)(2)',
  input: z.object({
    requestId: z.uuid(),
    askedDeliveryId: z.uuid(),
    faults: z.array(z.enum(authorizationFaults)).max(3),
    whatWasSeen: freeText.min(3, { error: 'Say what you saw.' }),
  }),
  output: noContent,
  refusals: ['not-found'],
});

export const recordEmancipation = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/emancipations',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'From which day a minor decides for themself, by which paper; no day takes it back; 45 CFR 164.502(g)(3)',
  input: z.object({
    requestId: z.uuid(),
    emancipatedOn: calendarDate.nullable(),
    whatWasSeen: freeText.min(3, { error: 'Say what you saw.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'own-file'],
});

export const recordConsent = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/consents',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'Who consented to an exam of a minor; 45 CFR 164.502(g)(3)(i)',
  input: z.object({
    examItemId: z.uuid(),
    basis: z.enum(consentBases),
    category: z.enum(serviceCategories),
    minorWantsParent: z.boolean().default(false),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const decideParentAccess = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/parent-access-decisions',
  audience: 'desk',
  action: 'authority.refuse',
  summary: 'A licensed professional’s judgement where the law is silent; 45 CFR 164.502(g)(3)(ii)(C)',
  input: z.object({
    examItemId: z.uuid(),
    give: z.boolean(),
    reason: freeText.min(3, { error: 'Say why.' }),
  }),
  output: noContent,
  refusals: ['not-found', 'not-licensed', 'wrong-step'],
});
