import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { indexOf, inflate, sampleBytes, sampleObjects, samplesPresent } from '../../testing/sample-files.ts';
import { workedMs } from '../../testing/work-time.ts';
import {
  type InstanceIndex,
  indexInstance,
  isDamage,
  items,
  MAX_HEADER_BYTES,
  readPart10,
  writeDicomdir,
} from '../index.ts';

/** S7.1: a header is read within 2 seconds, or something is wrong with the reader. */
const HEADER_MS = 2_000;

/** The same numbers on every run, so that a failure names its file: mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One to eight flipped bytes, a cut, a 2 or 4 byte length that lies, a doubled or a missing stretch. */
function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = original.slice();
  // Headers are where lies matter: most hits go to the first 4 KiB.
  const place = () => random(random(4) === 0 ? bytes.length : Math.min(bytes.length, 4096));
  const view = new DataView(bytes.buffer);
  const kind = random(6);
  if (kind === 0) for (let n = random(8); n >= 0; n--) bytes[place()] = random(256);
  if (kind === 1) return bytes.subarray(0, place());
  if (kind === 2 && bytes.length > 4)
    view.setUint32(Math.min(place(), bytes.length - 4), random(2) ? 0xffffffff : random(2 ** 31));
  if (kind === 3 && bytes.length > 2) view.setUint16(Math.min(place(), bytes.length - 2), random(65536), true);
  if (kind === 4) {
    const from = place();
    return made.joined([bytes.subarray(0, from), bytes.subarray(from, from + random(200)), bytes.subarray(from)]);
  }
  if (kind === 5) {
    const from = place();
    return made.joined([bytes.subarray(0, from), bytes.subarray(from + random(200))]);
  }
  return bytes;
}

function indexWatched(bytes: Uint8Array): InstanceIndex | undefined {
  const begun = workedMs();
  const index = indexInstance({
    header: bytes.subarray(0, 8192),
    totalBytes: bytes.length,
    inflate,
    readAt: (offset, length) => {
      if (offset < 0 || length < 0 || length > MAX_HEADER_BYTES) throw new Error(`asked for ${length} at ${offset}`);
      return bytes.subarray(offset, offset + length);
    },
  });
  expect(workedMs() - begun).toBeLessThan(HEADER_MS);
  return index.ok ? index.value : undefined;
}

describe.skipIf(!samplesPresent)('Mutated samples (skipped without them)', () => {
  const originals = sampleObjects()
    .map(({ file }) => sampleBytes(file))
    .filter(({ length }) => length < 400_000);

  test('6,000 of them, by seed: nothing is thrown, nothing hangs, nothing is read by promise', () => {
    for (let seed = 0; seed < 6_000; seed++) {
      const bytes = mutated(originals[seed % originals.length] as Uint8Array, randomFrom(seed));
      try {
        indexWatched(bytes);
      } catch (fault) {
        throw new Error(`seed ${seed}`, { cause: fault });
      }
    }
  }, 60_000);

  test('whatever the index of a mutated file says, the DICOMDIR around it is whole', () => {
    const indexes = Array.from({ length: 1_500 }, (_, seed) =>
      indexWatched(mutated(originals[seed % originals.length] as Uint8Array, randomFrom(seed))),
    ).filter((index) => index !== undefined);
    const instances = indexes.map((index, at) => ({ index, fileId: `DICOM/IM${at}` }));
    const { bytes, notes } = writeDicomdir({ fileSetId: 'HOSTILE', instances });
    const reading = readPart10(bytes);
    expect(reading.ok && reading.value.problems).toEqual([]);
    const records = reading.ok ? items(reading.value.dataSet, 0x00041220) : [];
    const leaves = records.filter((record) => record.elements.has(0x00041500)).length;
    expect(leaves + notes.filter(({ code }) => code === 'left-out').length).toBe(instances.length);
  });

  test('a file is never read as whole when its pixels were cut', () => {
    for (const bytes of originals.slice(0, 60)) {
      const whole = indexOf(bytes);
      if (!whole.ok || !whole.value.pixels || whole.value.problems.some(isDamage)) continue;
      const cut = indexOf(bytes.subarray(0, bytes.length - 20));
      expect(cut.ok && (cut.value.problems.some(isDamage) || cut.value.pixels?.cutOff)).toBe(true);
    }
  });
});

describe('Files made to exhaust', () => {
  const codes = (bytes: Uint8Array) => {
    const begun = workedMs();
    const reading = readPart10(bytes, { inflate });
    expect(workedMs() - begun).toBeLessThan(HEADER_MS);
    return reading.ok ? reading.value.problems.map(({ code }) => code) : [reading.refusal.code];
  };

  const repeated = (part: Uint8Array, times: number) => {
    const bytes = new Uint8Array(part.length * times);
    for (let at = 0; at < bytes.length; at += part.length) bytes.set(part, at);
    return bytes;
  };

  test('20,000 nested sequences, closed or open', () => {
    const open = repeated(made.joined([made.undefinedLength(0x00081115, 'SQ'), made.openItem]), 20_000);
    const close = repeated(made.joined([made.itemEnd, made.sequenceEnd]), 20_000);
    expect(codes(made.part10File([open, close]))).toContain('sequence-too-deep');
    expect(codes(made.part10File([open]))).toContain('sequence-too-deep');
  });

  test('2,000 nested sequences of stated lengths', () => {
    let nested: Uint8Array = new Uint8Array(0);
    for (let depth = 0; depth < 2_000; depth++) {
      nested = made.element(0x00081115, 'SQ', made.joined([made.itemHeader(nested.length), nested]));
    }
    expect(codes(made.part10File([nested]))).toContain('sequence-too-deep');
  });

  test('1,000,000 empty items', () => {
    const items = repeated(made.itemHeader(0), 1_000_000);
    expect(codes(made.part10File([made.element(0x00081115, 'SQ', items)]))).toContain('too-many-elements');
  });

  test('600,000 elements', () => {
    const element = made.element(0x00091001, 'LO', new Uint8Array(0));
    expect(codes(made.part10File([repeated(element, 600_000)]))).toContain('too-many-elements');
  });

  test('1,100,000 empty fragments', () => {
    const fragments = repeated(made.itemHeader(0), 1_100_000);
    const pixels = made.joined([made.undefinedLength(0x7fe00010, 'OB'), fragments, made.sequenceEnd]);
    const file = made.part10File([...made.identity(), pixels], { transferSyntaxUid: '1.2.840.10008.1.2.4.50' });
    expect(codes(file)).toContain('too-many-fragments');
  });

  test('UN values that look like sequences all the way down', () => {
    let nested = made.text('not a sequence at all');
    for (let depth = 0; depth < 500; depth++) {
      nested = made.element(0x00091001, 'UN', made.joined([made.itemHeader(nested.length), nested]));
    }
    expect(codes(made.part10File([nested])).filter((code) => code === 'needs-more-bytes')).toEqual([]);
  });

  test('a deflated data set that would become a thousand times as large', () => {
    const bomb = new Uint8Array(deflateRawSync(new Uint8Array(64 * 1024 * 1024)));
    const file = made.part10File([bomb], { transferSyntaxUid: '1.2.840.10008.1.2.1.99' });
    const reading = readPart10(file, { inflate, maxInflatedBytes: 1024 * 1024 });
    expect(reading.ok && reading.value.problems.map(({ code }) => code)).toEqual(['inflate-failed']);
  });

  test('lengths of 2 to 4 GiB, on every kind of value', () => {
    for (const vr of ['OB', 'UN', 'SQ', 'UT']) {
      for (const length of [0x7fffffff, 0x80000000, 0xfffffffe]) {
        const element = made.element(0x00091001, vr, new Uint8Array(16));
        new DataView(element.buffer).setUint32(8, length, true);
        expect(codes(made.part10File([element]))).toContain('value-beyond-end');
      }
    }
  });

  test('a text value of 40 MB costs no more than the 1 MiB that is kept', () => {
    const name = made.element(0x00081030, 'UT', new Uint8Array(40_000_000).fill(0x41));
    const index = indexOf(made.part10File([name]));
    expect(index.ok && index.value.studyDescription?.length).toBe(1024 * 1024);
  });

  test('tags named like parts of JavaScript objects stay ordinary values', () => {
    const creator = made.element(0x00090010, 'LO', made.text('__proto__'));
    const index = indexOf(made.part10File([creator, made.element(0x00100020, 'LO', made.text('constructor'))]));
    expect(index.ok && index.value.patientId).toBe('constructor');
  });
});
