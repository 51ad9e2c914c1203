import type { App } from '../app.ts';
import { nameWords } from '../releases/package-names.ts';
import type { ExamCounts } from '../store/records.ts';
import type { GivenRelease } from './given-release.ts';
import type { CopyPart } from './package-facts.ts';
import { readReports, reportOf, type ViewItem, viewItem } from './view-items.ts';

export type ReleaseView = {
  releaseId: string;
  reference: string;
  facilityName: string;
  patientName: string;
  exams: {
    examItemId: string;
    label: string;
    studyDate: string | null;
    counts: ExamCounts;
    items: ViewItem[];
    attachedReports: { ordinal: number; name: string; sizeBytes: number }[];
    /** State law keeps the report closed until then. */
    reportOpens: { at: string; cite: string } | null;
  }[];
  package: { sizeBytes: number; name: string } | null;
};

/** What a person sees of a release: from the manifest and nothing else. */
export async function viewRelease(app: App, { release, package: record }: GivenRelease): Promise<ReleaseView> {
  const { manifest } = release;
  const { facilityName, patientName } = await readNames(app, release.accessRequestId);
  const reports = await readReports(app, release.items);
  let ordinal = 0;
  let reportOrdinal = 0;
  return {
    releaseId: release.releaseId,
    reference: manifest.reference,
    facilityName,
    patientName,
    exams: manifest.exams.map((exam) => ({
      examItemId: exam.examItemId,
      label: exam.label,
      studyDate: exam.studyDate,
      counts: { examItemId: exam.examItemId, ...exam.counts, missing: exam.missing },
      items: exam.instances.map((instance) => viewItem(instance, ordinal++, reportOf(instance, reports))),
      attachedReports: exam.attachedReports.map(({ name, sizeBytes }) => ({
        ordinal: reportOrdinal++,
        name: name.split('/').at(-1) ?? name,
        sizeBytes,
      })),
      reportOpens: reportOpens(record, exam.examItemId),
    })),
    package: { sizeBytes: record.totalBytes, name: packageName(manifest.reference) },
  };
}

function reportOpens({ heldReports = [] }: GivenRelease['package'], examItemId: string) {
  const held = heldReports.find((one) => one.examItemId === examItemId);
  return held ? { at: held.opensAt, cite: held.cite } : null;
}

/** Shown in the downloads folder: the reference, which opens nothing by itself, and no name. */
export function packageName(reference: string, part: CopyPart | null = null): string {
  return `${nameWords(`Pictures ${reference}${partWords(part)}`)}.zip`;
}

export function discImageName(reference: string, part: CopyPart | null = null): string {
  return `${nameWords(`Pictures ${reference}${partWords(part)}`)}.iso`;
}

function partWords(part: CopyPart | null): string {
  return part ? ` ${part.number} of ${part.of}` : '';
}

async function readNames(app: App, accessRequestId: string): Promise<{ facilityName: string; patientName: string }> {
  const row = await app.db
    .selectFrom('access_request')
    .innerJoin('facility', 'facility.id', 'access_request.facility_id')
    .leftJoin('patient', 'patient.id', 'access_request.patient_id')
    .select(['facility.name', 'patient.given_name', 'patient.family_name'])
    .where('access_request.id', '=', accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  return { facilityName: row.name, patientName: [row.given_name, row.family_name].filter(Boolean).join(' ') };
}
