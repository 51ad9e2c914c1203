import type { StructuredReport } from '@echoback/dicom-media';
import type { OfflineExam, OfflineItem, OfflineViewerData } from '../contract/offline-viewer.ts';
import type { DerivedKind, Manifest, ManifestInstance } from '../store/records.ts';
import { countKinds } from './count-kinds.ts';
import type { PackageFacts } from './package-facts.ts';
import { reportPdfName } from './release-file.ts';

/** Structured reports by the SHA-256 of their JSON. */
export type ReportsByHash = ReadonlyMap<string, StructuredReport>;

/** What the start page shows: the manifest in plain words, with the places of the files beside it. */
export function offlineData(facts: PackageFacts, reports: ReportsByHash): OfflineViewerData {
  const { manifest, facility } = facts;
  const fileIds = new Set(manifest.exams.flatMap(({ instances }) => instances.map(({ fileId }) => fileId)));
  const { name, officeName, phone, email, address } = facility;
  return {
    version: 2,
    language: facts.language,
    product: facts.product,
    facility: { name, officeName, phone, email, address },
    reference: facts.reference,
    createdOn: facts.createdOn,
    part: facts.part,
    dicom: { folder: 'DICOM', directory: 'DICOMDIR', files: fileIds.size },
    readme: 'README.TXT',
    patients: [
      { ...facts.patient, mrn: null, exams: manifest.exams.map((exam) => offlineExam(exam, facts.part, reports)) },
    ],
  };
}

function offlineExam(exam: Manifest['exams'][number], part: PackageFacts['part'], reports: ReportsByHash): OfflineExam {
  const here = countKinds(exam.instances);
  return {
    label: exam.label,
    studyDate: exam.studyDate,
    // Of one disc of several the page counts what lies on it; how many there are in all stands on every disc.
    counts: {
      ...(part ? { listed: here, given: here } : exam.counts),
      missing: exam.missing.map(asNamed),
    },
    items: exam.instances.map((instance) => offlineItem(instance, reports)),
    attachedReports: exam.attachedReports.map(({ name: path, sizeBytes }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      sizeBytes,
    })),
  };
}

function asNamed({ kind, seriesNumber, instanceNumber, why }: Manifest['exams'][number]['missing'][number]) {
  return { kind, seriesNumber, instanceNumber, why };
}

function offlineItem(instance: ManifestInstance, reports: ReportsByHash): OfflineItem {
  const made = (kind: DerivedKind) => instance.derived.find((file) => file.kind === kind);
  const shown = made('picture') ?? made('clip') ?? made('poster');
  const json = made('report-json');
  return {
    kind: instance.kind,
    label: instance.label,
    seriesLabel: instance.seriesLabel,
    seriesNumber: instance.seriesNumber,
    width: shown?.width ?? null,
    height: shown?.height ?? null,
    frames: made('clip')?.frames ?? null,
    durationMs: made('clip')?.durationMs ?? null,
    timesAssumed: instance.timesAssumed ?? false,
    cutOff: instance.cutOff ?? false,
    calibration: instance.calibration ?? null,
    picture: made('picture')?.name ?? null,
    poster: made('poster')?.name ?? null,
    clip: made('clip')?.name ?? null,
    report: made('report-pdf')?.name ?? (json?.name ? reportPdfName(json.name) : null),
    dicom: instance.fileId,
    structuredReport: json ? (reports.get(json.sha256) ?? null) : null,
  };
}
