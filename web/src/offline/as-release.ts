import type { OfflineItem, OfflinePatient, OfflineViewerData } from '@echoback/server/contract';
import type { FileName, ReleaseView, ViewItem } from '../viewer/stage-item.ts';
import type { ReleaseAddresses } from '../viewer/stage-viewer.tsx';

/** One person's files of a package as the one viewer knows a release, with addresses that are files beside the page. */
export function asRelease(
  data: OfflineViewerData,
  patient: OfflinePatient,
): { release: ReleaseView; addresses: ReleaseAddresses } {
  const items: OfflineItem[] = [];
  const attached: string[] = [];
  const exams = patient.exams.map((exam, index) => ({
    examItemId: String(index),
    label: exam.label,
    studyDate: exam.studyDate,
    counts: { examItemId: String(index), ...exam.counts },
    items: exam.items.map((item) => viewItem(item, items.push(item) - 1)),
    attachedReports: exam.attachedReports.map(({ name, path, sizeBytes }) => ({
      ordinal: attached.push(path) - 1,
      name,
      sizeBytes,
    })),
    reportOpens: null,
  }));
  return {
    release: {
      releaseId: data.reference ?? '',
      reference: data.reference ?? '',
      facilityName: data.facility?.name ?? '',
      patientName: patient.name,
      exams,
      package: null,
    },
    addresses: {
      file: (item, file) => besidePage(fileOf(items[item.ordinal], file)),
      report: (ordinal) => besidePage(attached[ordinal]),
      package: null,
      offers: ['picture', 'clip', 'dicom', 'report-pdf'],
      readsPdf: true,
    },
  };
}

function viewItem(item: OfflineItem, ordinal: number): ViewItem {
  const file = item.kind === 'clip' ? item.clip : item.kind === 'still' ? item.picture : item.report;
  const shown = file || item.structuredReport ? 'ready' : 'not-playable';
  const { kind, label, seriesLabel, seriesNumber, width, height, frames, durationMs, timesAssumed } = item;
  const { calibration, structuredReport, cutOff } = item;
  return {
    ordinal,
    kind,
    label,
    seriesLabel,
    seriesNumber,
    width,
    height,
    frames,
    durationMs,
    timesAssumed,
    cutOff,
    calibration,
    shown,
    fileBytes: null,
    structuredReport,
  };
}

function fileOf(item: OfflineItem | undefined, file: FileName): string | null | undefined {
  if (file === 'picture') return item?.picture;
  if (file === 'clip') return item?.clip;
  if (file === 'report-pdf') return item?.report;
  if (file === 'dicom') return item?.dicom;
  if (file === 'webm') return null;
  // The package holds no thumbnails: a browser draws the small ones from the pictures as they come into sight.
  return item?.poster ?? item?.picture;
}

/** The address of a file of the package; names hold spaces and more. */
export function besidePage(path: string | null | undefined): string {
  return path ? path.split('/').map(encodeURIComponent).join('/') : '';
}
