import { z } from 'zod';
import { calendarDate, freeText, noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const evidence = z.object({
  fact: z.enum(['name', 'birth-date', 'mrn', 'sex', 'accession', 'date', 'kind']),
  asked: z.string().nullable(),
  found: z.string().nullable(),
  verdict: z.enum(['same', 'near', 'differs', 'unknown']),
});

const candidate = z.object({
  imageSourceId: z.string(),
  imageSourceName: z.string(),
  studyInstanceUid: z.string(),
  studyDate: z.string().nullable(),
  studyTime: z.string().nullable(),
  description: z.string().nullable(),
  modalities: z.array(z.string()),
  accessionNumber: z.string().nullable(),
  patientName: z.string().nullable(),
  patientId: z.string().nullable(),
  issuerOfPatientId: z.string().nullable(),
  patientBirthDate: z.string().nullable(),
  patientSex: z.string().nullable(),
  seriesCount: z.int().nullable(),
  instanceCount: z.int().nullable(),
  evidence: z.array(evidence),
  /** exact: ≥ 2 identifiers agree and none differs · near: needs a reason · other: another patient, can't be chosen. */
  verdict: z.enum(['exact', 'near', 'other']),
});

const sourceOutcome = z.object({
  imageSourceId: z.string(),
  imageSourceName: z.string(),
  state: z.enum(['answered', 'failed']),
  failureCode: z.string().optional(),
  candidates: z.int(),
  tookMs: z.number(),
});

export const searchResult = z.object({
  id: z.string(),
  examItemId: z.string(),
  searchedAt: z.string(),
  query: z.record(z.string(), z.string()),
  sources: z.array(sourceOutcome),
  candidates: z.array(candidate),
});

export const matchView = z.object({
  id: z.string(),
  studyInstanceUid: z.string(),
  imageSourceName: z.string(),
  description: z.string().nullable(),
  studyDate: z.string().nullable(),
  nearMissReason: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string(),
  retrieval: z.object({
    state: z.enum(['waiting', 'queued', 'listing', 'retrieving', 'deriving', 'done', 'failed']),
    listed: z.int().nullable(),
    held: z.int(),
    missing: z.int(),
    quarantined: z.int(),
    derived: z.int(),
    bytesReceived: z.number(),
    failureCode: z.string().nullable(),
  }),
});

export const searchStudies = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/searches',
  audience: 'desk',
  action: 'study.search',
  summary: 'Search all image sources at once; a source that is down is named, the others still answer',
  input: z.object({
    requestId: z.uuid(),
    /** The exam that is looked for: only there can what is found be chosen, or "none found" be said. */
    examItemId: z.uuid(),
    familyName: z.string().trim().max(120).optional(),
    givenName: z.string().trim().max(120).optional(),
    birthDate: calendarDate.optional(),
    mrn: z.string().trim().max(64).optional(),
    accessionNumber: z.string().trim().max(64).optional(),
    onOrAfter: calendarDate.optional(),
    onOrBefore: calendarDate.optional(),
  }),
  output: searchResult,
  refusals: ['not-found', 'invalid-input'],
});

export const confirmMatch = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/matches',
  audience: 'desk',
  action: 'match.confirm',
  summary: 'This study is the exam that was asked for; it is fetched as soon as identity is proved',
  input: z.object({
    examItemId: z.uuid(),
    searchId: z.uuid(),
    imageSourceId: z.uuid(),
    studyInstanceUid: z.string().max(64),
    nearMissReason: freeText.optional(),
  }),
  output: z.object({ matchId: z.string() }),
  refusals: [
    'not-found',
    'not-in-directory',
    'no-exact-match',
    'other-patient',
    'already-matched',
    'wrong-step',
    'own-file',
  ],
});

export const withdrawMatch = endpoint({
  method: 'POST',
  path: '/api/desk/matches/:matchId/withdrawal',
  audience: 'desk',
  action: 'match.confirm',
  summary: 'Take a match back before release, with the reason',
  input: z.object({ matchId: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const retrieveAgain = endpoint({
  method: 'POST',
  path: '/api/desk/matches/:matchId/retrieval',
  audience: 'desk',
  action: 'match.confirm',
  summary: 'Fetch what is missing once more; what is held is not fetched twice',
  input: z.object({ matchId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const readFrozenStudies = endpoint({
  method: 'GET',
  path: '/api/desk/frozen-studies',
  audience: 'desk',
  action: 'source.read',
  summary: 'Studies that no archive may destroy on a day, however old: somebody asks for them, or a review is open',
  input: z.object({ scheduledOn: calendarDate.optional() }),
  output: z.object({
    studies: z.array(
      z.object({
        studyInstanceUid: z.string(),
        imageSourceName: z.string(),
        requestId: z.string(),
        reference: z.string(),
        /** What began first and is still open. */
        because: z.enum(['request', 'review', 'accounting']),
        studyDate: calendarDate.nullable(),
        /** First day on which the schedule would let it go. */
        keptUntil: calendarDate.nullable(),
        frozenSince: calendarDate,
        /** Past its term and still there: it is given (OD-18). */
        owedAfterTerm: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

export const closeExamItem = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/outcome',
  audience: 'desk',
  action: 'outcome.record',
  summary: 'None found after every source was searched, or not maintained here (with who holds it); makes the letter',
  input: z.object({
    examItemId: z.uuid(),
    outcome: z.enum(['none-found', 'not-maintained']),
    reason: z.string().trim().min(3, { error: 'Say what was searched, or who holds it.' }).max(500),
    /** With "not maintained here": who is to be asked, for the letter; 45 CFR 164.524(d)(3). */
    keeper: z
      .object({
        name: z.string().trim().min(1, { error: 'Who keeps it?' }).max(120),
        address: z.string().trim().min(1, { error: 'Where are they?' }).max(240),
        phone: z.string().trim().min(1, { error: 'How are they reached?' }).max(40),
      })
      .optional(),
    /** With "not maintained here": studies that the search found and that were asked for too; they are given. */
    alsoGive: z
      .array(z.object({ searchId: z.uuid(), imageSourceId: z.uuid(), studyInstanceUid: z.string().max(64) }))
      .max(20)
      .optional(),
    ruledOut: z
      .array(z.object({ imageSourceId: z.uuid(), reason: z.string().trim().min(3).max(300) }))
      .max(50)
      .optional(),
    /** With "none found": it was kept, and destroyed under a schedule. */
    destroyed: z
      .object({
        /** The day of the exam, as the certificate names it. */
        studyOn: calendarDate.optional(),
        destroyedOn: calendarDate,
        /** The facility’s own name of it; without one, the term of the law. */
        schedule: z.string().trim().max(120).optional(),
        certificate: z.string().trim().max(120),
        survives: z.string().trim().max(240).optional(),
        /** Who ordered the exam and may have a copy, for the letter. */
        referringDoctor: z.string().trim().min(2).max(120).optional(),
      })
      .optional(),
  }),
  output: noContent,
  refusals: [
    'not-found',
    'not-in-directory',
    'destruction-not-shown',
    'destroyed-too-early',
    'destroyed-while-asked',
    'sources-not-searched',
    'something-found',
    'consent-not-judged',
    'no-exact-match',
    'already-matched',
    'wrong-step',
    'own-file',
    'storage-full',
  ],
});
