import { type DicomdirNote, writeDicomdir } from '@echoback/dicom-media';
import type { OfflineExam, OfflineItem, OfflineViewerData } from '../contract/offline-viewer.ts';
import type { DerivedFileKind } from '../decoder/derived-object.ts';
import { countKinds } from '../deliveries/count-kinds.ts';
import type { CopyPart } from '../deliveries/package-facts.ts';
import { product } from '../deliveries/product.ts';
import type { Language } from '../releases/exam-words.ts';
import { type CopiedExam, type CopiedObject, type CopiedPatient, objectsOf } from './copy.ts';

/** What the pages of a copy say besides what is in it. */
export type CopyFacts = {
  language: Language;
  /** Who gives the copy, when somebody does. */
  facility: string | null;
  contact: string | null;
  createdOn: string;
};

export const FILE_SET_ID = 'ECHOBACK';

export function copyDicomdir(patients: readonly CopiedPatient[]): { bytes: Uint8Array; notes: DicomdirNote[] } {
  return writeDicomdir({ fileSetId: FILE_SET_ID, instances: objectsOf(patients) });
}

/** What the start page shows: the objects in plain words, with the places of the files beside it. */
export function copyViewerData(
  patients: readonly CopiedPatient[],
  facts: CopyFacts & { part: CopyPart | null },
): OfflineViewerData {
  const { facility, contact, language, createdOn, part } = facts;
  return {
    version: 2,
    language,
    product,
    facility: facility ? { name: facility, officeName: contact ?? '', phone: '', email: '', address: [] } : null,
    reference: null,
    createdOn,
    part,
    dicom: { folder: 'DICOM', directory: 'DICOMDIR', files: objectsOf(patients).length },
    readme: 'README.TXT',
    patients: patients.map((patient) => ({
      ...patient,
      // The number helps where there is more than one person to be told apart.
      mrn: patients.length > 1 ? patient.mrn : null,
      exams: patient.exams.map(viewerExam),
    })),
  };
}

function viewerExam({ label, studyDate, objects }: CopiedExam): OfflineExam {
  const given = countKinds(objects.map(({ index }) => index));
  return {
    label,
    studyDate,
    counts: { listed: given, given, missing: [] },
    items: objects.map(viewerItem),
    attachedReports: [],
  };
}

function viewerItem({ index, label, fileId, made, report }: CopiedObject): OfflineItem {
  const { kind, seriesDescription, seriesNumber, pixels, regions } = index;
  const found = (wanted: DerivedFileKind) => made.find((file) => file.kind === wanted);
  const shown = found('picture') ?? found('clip') ?? found('poster');
  const { columns, rows } = pixels ?? {};
  return {
    kind,
    label,
    seriesLabel: seriesDescription ?? null,
    seriesNumber: seriesNumber !== undefined && Number.isSafeInteger(seriesNumber) ? seriesNumber : null,
    width: shown?.width ?? null,
    height: shown?.height ?? null,
    frames: found('clip')?.frames ?? null,
    durationMs: found('clip')?.durationMs ?? null,
    timesAssumed: pixels?.frameTimeSource === 'assumed',
    cutOff: pixels?.cutOff ?? false,
    calibration: regions.length > 0 && columns && rows ? { columns, rows, regions } : null,
    picture: found('picture')?.name ?? null,
    poster: found('poster')?.name ?? null,
    clip: found('clip')?.name ?? null,
    report: (found('report-pdf') ?? found('report-json'))?.name ?? null,
    dicom: fileId,
    structuredReport: report,
  };
}
