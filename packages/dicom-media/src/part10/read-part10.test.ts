import { deflateRawSync } from 'node:zlib';
import dicomParser from 'dicom-parser';
import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { inflate, sampleBytes, sampleObjects, samplesPresent } from '../../testing/sample-files.ts';
import { codes, firstCode, firstNumber, isDamage, items, type Part10, readPart10, text } from '../index.ts';

const PATIENT_NAME = 0x00100010;
const PIXELS = 0x7fe00010;

function read(bytes: Uint8Array): Part10 {
  const reading = readPart10(bytes, { inflate });
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

const problemsOf = (bytes: Uint8Array) => read(bytes).problems.map(({ code }) => code);
const whole = [...made.identity(), ...made.tinyPixels];

describe.skipIf(!samplesPresent)('The samples (skipped without them)', () => {
  const honest = sampleObjects().filter(({ file }) => !file.startsWith('edge/'));

  test.each(honest)('$file reads to its last byte without damage', ({ file, transferSyntax }) => {
    const bytes = sampleBytes(file);
    const { problems, endOfDataSet, inflated, transferSyntaxUid } = read(bytes);
    expect(problems.filter(isDamage)).toEqual([]);
    if (!inflated) expect(endOfDataSet).toBe(bytes.length);
    expect(transferSyntax).toContain(transferSyntaxUid);
  });

  // dicom-parser inflates only what it is handed as a Buffer, and its byte parser needs the encoding it can find.
  test.each(honest.filter(({ file }) => !file.includes('dfl')))(
    '$file: dicom-parser sees the same values',
    ({ file }) => {
      const bytes = sampleBytes(file);
      const ours = read(bytes).dataSet;
      const theirs = dicomParser.parseDicom(bytes);
      for (const tag of [0x00080016, 0x00080018, 0x0020000d, 0x00080060, 0x00280010]) {
        const name = `x${tag.toString(16).padStart(8, '0')}`;
        expect(tag === 0x00280010 ? firstNumber(ours, tag) : codes(ours, tag).join('\\') || undefined).toBe(
          tag === 0x00280010 ? theirs.uint16(name) : theirs.string(name) || undefined,
        );
      }
      const pixels = ours.elements.get(PIXELS);
      const other = theirs.elements.x7fe00010;
      expect(pixels?.offset).toBe(other?.dataOffset);
      if (pixels?.fragments) expect(pixels.fragments.length - 1).toBe(other?.fragments?.length);
      else expect(pixels?.length).toBe(other?.length);
    },
  );

  test.each([
    ['edge/ExplVR_LitEndNoMeta.dcm', ['no-preamble', 'no-meta', 'transfer-syntax-missing']],
    ['edge/meta_missing_tsyntax.dcm', ['transfer-syntax-missing', 'odd-length']],
    ['edge/no_meta_group_length.dcm', ['meta-group-length-wrong']],
    ['edge/UN_sequence.dcm', []],
    ['edge/MR_truncated.dcm', ['pixel-data-truncated']],
  ])('%s is read with care: %j', (file, problems) => {
    expect(problemsOf(sampleBytes(file))).toEqual(problems);
  });

  test('a sequence hidden in a UN value is found, two levels down', () => {
    const { dataSet } = read(sampleBytes('edge/UN_sequence.dcm'));
    const outer = items(dataSet, 0x4453100c)[0];
    const series = outer && items(outer, 0x00081115)[0];
    expect(series && items(series, 0x00081199)).toHaveLength(1);
  });

  test('a file with a stray first byte is refused, not guessed at', () => {
    expect(readPart10(sampleBytes('edge/no_meta.dcm'))).toMatchObject({ ok: false, refusal: { code: 'not-dicom' } });
  });
});

describe('A window of a file', () => {
  const file = made.part10File(whole);

  test('asks for more bytes until it holds the header, and never for the pixels', () => {
    let size = 0;
    let asked = 0;
    while (true) {
      const reading = readPart10(file.subarray(0, size), { totalBytes: file.length, stopAtPixelData: true });
      if (reading.ok) break;
      if (reading.refusal.code !== 'needs-more-bytes') throw new Error(reading.refusal.code);
      expect(reading.refusal.atLeast).toBeGreaterThan(size);
      size = reading.refusal.atLeast;
      asked++;
    }
    expect(size).toBeLessThanOrEqual(file.length - 4);
    expect(asked).toBeGreaterThan(3);
  });

  test('every cut of the whole file is damage or refused, never a whole', () => {
    const reference = read(file);
    expect(reference.problems).toEqual([]);
    for (let size = 0; size < file.length; size++) {
      const reading = readPart10(file.subarray(0, size));
      const lacksPixels = reading.ok && !reading.value.dataSet.elements.has(PIXELS);
      expect(!reading.ok || lacksPixels || reading.value.problems.some(isDamage)).toBe(true);
    }
  });

  test('a 4 GiB clip is walked by its fragment headers alone', () => {
    const head = made.joined([...made.identity(), made.undefinedLength(PIXELS, 'OB')]);
    const start = made.part10File([head], { transferSyntaxUid: '1.2.840.10008.1.2.4.50' });
    const fragment = 0x3fff_0000;
    const totalBytes = start.length + 8 + 4 * (8 + fragment) + 8;
    const readAt = (offset: number, length: number) => {
      expect(length).toBeLessThanOrEqual(4096);
      const bytes = new Uint8Array(Math.min(length, totalBytes - offset));
      const place = offset - start.length;
      if (place === 0) bytes.set(made.itemHeader(0));
      else if (offset === totalBytes - 8) bytes.set(made.sequenceEnd);
      if (place === 0) bytes.set(made.itemHeader(fragment), 8);
      else if (offset !== totalBytes - 8) bytes.set(made.itemHeader(fragment));
      return bytes;
    };
    const reading = readPart10(start, { totalBytes, readAt });
    if (!reading.ok) throw new Error(reading.refusal.code);
    expect(reading.value.problems).toEqual([]);
    expect(reading.value.dataSet.elements.get(PIXELS)?.fragments).toHaveLength(5);
    expect(reading.value.endOfDataSet).toBe(totalBytes);
  });
});

describe('What is odd is read and named', () => {
  test('a delimiter with a length, an item without its end, and a delimiter too many', () => {
    const sequence = (...parts: Uint8Array[]) => made.joined([made.undefinedLength(0x00081115, 'SQ'), ...parts]);
    const uid = made.element(0x0020000e, 'UI', made.text('1.2'));
    const longEnd = Uint8Array.from(made.sequenceEnd).fill(4, 4, 5);
    const [sopClass, ...rest] = made.identity() as [Uint8Array, ...Uint8Array[]];
    const withSequence = (bytes: Uint8Array) =>
      made.part10File([sopClass, ...rest.slice(0, 4), bytes, ...rest.slice(4)]);
    for (const [bytes, problem] of [
      [sequence(made.openItem, uid, made.itemEnd, longEnd), 'delimiter-with-length'],
      [sequence(made.openItem, uid, made.sequenceEnd), 'stray-delimiter'],
      [sequence(made.openItem, uid, made.itemEnd, made.sequenceEnd, made.sequenceEnd), 'stray-delimiter'],
    ] as const) {
      const { dataSet, problems } = read(withSequence(bytes));
      expect(problems.map(({ code }) => code)).toEqual([problem]);
      expect(items(dataSet, 0x00081115).map((item) => firstCode(item, 0x0020000e))).toEqual(['1.2']);
      expect(text(dataSet, PATIENT_NAME)).toBe('DOE^JANE');
    }
  });

  test('a data set written implicitly though its syntax says explicit', () => {
    const implicit = Uint8Array.from([0x08, 0, 0x18, 0, 6, 0, 0, 0, ...made.text('1.2.3 ')]);
    const { dataSet, problems } = read(made.part10File([implicit]));
    expect(firstCode(dataSet, 0x00080018)).toBe('1.2.3');
    expect(problems.map(({ code }) => code)).toEqual(['transfer-syntax-mismatch']);
  });

  test('of two elements with one tag the first counts', () => {
    const twice = made.joined(
      [PATIENT_NAME, PATIENT_NAME].map((tag, at) => made.element(tag, 'PN', made.text(`N${at}`))),
    );
    const { dataSet, problems } = read(made.part10File([twice]));
    expect(text(dataSet, PATIENT_NAME)).toBe('N0');
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-tag']);
  });

  test('bytes behind the pixels are not part of the data set', () => {
    const file = made.part10File(whole);
    const { endOfDataSet, problems } = read(
      made.joined([file, made.text('PK\u0003\u0004 and the rest of an archive')]),
    );
    expect(endOfDataSet).toBe(file.length);
    expect(problems.map(({ code }) => code)).toEqual(['bytes-after-data-set']);
  });

  test('padding and signatures behind the pixels are', () => {
    const padding = made.element(0xfffcfffc, 'OB', new Uint8Array(64));
    const file = made.part10File([...whole, padding]);
    expect(read(file)).toMatchObject({ endOfDataSet: file.length, problems: [] });
  });

  test.each([
    ['zeros', []],
    ['tiff', [0x49, 0x49, 0x2a, 0]],
    ['other', [0x4d, 0x5a, 0x90, 0]],
  ])('a preamble of %s is told', (kind, bytes) => {
    expect(read(made.part10File(whole, { preamble: Uint8Array.from(bytes) })).preamble).toBe(kind);
  });
});

describe('What lies is damage', () => {
  const pixelsSaying = (length: number) => {
    const pixels = made.element(PIXELS, 'OB', Uint8Array.of(1, 2, 3, 4));
    new DataView(pixels.buffer).setUint32(8, length, true);
    return made.part10File([...made.identity(), pixels]);
  };

  test('pixels longer than the file', () => {
    expect(problemsOf(pixelsSaying(6))).toEqual(['pixel-data-truncated']);
    expect(problemsOf(pixelsSaying(0xfffffffe))).toEqual(['pixel-data-truncated']);
  });

  test('an item longer than its sequence', () => {
    const item = made.joined([made.itemHeader(100), new Uint8Array(4)]);
    expect(problemsOf(made.part10File([made.element(0x00081115, 'SQ', item)]))).toEqual(['length-beyond-parent']);
  });

  test('pixels whose last delimiter is missing, and a fragment that ends behind the file', () => {
    const options = { transferSyntaxUid: '1.2.840.10008.1.2.4.50' };
    const open = [...made.identity(), made.undefinedLength(PIXELS, 'OB'), made.itemHeader(0)];
    expect(problemsOf(made.part10File([...open, made.itemHeader(2), new Uint8Array(2)], options))).toEqual([
      'missing-delimiter',
    ]);
    expect(problemsOf(made.part10File([...open, made.itemHeader(9), new Uint8Array(2)], options))).toEqual([
      'pixel-data-truncated',
    ]);
  });

  test('a sequence deeper than 64', () => {
    const level = made.joined([made.undefinedLength(0x00081115, 'SQ'), made.openItem]);
    const nested = (depth: number) => made.joined(Array.from({ length: depth }, () => level));
    expect(problemsOf(made.part10File([nested(65)]))).toContain('sequence-too-deep');
    expect(problemsOf(made.part10File([nested(64)]))).not.toContain('sequence-too-deep');
  });

  test('a deflated data set that is broken, or that would grow beyond the limit', () => {
    const options = { transferSyntaxUid: '1.2.840.10008.1.2.1.99' };
    const deflated = new Uint8Array(deflateRawSync(made.joined(whole)));
    expect(text(read(made.part10File([deflated], options)).dataSet, PATIENT_NAME)).toBe('DOE^JANE');
    expect(problemsOf(made.part10File([deflated.subarray(0, 20)], options))).toContain('inflate-failed');
    const bomb = new Uint8Array(deflateRawSync(new Uint8Array(8_000_000)));
    const reading = readPart10(made.part10File([bomb], options), { inflate, maxInflatedBytes: 1_000_000 });
    expect(reading.ok && reading.value.problems.some(isDamage)).toBe(true);
  });
});
