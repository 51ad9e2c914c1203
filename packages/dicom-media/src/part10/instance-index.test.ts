import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { indexOf, sampleBytes, sampleObjects, samplesPresent } from '../../testing/sample-files.ts';
import { type InstanceIndex, indexInstance, isDamage, readPart10 } from '../index.ts';

function indexed(bytes: Uint8Array): InstanceIndex {
  const index = indexOf(bytes);
  if (!index.ok) throw new Error(index.refusal.code);
  return index.value;
}

const still = (...changed: [number, Uint8Array][]) =>
  made.part10File([...made.identity(new Map(changed)), ...made.tinyPixels]);

describe.skipIf(!samplesPresent)('The samples (skipped without them)', () => {
  test.each(sampleObjects('us/', 'studies/', 'media/', 'sr/', 'pdf/', 'video/'))(
    '$file: the index survives JSON',
    ({ file, patientName }) => {
      const index = indexed(sampleBytes(file));
      expect(JSON.parse(JSON.stringify(index))).toEqual(JSON.parse(JSON.stringify(index)));
      expect(index.patientName ?? '').toBe(patientName);
      expect(index.problems.filter(isDamage)).toEqual([]);
      expect(index.exportForm.isPart10).toBe(true);
    },
  );

  test.each(sampleObjects('us/', 'sr/'))(
    '$file: a window of 400 bytes gives the same index as the whole file',
    ({ file }) => {
      const bytes = sampleBytes(file);
      expect(indexOf(bytes, 400)).toEqual(indexOf(bytes, bytes.length));
    },
  );

  test.each(sampleObjects('us/', 'video/', 'sr/'))(
    '$file: the header alone gives the same, and no byte of the pixels is asked for',
    ({ file }) => {
      const bytes = sampleBytes(file);
      const whole = readPart10(bytes);
      const elements = whole.ok ? whole.value.dataSet.elements : undefined;
      const header = indexInstance({
        header: bytes.subarray(0, elements?.get(0x7fe00010)?.offset),
        totalBytes: bytes.length,
        headerOnly: true,
        readAt: (offset) => {
          throw new Error(`asked for ${offset}`);
        },
      });
      const { problems, ...read } = header.ok ? header.value : { problems: [] };
      const { problems: known, ...all } = indexed(bytes);
      expect(read).toEqual(all);
      expect(known).toEqual(expect.arrayContaining(problems));
    },
  );

  test('the header of a document includes what stands behind the document', () => {
    const bytes = sampleBytes('pdf/encapsulated-pdf-small.dcm');
    const readAt = (offset: number, length: number) => bytes.subarray(offset, offset + length);
    const header = indexInstance({
      header: bytes.subarray(0, 400),
      totalBytes: bytes.length,
      readAt,
      headerOnly: true,
    });
    expect(header).toEqual(indexOf(bytes));
  });

  test.each([
    ['us/us1-rgb.dcm', 'still', 'IMAGE'],
    ['us/sonosite-cine-jpeg.dcm', 'clip', 'IMAGE'],
    ['video/us-h264-mp4.dcm', 'clip', 'IMAGE'],
    ['sr/test-SR.dcm', 'structured-report', 'SR DOCUMENT'],
    ['pdf/encapsulated-pdf-small.dcm', 'pdf-report', 'ENCAP DOC'],
    ['other/gsps-luts.dcm', 'presentation-state', 'PRESENTATION'],
    ['studies/ct-3slice/SEG0001.dcm', 'other', 'IMAGE'],
  ])('%s is a %s', (file, kind, recordType) => {
    const index = indexed(sampleBytes(file));
    expect([index.kind, index.record.type]).toEqual([kind, recordType]);
  });

  test('a clip says how long a frame lasts, and how that is known', () => {
    expect(indexed(sampleBytes('us/sonosite-cine-jpeg.dcm')).pixels).toMatchObject({
      rows: 240,
      columns: 320,
      numberOfFrames: 30,
      photometricInterpretation: 'YBR_FULL_422',
      frameMs: 33.333,
      frameTimeSource: 'frame-time',
    });
    expect(indexed(sampleBytes('us/ob-palette-rle-2frame.dcm')).pixels?.frameTimeSource).toBe('assumed');
  });

  test('a report says its title and state', () => {
    expect(indexed(sampleBytes('sr/test-SR.dcm')).report).toEqual({
      title: 'Diagnosis',
      completion: 'COMPLETE',
      verification: 'VERIFIED',
    });
  });
});

describe('Doubtful identity', () => {
  const reasons = (bytes: Uint8Array) => indexed(bytes).doubtfulIdentity.map(({ reason }) => reason);
  const name = (value: Uint8Array) => made.element(0x00100010, 'PN', value);

  test('none in an ordinary file', () => {
    expect(reasons(still())).toEqual([]);
  });

  test('a name or an ID that stands there twice, or out of order', () => {
    const twice = made.joined([name(made.text('DOE^JANE')), name(made.text('ROE^RICHARD'))]);
    expect(reasons(still([0x00100010, twice]))).toEqual(['identity-tag-twice']);
    const late = made.joined([
      made.element(0x0020000d, 'UI', made.text('1.2.3.4')),
      made.element(0x00100020, 'LO', made.text('MRN2')),
    ]);
    expect(reasons(still([0x0020000d, late]))).toEqual(['identity-tag-out-of-order', 'identity-tag-twice']);
  });

  test('not for a tag that stands twice inside an item: that names another object', () => {
    const uid = made.element(0x0020000e, 'UI', made.text('1.2'));
    const item = made.joined([made.itemHeader(uid.length * 2), uid, uid]);
    const [sopClass, sopInstance, ...rest] = made.identity();
    const before = [sopClass, sopInstance, ...rest.slice(0, 3)] as Uint8Array[];
    const file = made.part10File([
      ...before,
      made.element(0x00081115, 'SQ', item),
      ...rest.slice(3),
      ...made.tinyPixels,
    ]);
    expect(indexed(file).problems.map(({ detail }) => detail)).toEqual(['(0020,000E) in an item']);
    expect(reasons(file)).toEqual([]);
  });

  test('a meta header that names another object', () => {
    const file = made.part10File([...made.identity(), ...made.tinyPixels], { metaInstanceUid: '1.2.99' });
    expect(reasons(file)).toEqual(['meta-and-data-set-differ']);
  });

  test('a UID that is none', () => {
    expect(reasons(still([0x0020000d, made.element(0x0020000d, 'UI', made.text('../../etc'))]))).toEqual([
      'unusable-uid',
    ]);
  });

  test('a name beyond ASCII without a character set, or one that its set cannot decode, or two sets that exclude each other', () => {
    const set = (value: string) => made.element(0x00080005, 'CS', made.text(value));
    const file = (sets: string, value: number[]) => {
      const [sopClass, ...rest] = made.identity(new Map([[0x00100010, name(Uint8Array.from(value))]]));
      return made.part10File([set(sets), sopClass as Uint8Array, ...rest, ...made.tinyPixels]);
    };
    expect(reasons(file('', [0x4d, 0xfc]))).toEqual(['character-set-missing']);
    expect(reasons(file('ISO_IR 192', [0x4d, 0xfc]))).toEqual(['name-not-decodable']);
    expect(reasons(file('ISO_IR 100\\ISO_IR 192', [0x4d, 0xfc]))).toContain('character-sets-exclude-each-other');
    expect(reasons(file('ISO_IR 100', [0x4d, 0xfc]))).toEqual([]);
  });
});

describe('The form of an exported copy', () => {
  test('an untouched file is given as it is', () => {
    const file = still();
    expect(indexed(file).exportForm).toEqual({
      preamble: 'zeros',
      zeroPreamble: false,
      endOfDataSet: file.length,
      isPart10: true,
    });
  });

  test('a program in the preamble is zeroed and a tail is dropped', () => {
    const file = made.part10File([...made.identity(), ...made.tinyPixels], { preamble: made.text('MZ') });
    const { exportForm } = indexed(made.joined([file, made.text('PK\u0003\u0004 appended')]));
    expect(exportForm).toMatchObject({ zeroPreamble: true, endOfDataSet: file.length });
  });
});

test('pixels that fall short of what the header promises are named, and so is a picture without any', () => {
  const rows = made.element(0x00280010, 'US', Uint8Array.of(9, 0));
  const short = made.part10File([...made.identity(), ...made.tinyPixels.map((bytes, at) => (at === 2 ? rows : bytes))]);
  expect(indexed(short).problems.map(({ code }) => code)).toEqual(['pixel-data-shorter-than-described']);
  expect(indexed(made.part10File(made.identity())).problems.map(({ code }) => code)).toEqual(['pixel-data-missing']);
});

test('a file that ends among its pixels is cut off where nothing lies, and damaged where something does', () => {
  const codesOf = (bytes: Uint8Array) => indexed(bytes).problems.map(({ code }) => code);
  const whole = made.part10File([...made.identity(), ...made.tinyPixels]);
  const cut = indexed(whole.subarray(0, whole.length - 1));
  expect(cut.problems).toMatchObject([{ code: 'pixel-data-cut-off', detail: '3 of 4 bytes' }]);
  expect(cut.problems.some(isDamage)).toBe(false);
  expect(cut).toMatchObject({ pixels: { cutOff: true }, exportForm: { endOfDataSet: whole.length - 1 } });
  expect(indexed(whole).pixels?.cutOff).toBe(false);
  expect(codesOf(whole.subarray(0, whole.length - 4))).toEqual(['pixel-data-truncated']);
  const rows = made.element(0x00280010, 'US', Uint8Array.of(9, 0));
  const lying = made.part10File([...made.identity(), ...made.tinyPixels.map((one, at) => (at === 2 ? rows : one))]);
  expect(codesOf(lying.subarray(0, lying.length - 1))).toEqual(['pixel-data-truncated']);
});

test('a problem never holds a value', () => {
  const secret = made.element(0x00100010, 'PN', made.text('SECRET^NAME'));
  const lying = made.part10File([
    ...made.identity(new Map([[0x00100010, made.joined([secret, secret])]])),
    new Uint8Array(7),
  ]);
  expect(JSON.stringify(indexed(lying).problems)).not.toContain('SECRET');
});
