import type { Calibration } from '@echoback/dicom-media';
import type { ExamPart, FeeReasonKind, FeeSchedule } from '@echoback/right-of-access';

/** Shapes kept as JSON in a row. They are written once and read for years: add fields, never change a meaning. */

export type InstanceKind = 'still' | 'clip' | 'structured-report' | 'pdf-report' | 'presentation-state' | 'other';

export type DerivedKind = 'picture' | 'thumbnail' | 'poster' | 'clip' | 'webm' | 'report-json' | 'report-pdf';

export type FacilityContact = {
  officeName: string;
  phone: string;
  email: string;
  address: string[];
  /** Without an address of their own, what is for the privacy officer goes to the office. */
  privacyOfficer: { title: string; phone: string; email?: string };
};

/** Integer cents and minutes; 45 CFR 164.524(c)(4). */
export type FeeScheduleRow = FeeSchedule;

/** A step behind a fee, with its sentence as people were told it. Quotes kept without their steps have none. */
export type QuoteReason = {
  kind?: FeeReasonKind;
  rule: string;
  cite: string;
  confidence: 'high' | 'medium' | 'low';
  inputs?: { name: string; value: string }[];
  words: { en: string; es: string };
};

export type QuoteRow = {
  totalCents: number;
  lines: { label: string; cents: number; rule: string; cite: string }[];
  method: string;
  route: string;
  approximate: boolean;
  compared: { method: string; totalCents: number }[];
  cite: string;
  why: QuoteReason[];
  offers: QuoteReason[];
  toConfirm: QuoteReason[];
  needsSupervisor: boolean;
};

/** Whom an asked delivery goes to. `self` needs no address for online. */
export type AskedRecipient = {
  who: 'self' | 'third-party';
  name?: string;
  email?: string;
  address?: string[];
  /** Of another form: what was asked for, “VHS tape”. */
  form?: string;
  /** Of looking in person: the times that would suit. */
  times?: string;
  /** Of a secure link: argon2id. The passcode itself was told once, to the person who asked. */
  passcodeHash?: string;
};

export type SourceSettings =
  | { kind: 'archive' }
  | { kind: 'dicomweb'; baseUrl: string; timeoutMs: number; maxConcurrent: number };

/** One study as a source told of it. Names stay as the source spells them (PN with ^). */
export type CandidateStudy = {
  imageSourceId: string;
  imageSourceName: string;
  studyInstanceUid: string;
  studyDate: string | null;
  studyTime: string | null;
  description: string | null;
  modalities: string[];
  accessionNumber: string | null;
  patientName: string | null;
  patientId: string | null;
  issuerOfPatientId: string | null;
  patientBirthDate: string | null;
  patientSex: string | null;
  seriesCount: number | null;
  instanceCount: number | null;
};

/** One compared fact between the request (or directory) and a study. */
export type Evidence = {
  fact: 'name' | 'birth-date' | 'mrn' | 'sex' | 'accession' | 'date' | 'kind';
  asked: string | null;
  found: string | null;
  verdict: 'same' | 'near' | 'differs' | 'unknown';
};

/** A candidate with what was compared, as staff saw it. `other` is another patient and can't be chosen. */
export type JudgedCandidate = CandidateStudy & { evidence: Evidence[]; verdict: 'exact' | 'near' | 'other' };

export type SourceSearchOutcome = {
  imageSourceId: string;
  imageSourceName: string;
  state: 'answered' | 'failed';
  failureCode?: string;
  candidates: number;
  tookMs: number;
};

/** One object as the source listed it before retrieval. */
export type ListedInstance = {
  sopInstanceUid: string;
  seriesInstanceUid: string;
  sopClassUid: string;
  modality: string | null;
  seriesNumber: number | null;
  instanceNumber: number | null;
  numberOfFrames: number | null;
};

export type KindCounts = { stills: number; clips: number; reports: number; other: number };

export type MissingObject = {
  sopInstanceUid: string;
  kind: 'still' | 'clip' | 'report' | 'other';
  seriesNumber: number | null;
  instanceNumber: number | null;
  why: string;
};

/** What was made against what is given, for one exam item. The same numbers everywhere. */
export type ExamCounts = {
  examItemId: string;
  /** Of what was asked for. */
  listed: KindCounts;
  given: KindCounts;
  missing: MissingObject[];
  /** Where only certain pictures were asked for: how many files the whole study has. */
  ofAll?: number;
};

export type ReleaseCounts = { exams: ExamCounts[]; given: KindCounts; listed: KindCounts };

export type StoredFile = { sha256: string; crc32: number; sizeBytes: number };

export type ManifestInstance = {
  instanceId: string;
  sopInstanceUid: string;
  sopClassUid: string;
  transferSyntaxUid: string;
  studyInstanceUid: string;
  seriesInstanceUid: string;
  kind: InstanceKind;
  /** What a person calls it, in the request's language: "Picture 7", "Clip 2". */
  label: string;
  seriesLabel: string | null;
  seriesNumber: number | null;
  instanceNumber: number | null;
  /** Absent where the index holds no regions. */
  calibration?: Calibration;
  /** Present where the object does not say how long its frames last. */
  timesAssumed?: true;
  /** Present where the archive holds only part of the pixels that the header describes. */
  cutOff?: true;
  /** PS3.10 file ID with `/`; an object of a study that is given twice has one. */
  fileId: string;
  original: StoredFile;
  exported: StoredFile & { zeroPreamble: boolean };
  derived: ManifestDerived[];
};

export type ManifestDerived = StoredFile & {
  kind: DerivedKind;
  /** Its place in the package; null when it is only for our own pages. */
  name: string | null;
  mediaType: string;
  width: number | null;
  height: number | null;
  frames: number | null;
  durationMs: number | null;
};

/** The immutable list of exactly what was given. */
export type Manifest = {
  version: 1;
  reference: string;
  /** Staff's words on what is missing and how it will follow; null when nothing is. */
  missingReason: string | null;
  exams: {
    examItemId: string;
    /** Null of a report that was given before a study was found for it. */
    matchId: string | null;
    studyInstanceUid: string | null;
    /** Given by itself, while the other part waits (OD-17); absent where the exam is given whole. */
    only?: ExamPart;
    label: string;
    studyDate: string | null;
    counts: { listed: KindCounts; given: KindCounts; ofAll?: number };
    instances: ManifestInstance[];
    attachedReports: (StoredFile & { name: string })[];
    missing: MissingObject[];
  }[];
};

/** The report of an exam that state law keeps closed until an instant. */
export type HeldReport = { examItemId: string; opensAt: string; cite: string };

/** The package's generated parts, kept as objects so that the same bytes are served for years. */
export type PackageRecord = {
  dicomdir: StoredFile;
  readme: StoredFile;
  indexPage: StoredFile;
  /** A page for each structured report. */
  reportPages: (StoredFile & { name: string })[];
  /** The same reports as PDF; absent in packages that were made without them. */
  reportPdfs?: (StoredFile & { name: string })[];
  /** Reports that were closed when it was made, and are not in it. */
  heldReports?: HeldReport[];
  notes: string[];
  totalBytes: number;
  etag: string;
};
