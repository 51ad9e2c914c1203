import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { indexOf } from '../../testing/sample-files.ts';
import { type DataSet, fileIdsFor, firstCode, firstNumber, items, readPart10, text, writeDicomdir } from '../index.ts';
import { fromBase64, toBase64 } from './base64.ts';

const SOP_UID = 0x00080018;
const NAME = 0x00100010;
const ID = 0x00100020;
const STUDY_UID = 0x0020000d;
const SERIES_UID = 0x0020000e;
const STUDY_ID = 0x00200010;
const SERIES_NUMBER = 0x00200011;
const INSTANCE_NUMBER = 0x00200013;
const STUDY_DATE = 0x00080020;

const VRS = new Map([
  [NAME, 'PN'],
  [ID, 'LO'],
  [STUDY_ID, 'SH'],
  [SERIES_NUMBER, 'IS'],
  [INSTANCE_NUMBER, 'IS'],
  [STUDY_DATE, 'DA'],
]);

/** An instance at this file ID, alike but for its own UID and the values given. */
function filed(fileId: string, values: Record<number, string> = {}) {
  const uid = values[SOP_UID] ?? `1.2.${fileId.length}.${fileId.charCodeAt(fileId.length - 1)}`;
  const overrides = new Map(
    Object.entries({ ...values, [SOP_UID]: uid }).map(([tag, value]) => [
      Number(tag),
      made.element(Number(tag), VRS.get(Number(tag)) ?? 'UI', made.text(value)),
    ]),
  );
  const index = indexOf(made.part10File([...made.identity(overrides), ...made.tinyPixels], { metaInstanceUid: uid }));
  if (!index.ok) throw new Error(index.refusal.code);
  return { index: index.value, fileId };
}

function recordsOf(bytes: Uint8Array): readonly DataSet[] {
  const read = readPart10(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.problems).toEqual([]);
  return items(read.value.dataSet, 0x00041220);
}

const type = (record: DataSet) => firstCode(record, 0x00041430);
const types = (bytes: Uint8Array) => recordsOf(bytes).map(type);

describe('Records', () => {
  test('stand depth first, patient above study above series above object', () => {
    const { bytes, notes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [
        filed('DICOM/A1'),
        filed('DICOM/A2', { [SERIES_UID]: '1.2.3.4.6' }),
        filed('DICOM/A3', {
          [NAME]: 'ROE^RICHARD',
          [ID]: 'MRN2',
          [STUDY_UID]: '1.9',
          [SERIES_UID]: '1.9.1',
        }),
      ],
    });
    expect(types(bytes)).toEqual([
      'PATIENT',
      'STUDY',
      'SERIES',
      'IMAGE',
      'SERIES',
      'IMAGE',
      'PATIENT',
      'STUDY',
      'SERIES',
      'IMAGE',
    ]);
    expect(notes).toEqual([]);
  });

  test('are linked by their place from byte 0', () => {
    const { bytes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [filed('DICOM/A1'), filed('DICOM/A2'), filed('DICOM/A3', { [SERIES_UID]: '1.2.3.4.6' })],
    });
    const records = recordsOf(bytes);
    const placeOf = new Map(records.map((record) => [startOf(record), record]));
    const visited: (string | undefined)[] = [];
    const follow = (place: number): void => {
      const record = placeOf.get(place);
      if (!record) throw new Error(`nothing at ${place}`);
      visited.push(type(record));
      const below = firstNumber(record, 0x00041420) ?? 0;
      const next = firstNumber(record, 0x00041400) ?? 0;
      if (below) follow(below);
      if (next) follow(next);
    };
    const root = readPart10(bytes);
    follow((root.ok && firstNumber(root.value.dataSet, 0x00041200)) || 0);
    expect(visited).toEqual(records.map(type));
  });

  test('the same list gives the same bytes', () => {
    const once = () => writeDicomdir({ fileSetId: 'COPY', instances: [filed('DICOM/A1'), filed('DICOM/A2')] }).bytes;
    expect(once()).toEqual(once());
  });
});

/** Of the item tag: 8 bytes before its first element. */
function startOf(record: DataSet): number {
  return Math.min(...[...record.elements.values()].map(({ start }) => start)) - 8;
}

describe('What the objects do not say', () => {
  test('is made up in the record only, and noted', () => {
    const { bytes, notes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [filed('DICOM/A1', { [ID]: '', [STUDY_ID]: ' ', [INSTANCE_NUMBER]: '', [STUDY_DATE]: '' })],
    });
    const [patient, study, , image] = recordsOf(bytes) as [DataSet, DataSet, DataSet, DataSet];
    expect(firstCode(patient, 0x00100020)).toBe('UNKNOWN-1');
    expect([firstCode(study, 0x00200010), firstCode(study, 0x00080020)]).toEqual(['1', '19000101']);
    expect(firstCode(image, 0x00200013)).toBe('1');
    expect(notes.map((note) => (note.code === 'value-invented' ? note.tag : note.code)).sort()).toEqual(
      [0x00100020, 0x00200010, 0x00200013, 0x00080020].sort(),
    );
  });

  test('two patients with one ID get two records with two IDs', () => {
    const { bytes, notes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [
        filed('DICOM/A1'),
        filed('DICOM/A2', { [NAME]: 'ROE^RICHARD', [STUDY_UID]: '1.9', [SERIES_UID]: '1.9.1' }),
      ],
    });
    const patients = recordsOf(bytes).filter((record) => type(record) === 'PATIENT');
    expect(patients.map((patient) => firstCode(patient, 0x00100020))).toEqual(['MRN1', 'MRN1-2']);
    expect(notes.map(({ code }) => code)).toEqual(['patient-id-made-unique']);
  });

  test('one patient written in two ways of case and trailing separators is one', () => {
    const { bytes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [
        filed('DICOM/A1'),
        filed('DICOM/A2', { [NAME]: 'Doe^Jane^^^', [STUDY_UID]: '1.9', [SERIES_UID]: '1.9.1' }),
      ],
    });
    expect(types(bytes).filter((name) => name === 'PATIENT')).toHaveLength(1);
  });

  test('a study that names a second patient keeps its objects together and is noted', () => {
    const { bytes, notes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [filed('DICOM/A1'), filed('DICOM/A2', { [NAME]: 'ROE^RICHARD' })],
    });
    expect(types(bytes)).toEqual(['PATIENT', 'STUDY', 'SERIES', 'IMAGE', 'IMAGE']);
    expect(notes.map(({ code }) => code)).toEqual(['patients-differ-in-study']);
  });

  test('what cannot be referred to is left out by name', () => {
    const { notes } = writeDicomdir({
      fileSetId: 'COPY',
      instances: [
        filed('DICOM/A1'),
        filed('DICOM/A2', { [SOP_UID]: '1.2.77' }),
        filed('DICOM/B2', { [SOP_UID]: '1.2.77' }),
        filed('DICOM/A3', { [STUDY_UID]: '' }),
      ],
    });
    expect(notes).toEqual([
      { code: 'left-out', reason: 'same-instance-again', fileId: 'DICOM/B2' },
      { code: 'left-out', reason: 'uid-missing', fileId: 'DICOM/A3' },
    ]);
  });

  test('names are copied in the bytes and the character set of their object', () => {
    const name = made.element(0x00100010, 'PN', Uint8Array.of(0x4d, 0xfc, 0x6c));
    const set = made.element(0x00080005, 'CS', made.text('ISO-IR 100'));
    const [sopClass, ...rest] = made.identity(new Map([[0x00100010, name]]));
    const index = indexOf(made.part10File([set, sopClass as Uint8Array, ...rest, ...made.tinyPixels]));
    if (!index.ok) throw new Error(index.refusal.code);
    const { bytes } = writeDicomdir({ fileSetId: 'COPY', instances: [{ index: index.value, fileId: 'DICOM/A1' }] });
    const [patient, study] = recordsOf(bytes) as [DataSet, DataSet];
    expect(text(patient, 0x00100010)).toBe('Mül');
    expect(firstCode(patient, 0x00080005)).toBe('ISO_IR 100');
    expect(study.elements.has(0x00080005)).toBe(false);
  });
});

describe('File IDs', () => {
  test('number studies, series and files in the order of the list', () => {
    const place = (studyInstanceUid: string, seriesInstanceUid: string) => ({ studyInstanceUid, seriesInstanceUid });
    expect(fileIdsFor([place('a', 'x'), place('b', 'y'), place('a', 'z'), place('a', 'x')])).toEqual([
      'DICOM/ST000001/SE000001/IM000001',
      'DICOM/ST000002/SE000001/IM000001',
      'DICOM/ST000001/SE000002/IM000001',
      'DICOM/ST000001/SE000001/IM000002',
    ]);
  });

  test('one that the standard forbids is our own mistake, and thrown', () => {
    for (const fileId of ['dicom/im1', 'DICOM/IM0000001', 'A/B/C/D/E/F/G/H/I', 'A.DCM', '']) {
      expect(() => writeDicomdir({ fileSetId: 'COPY', instances: [filed(fileId, { [SOP_UID]: '1.2' })] })).toThrow(
        RangeError,
      );
    }
    expect(() => writeDicomdir({ fileSetId: 'Doe, Jane', instances: [] })).toThrow(RangeError);
  });
});

test('base64 gives back what it was given', () => {
  for (let length = 0; length < 10; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 97 + length * 31) & 0xff);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
});
