import { z } from 'zod';
import {
  calendarDate,
  deliveryKind,
  dueDateWorking,
  examCounts,
  examType,
  feeQuote,
  freeText,
  kindCounts,
  missingObject,
  noContent,
  nothing,
  personName,
  viewItem,
} from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const requestId = z.uuid();
const examItemId = z.uuid();

export const staffSignIn = endpoint({
  method: 'POST',
  path: '/api/desk/sign-ins',
  audience: 'public',
  action: 'sign-in.staff',
  summary: 'Staff sign in',
  input: z.object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) }),
  output: z.object({ displayName: z.string(), role: z.string() }),
  refusals: ['wrong-sign-in', 'too-many-tries'],
});

export const readStaffSession = endpoint({
  method: 'GET',
  path: '/api/desk/session',
  audience: 'desk',
  action: 'session.read',
  summary: 'Who is signed in at the desk',
  input: nothing,
  output: z.object({ displayName: z.string(), role: z.string() }),
  refusals: [],
});

/** What must happen next, and who does it: `you` the staff, `patient`, or `itself` the program. */
export const nextStep = z.object({
  step: z.enum([
    'choose-patient',
    'prove-identity',
    'await-identity-code',
    'search',
    'retrieve-again',
    'retrieving',
    'check-pictures',
    'preparing',
    'post-media',
    'nothing',
  ]),
  with: z.enum(['you', 'patient', 'itself', 'nobody']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A POST, because what staff search for is a name or a number of a patient and must not stand in an address (S4.3). */
export const listRequests = endpoint({
  method: 'POST',
  path: '/api/desk/request-searches',
  audience: 'desk',
  action: 'worklist.read',
  summary: 'The worklist, ordered by days left on the legal clock',
  input: z.object({
    show: z.enum(['open', 'closed', 'all']).default('open'),
    search: z.string().trim().max(100).optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        patientFamilyName: z.string(),
        patientGivenName: z.string(),
        patientBirthDate: calendarDate,
        channel: z.string(),
        due: dueDateWorking,
        asked: z.array(
          z.object({
            examType,
            dateWords: z.string().nullable(),
            onOrAfter: calendarDate.nullable(),
            onOrBefore: calendarDate.nullable(),
          }),
        ),
        deliveries: z.array(deliveryKind),
        state: z.string(),
        closed: z.boolean(),
        next: nextStep,
      }),
    ),
    counts: z.object({
      open: z.int(),
      late: z.int(),
      soon: z.int(),
      yours: z.int(),
      patient: z.int(),
      itself: z.int(),
    }),
  }),
  refusals: [],
});

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

const searchResult = z.object({
  id: z.string(),
  searchedAt: z.string(),
  query: z.record(z.string(), z.string()),
  sources: z.array(sourceOutcome),
  candidates: z.array(candidate),
});

const patientContact = z.object({
  id: z.string(),
  kind: z.enum(['email', 'mobile']),
  value: z.string(),
  heldSince: z.string(),
});

export const patientRecord = z.object({
  id: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: calendarDate,
  sex: z.enum(['F', 'M', 'O']).nullable(),
  formerNames: z.array(z.object({ familyName: z.string(), givenName: z.string() })),
  identifiers: z.array(z.object({ mrn: z.string(), issuer: z.string() })),
  contacts: z.array(patientContact),
  parents: z.array(z.object({ id: z.string(), name: z.string() })),
});

const matchView = z.object({
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

export const readRequestFile = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId',
  audience: 'desk',
  action: 'request.read',
  summary: 'The whole file of one request',
  input: z.object({ requestId }),
  output: z.object({
    id: z.string(),
    version: z.int(),
    reference: z.string(),
    channel: z.string(),
    language: z.string(),
    receivedOn: calendarDate,
    state: z.string(),
    closed: z.boolean(),
    due: dueDateWorking,
    fee: feeQuote,
    next: nextStep,
    asked: z.object({
      patientFamilyName: z.string(),
      patientGivenName: z.string(),
      patientFormerNames: z.string().nullable(),
      patientBirthDate: calendarDate,
      patientMrn: z.string().nullable(),
      requesterIs: z.string(),
      requesterName: z.string(),
      requesterEmail: z.string().nullable(),
      requesterPhone: z.string().nullable(),
      statement: z.string().nullable(),
      signedName: z.string().nullable(),
      signedAt: z.string().nullable(),
    }),
    patient: patientRecord.nullable(),
    /** Directory patients that fit what was typed, best first; none is chosen by itself. */
    suggestedPatients: z.array(patientRecord),
    identity: z.object({
      proved: z.boolean(),
      proofs: z.array(
        z.object({ method: z.string(), evidence: z.string(), judgedBy: z.string().nullable(), provedAt: z.string() }),
      ),
      codeSentAt: z.string().nullable(),
    }),
    examItems: z.array(
      z.object({
        id: z.string(),
        ordinal: z.int(),
        examType,
        bodyPart: z.string().nullable(),
        onOrAfter: calendarDate.nullable(),
        onOrBefore: calendarDate.nullable(),
        dateWords: z.string().nullable(),
        place: z.string().nullable(),
        scope: z.enum(['entire-study', 'certain-images']),
        certainImages: z.string().nullable(),
        withReport: z.boolean(),
        state: z.string(),
        outcome: z.string().nullable(),
        outcomeReason: z.string().nullable(),
        matches: z.array(matchView),
        attachedReports: z.array(z.object({ id: z.string(), sizeBytes: z.number(), attachedAt: z.string() })),
      }),
    ),
    deliveries: z.array(
      z.object({
        id: z.string(),
        askedDeliveryId: z.string(),
        kind: deliveryKind,
        recipient: z.object({
          who: z.enum(['self', 'third-party']),
          name: z.string().optional(),
          email: z.string().optional(),
          address: z.array(z.string()).optional(),
        }),
        state: z.enum(['asked', 'preparing', 'ready', 'delivered', 'failed']),
        failureCode: z.string().nullable(),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
      }),
    ),
    lastSearch: searchResult.nullable(),
    letters: z.array(z.object({ id: z.string(), code: z.string(), madeAt: z.string() })),
    history: z.array(
      z.object({
        at: z.string(),
        type: z.string(),
        outcome: z.string(),
        actor: z.string(),
        facts: z.record(z.string(), z.string()),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const choosePatient = endpoint({
  method: 'PUT',
  path: '/api/desk/requests/:requestId/patient',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Tie the request to a patient of the directory',
  input: z.object({ requestId, patientId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const sendIdentityCode = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/identity-codes',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Send a code to a contact that the directory already held',
  input: z.object({ requestId, contactId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'contact-too-new', 'too-many-tries', 'wrong-step'],
});

export const recordIdentityProof = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/identity-proofs',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Record a photo ID or the person themself, judged by staff; 45 CFR 164.514(h)',
  input: z.object({
    requestId,
    method: z.enum(['photo-id', 'in-person']),
    evidence: z.string().trim().min(3, { error: 'Say what was shown and how.' }).max(500),
  }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'wrong-step', 'own-file'],
});

export const searchStudies = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/searches',
  audience: 'desk',
  action: 'study.search',
  summary: 'Search all image sources at once; a source that is down is named, the others still answer',
  input: z.object({
    requestId,
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
    examItemId,
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

export const closeExamItem = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/outcome',
  audience: 'desk',
  action: 'outcome.record',
  summary: 'None found after every source was searched, or not maintained here (with who holds it); makes the letter',
  input: z.object({
    examItemId,
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
  }),
  output: noContent,
  refusals: ['not-found', 'sources-not-searched', 'wrong-step', 'own-file', 'storage-full'],
});

export const checkPictures = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/checking',
  audience: 'desk',
  action: 'picture.check',
  summary: 'Everything that would be given, with the two proofs: one patient, and complete',
  input: z.object({ requestId }),
  output: z.object({
    reference: z.string(),
    patientName: z.string(),
    exams: z.array(
      z.object({
        examItemId: z.string(),
        matchId: z.string(),
        label: z.string(),
        studyDate: z.string().nullable(),
        counts: examCounts,
        items: z.array(
          viewItem.extend({
            instanceId: z.string(),
            headerName: z.string().nullable(),
            headerBirthDate: z.string().nullable(),
            headerMrn: z.string().nullable(),
            samePatient: z.boolean(),
            flags: z.array(z.string()),
          }),
        ),
        quarantined: z.array(z.object({ reason: z.string(), detail: z.string(), sizeBytes: z.number() })),
        attachedReports: z.array(z.object({ id: z.string(), sizeBytes: z.number(), attachedAt: z.string() })),
      }),
    ),
    onePatient: z.object({
      ok: z.boolean(),
      checked: z.int(),
      differing: z.array(z.object({ instanceId: z.string(), fact: z.string(), found: z.string().nullable() })),
    }),
    complete: z.object({ ok: z.boolean(), listed: kindCounts, given: kindCounts, missing: z.array(missingObject) }),
    reportIncluded: z.boolean(),
    ready: z.boolean(),
    recipients: z.array(z.object({ kind: deliveryKind, name: z.string().nullable() })),
  }),
  refusals: ['not-found', 'wrong-step'],
});

export const openInstanceFile = endpoint({
  method: 'GET',
  path: '/api/desk/matches/:matchId/instances/:instanceId/:kind',
  audience: 'desk',
  action: 'picture.check',
  summary: 'One picture, clip or report before release',
  input: z.object({
    matchId: z.uuid(),
    instanceId: z.uuid(),
    kind: z.enum(['thumbnail', 'picture', 'poster', 'clip', 'report-pdf', 'png']),
    /** 0-based; only with `png`. */
    frame: z.coerce.number().int().min(0).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'not-playable'],
  bytes: true,
});

export const attachReport = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/reports',
  audience: 'desk',
  action: 'report.attach',
  summary: 'Attach the report as PDF when the archive has none',
  input: z.object({ examItemId }),
  output: z.object({ reportId: z.string() }),
  refusals: ['not-found', 'not-a-pdf', 'too-large', 'wrong-step', 'storage-full'],
  upload: { mediaType: 'application/pdf', maxBytes: 20 * 1024 * 1024 },
});

export const openDeskReport = endpoint({
  method: 'GET',
  path: '/api/desk/reports/:reportId',
  audience: 'desk',
  action: 'picture.check',
  summary: 'An attached report (PDF)',
  input: z.object({ reportId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const approveRelease = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/release',
  audience: 'desk',
  action: 'release.approve',
  summary: 'Freeze exactly what is given; refused for two patients or an unnamed gap',
  input: z.object({
    requestId,
    version: z.int(),
    /** Why what is missing is missing, and how it will follow; needed when the copy is not complete. */
    missingReason: freeText.optional(),
  }),
  output: z.object({ releaseId: z.string() }),
  refusals: [
    'not-found',
    'identity-not-proved',
    'mixed-patients',
    'incomplete',
    'item-undecided',
    'own-file',
    'wrong-step',
    'changed-meanwhile',
  ],
});

export const postMedia = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/handover',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'A disc, stick or prints were handed to the carrier, or collected',
  input: z.object({
    deliveryId: z.uuid(),
    carrier: z.string().trim().min(2, { error: 'Who took it?' }).max(80),
    trackingNumber: z.string().trim().max(80).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const downloadForMedia = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/package',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package to burn or copy',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const openDeskLetter = endpoint({
  method: 'GET',
  path: '/api/desk/letters/:letterId',
  audience: 'desk',
  action: 'request.read',
  summary: 'A letter as it was sent (PDF)',
  input: z.object({ letterId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

/** A POST for the same reason as the worklist's search (S4.3). */
export const listPatients = endpoint({
  method: 'POST',
  path: '/api/desk/patient-searches',
  audience: 'desk',
  action: 'directory.read',
  summary: 'Search the patient directory by name, record number or birth date',
  input: z.object({ search: z.string().trim().max(100).default('') }),
  output: z.object({ rows: z.array(patientRecord), total: z.int() }),
  refusals: [],
});

const patientInput = z.object({
  familyName: personName,
  givenName: personName,
  birthDate: calendarDate,
  sex: z.enum(['F', 'M', 'O']).nullable().default(null),
  formerNames: z
    .array(z.object({ familyName: personName, givenName: personName }))
    .max(10)
    .default([]),
  identifiers: z
    .array(z.object({ mrn: z.string().trim().min(1).max(64), issuer: z.string().trim().min(1).max(64) }))
    .max(10)
    .default([]),
  contacts: z
    .array(z.object({ kind: z.enum(['email', 'mobile']), value: z.string().trim().min(3).max(254) }))
    .max(10)
    .default([]),
  parentIds: z.array(z.uuid()).max(4).default([]),
});

export const createPatient = endpoint({
  method: 'POST',
  path: '/api/desk/patients',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Add a patient to the directory',
  input: patientInput,
  output: z.object({ patientId: z.string() }),
  refusals: ['mrn-taken'],
});

export const updatePatient = endpoint({
  method: 'PUT',
  path: '/api/desk/patients/:patientId',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Correct a patient; a changed contact starts its 30 days anew',
  input: patientInput.extend({ patientId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'mrn-taken'],
});

export const importPatients = endpoint({
  method: 'POST',
  path: '/api/desk/patients/import',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Load the directory from CSV; all lines or none',
  input: nothing,
  output: z.object({ added: z.int(), updated: z.int() }),
  refusals: ['csv-unreadable', 'too-large'],
  upload: { mediaType: 'text/csv', maxBytes: 20 * 1024 * 1024 },
});

const sourceView = z.object({
  id: z.string(),
  kind: z.enum(['archive', 'dicomweb']),
  name: z.string(),
  baseUrl: z.string().nullable(),
  enabled: z.boolean(),
});

export const listImageSources = endpoint({
  method: 'GET',
  path: '/api/desk/image-sources',
  audience: 'desk',
  action: 'source.read',
  summary: 'Where studies live',
  input: nothing,
  output: z.object({ rows: z.array(sourceView) }),
  refusals: [],
});

export const addImageSource = endpoint({
  method: 'POST',
  path: '/api/desk/image-sources',
  audience: 'desk',
  action: 'source.edit',
  summary: 'Add a PACS by its DICOMweb address',
  input: z.object({ name: z.string().trim().min(1).max(80), baseUrl: z.url({ protocol: /^https?$/ }) }),
  output: z.object({ imageSourceId: z.string() }),
  refusals: ['forbidden', 'invalid-input'],
});

export const updateImageSource = endpoint({
  method: 'PUT',
  path: '/api/desk/image-sources/:imageSourceId',
  audience: 'desk',
  action: 'source.edit',
  summary: 'Change or switch off an image source',
  input: z.object({
    imageSourceId: z.uuid(),
    name: z.string().trim().min(1).max(80),
    baseUrl: z.url({ protocol: /^https?$/ }).optional(),
    enabled: z.boolean(),
  }),
  output: noContent,
  refusals: ['forbidden', 'not-found', 'invalid-input'],
});

export const testImageSource = endpoint({
  method: 'POST',
  path: '/api/desk/image-sources/:imageSourceId/tests',
  audience: 'desk',
  action: 'source.test',
  summary: 'Search and fetch one object, and say in words what failed',
  input: z.object({ imageSourceId: z.uuid() }),
  output: z.object({
    steps: z.array(
      z.object({
        step: z.enum(['search', 'list', 'fetch']),
        ok: z.boolean(),
        failureCode: z.string().nullable(),
        tookMs: z.number(),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const listQuarantine = endpoint({
  method: 'GET',
  path: '/api/desk/quarantine',
  audience: 'desk',
  action: 'quarantine.read',
  summary: 'Files that were kept but not used, with the reason',
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        imageSourceName: z.string().nullable(),
        reference: z.string().nullable(),
        reason: z.string(),
        detail: z.string(),
        sizeBytes: z.number(),
        quarantinedAt: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export const importStudy = endpoint({
  method: 'POST',
  path: '/api/desk/archive/instances',
  audience: 'desk',
  action: 'archive.import',
  summary: 'Put one DICOM file into the built-in archive',
  input: nothing,
  output: z.object({ stored: z.enum(['stored', 'held-already', 'quarantined']), reason: z.string().nullable() }),
  refusals: ['too-large', 'storage-full'],
  upload: { mediaType: 'application/dicom', maxBytes: 4 * 1024 * 1024 * 1024 },
});

/** Demo facility only: what would have been mailed. */
export const readOutbox = endpoint({
  method: 'GET',
  path: '/api/demo/outbox',
  audience: 'public',
  action: 'demo.outbox',
  summary: 'Mail and text messages of the demo facility',
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(['email', 'mobile']),
        recipient: z.string(),
        subject: z.string(),
        body: z.string(),
        madeAt: z.string(),
        sentAt: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['not-found'],
});
