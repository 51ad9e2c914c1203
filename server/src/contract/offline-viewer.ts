import { z } from 'zod';
import { calendarDate, kindCounts, language, missingObject, structuredReport } from './common-fields.ts';

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
  width: z.int().nullable(),
  height: z.int().nullable(),
  frames: z.int().nullable(),
  durationMs: z.number().nullable(),
  /** JPEG of a still. */
  picture: packagePath.nullable(),
  /** JPEG of a clip's frame, shown before it plays. */
  poster: packagePath.nullable(),
  /** MP4 (H.264). */
  clip: packagePath.nullable(),
  /** PDF, or the page of a structured report. */
  report: packagePath.nullable(),
  dicom: packagePath,
  structuredReport: structuredReport.nullable(),
});

/**
 * What INDEX.HTM knows: the JSON inside its `<script type="application/json" id="echoback-data">`, with `<` written as
 * `\u003c`. The page shows it as text only and opens no network (S7.11).
 */
export const offlineViewerData = z.object({
  version: z.literal(1),
  language,
  product: z.object({ name: z.string(), version: z.string() }),
  facility: z.object({
    name: z.string(),
    officeName: z.string(),
    phone: z.string(),
    email: z.string(),
    address: z.array(z.string()),
  }),
  reference: z.string(),
  createdOn: calendarDate,
  patient: z.object({ name: z.string(), birthDate: calendarDate }),
  counts: z.object({ listed: kindCounts, given: kindCounts }),
  /** For a doctor: where the untouched originals lie. */
  dicom: z.object({ folder: z.string(), directory: z.string(), files: z.int() }),
  readme: packagePath,
  exams: z.array(
    z.object({
      label: z.string(),
      studyDate: calendarDate.nullable(),
      counts: z.object({ listed: kindCounts, given: kindCounts, missing: z.array(missingObject) }),
      items: z.array(offlineItem),
      attachedReports: z.array(z.object({ name: z.string(), path: packagePath, sizeBytes: z.number() })),
    }),
  ),
});

export type OfflineViewerData = z.infer<typeof offlineViewerData>;
export type OfflineItem = z.infer<typeof offlineItem>;
