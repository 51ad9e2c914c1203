import { z } from 'zod';
import { calendarDate, calibration, kindCounts, language, missingObject, structuredReport } from './common-fields.ts';

/**
 * A file of the package, beside the page: relative, `/` between folders, as it lies on the disk. The page percent-encodes
 * each part when it makes an address of it (names hold spaces).
 */
const packagePath = z.string();

/** One thing to look at offline. Paths are null where there is no such file; `dicom` is always there. */
export const offlineItem = z.object({
  kind: z.enum(['still', 'clip', 'structured-report', 'pdf-report', 'presentation-state', 'other']),
  label: z.string(),
  seriesLabel: z.string().nullable(),
  seriesNumber: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frames: z.int().nullable(),
  durationMs: z.number().nullable(),
  timesAssumed: z.boolean(),
  cutOff: z.boolean(),
  calibration: calibration.nullable(),
  /** JPEG of a still. */
  picture: packagePath.nullable(),
  /** JPEG of a clip's frame, shown before it plays. */
  poster: packagePath.nullable(),
  /** MP4 (H.264). */
  clip: packagePath.nullable(),
  /** A PDF, whether the archive held it or it was written from a structured report. */
  report: packagePath.nullable(),
  dicom: packagePath,
  structuredReport: structuredReport.nullable(),
});

const offlineExam = z.object({
  label: z.string(),
  studyDate: calendarDate.nullable(),
  counts: z.object({
    listed: kindCounts,
    given: kindCounts,
    missing: z.array(missingObject),
    ofAll: z.int().optional(),
  }),
  /** In the order they are looked at; a series is a run of items with the same number and name. */
  items: z.array(offlineItem),
  attachedReports: z.array(z.object({ name: z.string(), path: packagePath, sizeBytes: z.number() })),
});

/** One person; a package that a facility gives holds one, a folder that somebody packed may hold several. */
const offlinePatient = z.object({
  /** As people write it; what the objects say where there is no directory. Empty when they say nothing. */
  name: z.string(),
  birthDate: calendarDate.nullable(),
  /** The number that tells two people of one name apart; null when the package does not show it. */
  mrn: z.string().nullable(),
  exams: z.array(offlineExam),
});

/**
 * What INDEX.HTM knows: the JSON inside its `<script type="application/json" id="echoback-data">`, with `<` written as
 * `\u003c`. The page shows it as text only and opens no network (S7.11). `version` grows when a meaning changes: the page
 * and its data are written together, so a reader outside may rely on it.
 */
export const offlineViewerData = z.object({
  version: z.literal(2),
  language,
  product: z.object({ name: z.string(), version: z.string() }),
  /** Who gave the copy; null when somebody made it without one. */
  facility: z
    .object({
      name: z.string(),
      officeName: z.string(),
      phone: z.string(),
      email: z.string(),
      address: z.array(z.string()),
    })
    .nullable(),
  /** Of the request; null when there was none. */
  reference: z.string().nullable(),
  createdOn: calendarDate,
  /** Which disc or stick of how many; null where everything is here. */
  part: z.object({ kind: z.enum(['disc', 'stick']), number: z.int(), of: z.int() }).nullable(),
  /** For a doctor: where the untouched originals lie. */
  dicom: z.object({ folder: z.string(), directory: z.string(), files: z.int() }),
  readme: packagePath.nullable(),
  patients: z.array(offlinePatient),
});

export type OfflineViewerData = z.infer<typeof offlineViewerData>;
export type OfflinePatient = z.infer<typeof offlinePatient>;
export type OfflineExam = z.infer<typeof offlineExam>;
export type OfflineItem = z.infer<typeof offlineItem>;
