import { describe, expect, test } from 'vitest';
import { everyRecord } from '../../testing/every-record.ts';
import { inSeries, madeObject } from '../../testing/made-objects.ts';
import { indexOf } from '../../testing/sample-files.ts';
import {
  type DataSet,
  type FiledInstance,
  fileIdsFor,
  firstCode,
  firstNumber,
  items,
  readPart10,
  valueBytes,
  writeDicomdir,
} from '../index.ts';
import { INSTANCE_KEYS } from './record-keys.ts';

function filed(objects: readonly Uint8Array[]): FiledInstance[] {
  const indexes = objects.map((bytes) => {
    const index = indexOf(bytes);
    if (!index.ok) throw new Error(index.refusal.code);
    return index.value;
  });
  const fileIds = fileIdsFor(indexes);
  return indexes.map((index, at) => ({ index, fileId: fileIds[at] as string }));
}

function recordsOf(bytes: Uint8Array): { root: DataSet; records: readonly DataSet[] } {
  const read = readPart10(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.problems).toEqual([]);
  return { root: read.value.dataSet, records: items(read.value.dataSet, 0x00041220) };
}

const type = (record: DataSet) => firstCode(record, 0x00041430);
const isLeaf = (record: DataSet) => record.elements.has(0x00041500);

describe('Every type of record', () => {
  const { bytes, notes } = writeDicomdir({
    fileSetId: 'COPY',
    instances: filed(everyRecord.map((made) => made.bytes)),
  });
  const { root, records } = recordsOf(bytes);

  test('is made from an object of its class, with nothing made up', () => {
    expect(everyRecord.map((made) => made.type).sort()).toEqual(Object.keys(INSTANCE_KEYS).sort());
    expect(records.filter(isLeaf).map(type)).toEqual(everyRecord.map((made) => made.type));
    expect(notes).toEqual([]);
  });

  test.each(everyRecord.map((made) => made.type))('%s holds its keys, in the order of their tags', (name) => {
    const record = records.find((each) => type(each) === name) as DataSet;
    for (const { tag, need } of INSTANCE_KEYS[name as keyof typeof INSTANCE_KEYS]) {
      if (need !== 'C') expect(record.elements.has(tag)).toBe(true);
      if (need === 1) expect(record.elements.get(tag)?.length).toBeGreaterThan(0);
    }
    const tags = [...record.elements.keys()];
    expect(tags).toEqual([...tags].sort((a, b) => a - b));
  });

  test('of no patient stands beside the patients: the root list runs through them', () => {
    const placeOf = new Map(records.map((record) => [startOf(record), record]));
    const atRoot: (string | undefined)[] = [];
    let place = firstNumber(root, 0x00041200) ?? 0;
    while (place !== 0) {
      const record = placeOf.get(place) as DataSet;
      atRoot.push(type(record));
      if (firstNumber(record, 0x00041400) === 0) expect(firstNumber(root, 0x00041202)).toBe(place);
      place = firstNumber(record, 0x00041400) ?? 0;
    }
    expect(atRoot).toEqual(['PATIENT', 'HANGING PROTOCOL', 'PALETTE', 'IMPLANT', 'IMPLANT ASSY', 'IMPLANT GROUP']);
  });

  test('needs no study or series when it belongs to no patient, and both when it does', () => {
    const image = madeObject('1.2.840.10008.5.1.4.1.1.66', '1.2.3', [[0x00100020, 'LO', 'MRN1']]);
    const palette = madeObject('1.2.840.10008.5.1.4.39.1', '1.2.4', []);
    const written = writeDicomdir({ fileSetId: 'COPY', instances: filed([image, palette]) });
    expect(written.notes.map((note) => (note.code === 'left-out' ? note.reason : note.code))).toEqual([
      'uid-missing',
      'value-invented',
    ]);
  });
});

/** Of the item tag: 8 bytes before its first element. */
function startOf(record: DataSet): number {
  return Math.min(...[...record.elements.values()].map(({ start }) => start)) - 8;
}

describe('Icons', () => {
  const [instance] = filed([everyRecord[0]?.bytes as Uint8Array]) as [FiledInstance];
  const icon = { rows: 3, columns: 5, pixels: Uint8Array.from({ length: 15 }, (_, at) => at * 16) };

  test('are shown by the record of the picture they were given for', () => {
    const { records } = recordsOf(writeDicomdir({ fileSetId: 'COPY', instances: [{ ...instance, icon }] }).bytes);
    const image = records.find((record) => type(record) === 'IMAGE') as DataSet;
    const shown = items(image, 0x00880200)[0] as DataSet;
    expect([firstNumber(shown, 0x00280010), firstNumber(shown, 0x00280011)]).toEqual([3, 5]);
    expect(firstCode(shown, 0x00280004)).toBe('MONOCHROME2');
    expect(valueBytes(shown, 0x7fe00010)?.subarray(0, 15)).toEqual(icon.pixels);
  });

  test('of another size than they say, or larger than 128, are our own mistake, and thrown', () => {
    for (const wrong of [
      { ...icon, rows: 4 },
      { rows: 129, columns: 1, pixels: new Uint8Array(129) },
      { rows: 0, columns: 0, pixels: new Uint8Array(0) },
    ]) {
      expect(() => writeDicomdir({ fileSetId: 'COPY', instances: [{ ...instance, icon: wrong }] })).toThrow(RangeError);
    }
  });

  test('have no place in records of documents', () => {
    const [document] = filed([everyRecord[3]?.bytes as Uint8Array]) as [FiledInstance];
    const { records } = recordsOf(writeDicomdir({ fileSetId: 'COPY', instances: [{ ...document, icon }] }).bytes);
    expect(records.some((record) => record.elements.has(0x00880200))).toBe(false);
  });
});

describe('Patient IDs', () => {
  const person = (patientId: string, name: string, uid: string) =>
    madeObject('1.2.840.10008.5.1.4.1.1.66', uid, [
      ...inSeries('US', `${uid}.2`),
      [0x0020000d, 'UI', `${uid}.1`],
      [0x00100010, 'PN', name],
      [0x00100020, 'LO', patientId],
    ]);
  const idsOf = (objects: Uint8Array[]) =>
    recordsOf(writeDicomdir({ fileSetId: 'COPY', instances: filed(objects) }).bytes)
      .records.filter((record) => type(record) === 'PATIENT')
      .map((record) => firstCode(record, 0x00100020));

  test('made up or made unique are never the ID that another patient has', () => {
    expect(
      idsOf([
        person('MRN1', 'A', '1.1'),
        person('MRN1', 'B', '1.2'),
        person('MRN1-2', 'C', '1.3'),
        person('', 'D', '1.4'),
        person('UNKNOWN-1', 'E', '1.5'),
        person('', 'F', '1.6'),
      ]),
    ).toEqual(['MRN1', 'MRN1-3', 'MRN1-2', 'UNKNOWN-2', 'UNKNOWN-1', 'UNKNOWN-3']);
  });
});
