import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { indexOf } from '../../testing/sample-files.ts';
import { indexInstance, MAX_HEADER_BYTES, MAX_INSTANCE_BYTES, readPart10 } from '../index.ts';

const MIB = 1024 * 1024;
const PIXELS = 0x7fe00010;

const codes = (bytes: Uint8Array) => {
  const reading = readPart10(bytes);
  return reading.ok ? reading.value.problems.map(({ code }) => code) : [reading.refusal.code];
};

/** Indexes a file of which only the start is real: the rest is zeros that nobody should ask for in bulk. */
function indexedWithZeros(start: Uint8Array, totalBytes: number) {
  const index = indexInstance({
    header: start.subarray(0, 8192),
    totalBytes,
    readAt: (offset, length) => {
      expect(length).toBeLessThanOrEqual(MAX_HEADER_BYTES);
      const bytes = new Uint8Array(Math.min(length, totalBytes - offset));
      bytes.set(start.subarray(offset, offset + bytes.length));
      return bytes;
    },
  });
  if (!index.ok) throw new Error(index.refusal.code);
  return index.value;
}

/** An element's header alone, claiming this much. */
function claiming(tag: number, vr: string, length: number): Uint8Array {
  const bytes = made.element(tag, vr, new Uint8Array(0));
  new DataView(bytes.buffer).setUint32(8, length, true);
  return bytes;
}

describe('A file beyond a limit is kept aside', () => {
  test('more than 4 GiB', () => {
    const file = made.part10File([...made.identity(), ...made.tinyPixels]);
    const reading = readPart10(file, { totalBytes: MAX_INSTANCE_BYTES + 1, stopAtPixelData: true });
    expect(reading.ok && reading.value.problems.map(({ code }) => code)).toEqual(['file-too-large']);
  });

  test('a meta header over 1 MiB, in memory or by window', () => {
    const meta = made.element(0x00020102, 'OB', new Uint8Array(MIB));
    const file = made.part10File([meta, ...made.identity()]);
    expect(codes(file)).toContain('meta-too-large');
    expect(indexedWithZeros(file, file.length).problems.map(({ code }) => code)).toContain('meta-too-large');
  });

  test('more than 64 MiB before the pixels, in memory or by window', () => {
    const large = [claiming(0x00091001, 'UN', 65 * MIB)];
    const start = made.part10File(large);
    const totalBytes = start.length + 65 * MIB;
    expect(indexedWithZeros(start, totalBytes).problems.map(({ code }) => code)).toContain('header-too-large');
    const whole = new Uint8Array(totalBytes);
    whole.set(start);
    expect(codes(whole)).toContain('header-too-large');
  });

  test('more than 64 MiB behind the pixels', () => {
    const start = made.part10File([...made.identity(), ...made.tinyPixels, claiming(0xfffcfffc, 'OB', 65 * MIB)]);
    const { problems } = indexedWithZeros(start, start.length + 65 * MIB);
    expect(problems.map(({ code }) => code)).toEqual(['header-too-large']);
  });

  test('more than 100,000 frames', () => {
    const frames = made.element(0x00280008, 'IS', made.text('100001'));
    const [samples, ...rest] = made.tinyPixels as [Uint8Array, ...Uint8Array[]];
    const index = indexOf(made.part10File([...made.identity(), samples, frames, ...rest]));
    expect(index.ok && index.value.problems.map(({ code }) => code)).toContain('frames-implausible');
    expect(index.ok && index.value.pixels?.numberOfFrames).toBe(100_000);
  });

  test('too many items, though nobody said that the value is a sequence', () => {
    const items = new Uint8Array(8 * 600_000);
    for (let at = 0; at < items.length; at += 8) items.set(made.itemHeader(0), at);
    expect(codes(made.part10File([made.element(0x00091001, 'UN', items)]))).toEqual(['too-many-elements']);
  });

  test('a sequence that is still open at the end', () => {
    const open = made.joined([made.undefinedLength(0x00081115, 'SQ'), made.openItem]);
    expect(codes(made.part10File([open]))).toEqual(['missing-delimiter', 'missing-delimiter']);
  });
});

describe('What is kept of a file is small', () => {
  const doubled = Array.from({ length: 300 }, () => made.element(0x00091001, 'LO', made.text('x')));

  test('100 problems at most, and that there were more is a doubt of its own', () => {
    const index = indexOf(made.part10File([...doubled, ...made.identity(), ...made.tinyPixels]));
    if (!index.ok) throw new Error(index.refusal.code);
    expect(index.value.problems).toHaveLength(100);
    expect(index.value.doubtfulIdentity.map(({ reason }) => reason)).toContain('more-problems-than-kept');
  });

  test('damage finds a place among them, however many oddities came first', () => {
    expect(codes(made.part10File([...doubled, claiming(PIXELS, 'OB', 100)]))).toContain('pixel-data-truncated');
  });

  test('a key longer than any honest one does not go to the DICOMDIR', () => {
    const name = made.element(0x00100010, 'PN', new Uint8Array(20_000).fill(0x41));
    const index = indexOf(made.part10File([...made.identity(new Map([[0x00100010, name]])), ...made.tinyPixels]));
    expect(index.ok && index.value.record.patient.map(({ tag }) => tag)).toEqual([0x00100020]);
  });
});
