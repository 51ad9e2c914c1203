import { isZipPassword } from '@echoback/dicom-media';
import { z } from 'zod';

/** Fields that several endpoints share: the same rule and message in the form, the server and OpenAPI. */
export const calendarDate = z.iso.date({ error: 'A date like 2026-10-28.' });
/** A day and perhaps a time on the facility's own wall clock, counted in 24 hours. */
export const wallTime = z.object({
  on: calendarDate,
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'A time like 14:30.' })
    .optional(),
});
export const email = z.email({ error: 'An e-mail address like ana@example.org.' }).max(254);
export const language = z.enum(['en', 'es']);
export const oneTimeCode = z
  .string()
  .trim()
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'The code has 6 digits.' }));
/**
 * Of an encrypted ZIP: as long as its thousand rounds want it, and in ASCII, because programs disagree on anything else.
 */
export const zipPassword = z
  .string()
  .refine(isZipPassword, { error: 'From 12 to 99 plain letters, digits, signs or spaces, without accents.' });
export const personName = z
  .string()
  .trim()
  .min(1, { error: 'A name is needed.' })
  .max(120, { error: 'At most 120 letters.' });
export const freeText = z.string().trim().max(500, { error: 'At most 500 letters.' });
export const addressLines = z.array(z.string().trim().max(120)).min(2, { error: 'Street and town are needed.' }).max(6);
export const nothing = z.object({});
export const noContent = z.null();

export const examTypes = [
  'pregnancy',
  'pelvis',
  'abdomen',
  'breast',
  'neck-thyroid',
  'vascular',
  'heart',
  'musculoskeletal',
  'other',
  'not-sure',
] as const;
export const examType = z.enum(examTypes);

export const deliveryKinds = [
  'online',
  'email-unencrypted',
  'secure-link',
  'cd',
  'dvd',
  'usb',
  'prints',
  /** A form in the person's own words, to be agreed on: 45 CFR 164.524(c)(2). */
  'other-form',
  /** To look at them with the staff, free of charge: 45 CFR 164.524(c)(1). */
  'inspection',
] as const;
export const deliveryKind = z.enum(deliveryKinds);

/** A rule behind a fee, in both languages with its clause. */
const feeReason = z.object({
  rule: z.string(),
  cite: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  words: z.object({ en: z.string(), es: z.string() }),
});

export const feeQuote = z.object({
  totalCents: z.int(),
  method: z.string(),
  lines: z.array(z.object({ label: z.string(), cents: z.int(), rule: z.string(), cite: z.string() })),
  route: z.string(),
  approximate: z.boolean(),
  /** What each allowed method would come to. */
  compared: z.array(z.object({ method: z.string(), totalCents: z.int() })),
  why: z.array(feeReason),
  /** What would make it free, if the person brought what the rule asks for. */
  offers: z.array(feeReason),
  /** Ceilings that lower nothing until counsel confirmed them. */
  toConfirm: z.array(feeReason),
  needsSupervisor: z.boolean(),
});

/** A fee that the person was told and has not answered yet; `agreedCents` is what holds until then. */
export const feeChange = z.object({ quoteId: z.string(), fee: feeQuote, agreedCents: z.int().nullable() }).nullable();

/** The due date with its working; computed at each answer, never stored. 45 CFR 164.524(b)(2). */
export const dueDateWorking = z.object({
  receivedOn: calendarDate,
  days: z.int(),
  on: calendarDate,
  daysLeft: z.int(),
  level: z.enum(['fine', 'soon', 'late']),
  fractionUsed: z.number(),
  cite: z.string(),
});

/** The due date with every period that runs and the one letter that may have moved it, in plain sentences. */
export const explainedDueDate = dueDateWorking.extend({
  overdueFrom: calendarDate,
  actionBy: calendarDate,
  clocks: z.array(
    z.object({
      rule: z.string(),
      jurisdiction: z.string(),
      lawName: z.string(),
      kind: z.enum(['copy', 'inspect', 'report']),
      on: calendarDate,
      governs: z.boolean(),
      acts: z.boolean(),
      words: z.object({ en: z.string(), es: z.string() }),
      cite: z.string(),
    }),
  ),
  extension: z
    .object({ sentOn: calendarDate, promisedOn: calendarDate, reason: z.string(), cite: z.string() })
    .nullable(),
});

/** What we wait for from the person; in the United States a wait never moves a due date. */
export const openWait = z.object({
  cause: z.enum(['identity', 'clarification', 'fee', 'format', 'vendor', 'signature']),
  since: calendarDate,
  /** The law lists it as a pause, and its condition holds: the last day is counted anew when it ends. */
  movesDeadline: z.boolean(),
});

/** Could be given at once, and no lawful hold is on: 45 CFR part 171. `flag` and `supervisor` are house limits. */
export const available = z.object({
  since: z.string(),
  sinceDay: calendarDate,
  level: z.enum(['nothing', 'flag', 'supervisor']),
});

/** What the house has promised beside the law, and whether it kept it (OD-25). */
export const servicePromise = z.object({
  name: z.enum(['acknowledge-electronic', 'acknowledge-paper', 'authority-doubt', 'offer-inspection']),
  by: calendarDate,
  keptOn: calendarDate.nullable(),
  late: z.boolean(),
});

export const kindCounts = z.object({ stills: z.int(), clips: z.int(), reports: z.int(), other: z.int() });

export const missingObject = z.object({
  kind: z.enum(['still', 'clip', 'report', 'other']),
  seriesNumber: z.int().nullable(),
  instanceNumber: z.int().nullable(),
  why: z.string(),
});

/** Made against given: the same counts on the desk, in the portal, in the letter and in the package. */
export const examCounts = z.object({
  examItemId: z.string(),
  listed: kindCounts,
  given: kindCounts,
  missing: z.array(missingObject),
  /** Where only certain pictures were asked for: how many files the whole study has. */
  ofAll: z.int().optional(),
});

/** A structured report as tables and paragraphs; made by the decoder from the SR content tree (PS3.3 C.17.3). */
export const structuredReport = z.object({
  title: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      depth: z.int(),
      paragraphs: z.array(z.object({ label: z.string().nullable(), text: z.string() })),
      measurements: z.array(z.object({ name: z.string(), value: z.string(), unit: z.string() })),
    }),
  ),
});

/** The ultrasound regions of a picture, PS3.3 C.8.5.5: what a step of one pixel means in each box. */
export const calibration = z.object({
  columns: z.int(),
  rows: z.int(),
  regions: z.array(
    z.object({
      format: z.int(),
      left: z.int(),
      top: z.int(),
      right: z.int(),
      bottom: z.int(),
      unitX: z.int(),
      unitY: z.int(),
      deltaX: z.number(),
      deltaY: z.number(),
      referenceY: z.int(),
      referenceValueY: z.number(),
    }),
  ),
});

/** One thing to look at. Addresses of its files are made from `ordinal` by the web client. */
export const viewItem = z.object({
  ordinal: z.int(),
  kind: z.enum(['still', 'clip', 'structured-report', 'pdf-report', 'presentation-state', 'other']),
  label: z.string(),
  seriesLabel: z.string().nullable(),
  seriesNumber: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frames: z.int().nullable(),
  durationMs: z.number().nullable(),
  /** The object does not say how long its frames last: the speed is a guess and is called one. */
  timesAssumed: z.boolean(),
  /** The archive holds only part of it: what is there is shown, and the rest is left dark. */
  cutOff: z.boolean(),
  /** Null where nothing can be measured: the object names no regions, or is no picture. */
  calibration: calibration.nullable(),
  shown: z.enum(['ready', 'not-playable']),
  /** Sizes of the derived files by kind, so that "Save" can say how large they are. */
  fileBytes: z.number().nullable(),
  structuredReport: structuredReport.nullable(),
});

/** What a person sees of a release: one exam after the other. */
export const releaseView = z.object({
  releaseId: z.string(),
  reference: z.string(),
  facilityName: z.string(),
  patientName: z.string(),
  exams: z.array(
    z.object({
      examItemId: z.string(),
      label: z.string(),
      studyDate: calendarDate.nullable(),
      counts: examCounts,
      items: z.array(viewItem),
      attachedReports: z.array(z.object({ ordinal: z.int(), name: z.string(), sizeBytes: z.number() })),
      /** State law keeps the report closed online until then. */
      reportOpens: z.object({ at: z.string(), cite: z.string() }).nullable(),
    }),
  ),
  package: z.object({ sizeBytes: z.number(), name: z.string() }).nullable(),
});

/** Files of one view item. `png` is made when asked for; `dicom` is the exported original. */
export const fileKind = z.enum(['thumbnail', 'picture', 'png', 'poster', 'clip', 'webm', 'report-pdf', 'dicom']);

/** How pictures go on paper: many or one to a page, as large as fits or as in life, with name and date or without. */
export const printChoice = z.object({
  layout: z.enum(['sheet', 'page']).default('page'),
  paper: z.enum(['letter', 'a4']).default('letter'),
  size: z.enum(['fit', 'life']).default('fit'),
  named: z.enum(['yes', 'no']).default('yes'),
});

/** The condition on which a law that knows pauses lets a wait move the last day (OD-5). */
export const pauseAsks = z.enum(['asked-promptly', 'very-large-record']).nullable();
