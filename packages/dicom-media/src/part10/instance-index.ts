import { type RecordMaterial, recordMaterial } from '../dicomdir/record-material.ts';
import { type UltrasoundRegion, ultrasoundRegions } from '../measure/ultrasound-regions.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { codes, firstCode, firstNumber, items } from './data-set.ts';
import { type DoubtfulIdentity, doubtfulIdentity, type OwnUids } from './doubtful-identity.ts';
import type { DataSet, Tag } from './element.ts';
import type { Preamble } from './file-start.ts';
import type { ReadAt } from './fragments.ts';
import { type InstanceKind, instanceKind } from './instance-kind.ts';
import { MAX_INDEXED_INFLATED_BYTES } from './limits.ts';
import { type PixelSummary, pixelSummary } from './pixel-summary.ts';
import type { Problem } from './problem.ts';
import { type Inflate, type Part10, readPart10 } from './read-part10.ts';
import { text } from './text.ts';
import { type UltrasoundCalibration, ultrasoundCalibration } from './ultrasound-calibration.ts';

/** What is kept of an object's header: everything that lists, matches, counts, plays and packs it. Plain JSON. */
export type InstanceIndex = {
  kind: InstanceKind;
  sopClassUid: string | undefined;
  sopInstanceUid: string | undefined;
  transferSyntaxUid: string;
  studyInstanceUid: string | undefined;
  seriesInstanceUid: string | undefined;
  /** Decoded, with its `^` and `=` as they are; `personName` takes it apart. */
  patientName: string | undefined;
  patientId: string | undefined;
  issuerOfPatientId: string | undefined;
  /** DA and TM values as written, usually YYYYMMDD and HHMMSS. */
  patientBirthDate: string | undefined;
  patientSex: string | undefined;
  accessionNumber: string | undefined;
  studyId: string | undefined;
  studyDate: string | undefined;
  studyTime: string | undefined;
  studyDescription: string | undefined;
  modality: string | undefined;
  seriesNumber: number | undefined;
  seriesDescription: string | undefined;
  seriesDate: string | undefined;
  instanceNumber: number | undefined;
  contentDate: string | undefined;
  contentTime: string | undefined;
  bodyPartExamined: string | undefined;
  institutionName: string | undefined;
  imageType: string[];
  burnedInAnnotation: string | undefined;
  pixels: PixelSummary | undefined;
  /** What a step of one pixel means, by region; empty where the object does not say. */
  regions: UltrasoundRegion[];
  /** Left out by whoever keeps only part of an index; then it counts as none. */
  ultrasoundCalibration?: UltrasoundCalibration;
  report: ReportSummary | undefined;
  problems: Problem[];
  doubtfulIdentity: DoubtfulIdentity[];
  exportForm: ExportForm;
  record: RecordMaterial;
};

/** A report's own title, and what it says of its state. */
export type ReportSummary = {
  title: string | undefined;
  completion: string | undefined;
  verification: string | undefined;
};

/** What an exported copy changes (S7.9), and whether the file has the form that a DICOMDIR may refer to (PS3.10 7). */
export type ExportForm = {
  preamble: Preamble;
  zeroPreamble: boolean;
  /** An exported copy ends here. */
  endOfDataSet: number;
  isPart10: boolean;
};

export type IndexInput = {
  /** The first bytes of the file: 8 KiB hold nearly every header, more is read when needed. */
  header: Uint8Array;
  totalBytes: number;
  /** Reads any piece of the same file; never asked for more than 64 MiB, pixels are not read. */
  readAt: ReadAt;
  inflate?: Inflate;
  /** Stops before the pixels, for a list of many files: nobody has then looked whether the file is whole. */
  headerOnly?: boolean;
};

const ENCAPSULATED_DOCUMENT: Tag = 0x00420011;

export type IndexRefusal = { code: 'not-dicom'; detail: string };

/**
 * Reads the header, walks to the end of the data set without reading pixels, and gives what is worth keeping.
 * A damaged file still gives what could be read: look for `isDamage` among its problems before using it.
 */
export function indexInstance({
  header,
  totalBytes,
  readAt,
  inflate,
  headerOnly = false,
}: IndexInput): Outcome<InstanceIndex, IndexRefusal> {
  const read = (stopAtPixelData: boolean) =>
    readPart10(header, {
      totalBytes,
      readAt,
      maxInflatedBytes: MAX_INDEXED_INFLATED_BYTES,
      stopAtPixelData,
      ...(inflate ? { inflate } : {}),
    });
  let reading = read(headerOnly);
  // What kind of document it is stands behind the document.
  if (headerOnly && reading.ok && reading.value.dataSet.elements.has(ENCAPSULATED_DOCUMENT)) reading = read(false);
  if (!reading.ok) {
    const { refusal } = reading;
    return refuse({
      code: 'not-dicom',
      detail: refusal.code === 'not-dicom' ? refusal.detail : 'shorter than it says',
    });
  }
  return ok(summarise(reading.value, totalBytes));
}

function summarise(found: Part10, totalBytes: number): InstanceIndex {
  const { meta, dataSet, transferSyntaxUid, problems } = found;
  const own = ownUids(dataSet);
  const sopClassUid = own.sopClassUid ?? firstCode(meta, 0x00020002);
  const pixels = pixelSummary(found, sopClassUid, totalBytes);
  return {
    kind: instanceKind(sopClassUid, pixels !== undefined, pixels?.numberOfFrames ?? 0),
    sopClassUid,
    sopInstanceUid: own.sopInstanceUid ?? firstCode(meta, 0x00020003),
    transferSyntaxUid,
    studyInstanceUid: own.studyInstanceUid,
    seriesInstanceUid: own.seriesInstanceUid,
    ...identity(dataSet),
    ...description(dataSet),
    pixels,
    regions: ultrasoundRegions(dataSet),
    ultrasoundCalibration: ultrasoundCalibration(dataSet),
    report: reportSummary(dataSet),
    problems,
    doubtfulIdentity: doubtfulIdentity(found, own),
    exportForm: {
      preamble: found.preamble,
      zeroPreamble: found.preamble === 'other',
      endOfDataSet: found.inflated ? totalBytes : (found.endOfDataSet ?? totalBytes),
      isPart10: found.preamble !== 'absent' && meta.elements.size > 0 && !found.transferSyntaxGuessed,
    },
    record: recordMaterial(dataSet, sopClassUid, pixels !== undefined),
  };
}

function ownUids(dataSet: DataSet): OwnUids {
  return {
    sopClassUid: firstCode(dataSet, 0x00080016),
    sopInstanceUid: firstCode(dataSet, 0x00080018),
    studyInstanceUid: firstCode(dataSet, 0x0020000d),
    seriesInstanceUid: firstCode(dataSet, 0x0020000e),
  };
}

function identity(dataSet: DataSet) {
  return {
    patientName: text(dataSet, 0x00100010),
    patientId: text(dataSet, 0x00100020),
    issuerOfPatientId: text(dataSet, 0x00100021),
    patientBirthDate: firstCode(dataSet, 0x00100030),
    patientSex: firstCode(dataSet, 0x00100040),
    accessionNumber: text(dataSet, 0x00080050),
    studyId: text(dataSet, 0x00200010),
  };
}

function description(dataSet: DataSet) {
  return {
    studyDate: firstCode(dataSet, 0x00080020),
    studyTime: firstCode(dataSet, 0x00080030),
    studyDescription: text(dataSet, 0x00081030),
    modality: firstCode(dataSet, 0x00080060),
    seriesNumber: firstNumber(dataSet, 0x00200011, 'IS'),
    seriesDescription: text(dataSet, 0x0008103e),
    seriesDate: firstCode(dataSet, 0x00080021),
    instanceNumber: firstNumber(dataSet, 0x00200013, 'IS'),
    contentDate: firstCode(dataSet, 0x00080023),
    contentTime: firstCode(dataSet, 0x00080033),
    bodyPartExamined: firstCode(dataSet, 0x00180015),
    institutionName: text(dataSet, 0x00080080),
    imageType: codes(dataSet, 0x00080008),
    burnedInAnnotation: firstCode(dataSet, 0x00280301),
  };
}

function reportSummary(dataSet: DataSet): ReportSummary | undefined {
  const conceptName = items(dataSet, 0x0040a043)[0];
  const title = text(dataSet, 0x00420010) ?? (conceptName && text(conceptName, 0x00080104));
  const completion = firstCode(dataSet, 0x0040a491);
  const verification = firstCode(dataSet, 0x0040a493);
  if (title === undefined && completion === undefined && verification === undefined) return undefined;
  return { title, completion, verification };
}
