import { type DataSet, type PixelDescription, readPart10 } from '../src/index.ts';
import { element, part10File, text } from './made-files.ts';

/** Unsigned 16-bit numbers as a little endian value. */
export const us = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]));

export const us16 = (tag: number, ...values: number[]): Uint8Array => element(tag, 'US', us(...values));
export const code = (tag: number, vr: string, value: string): Uint8Array => element(tag, vr, text(value));

/** A sequence element with items of explicit length. */
export function sequence(tag: number, ...items: Uint8Array[][]): Uint8Array {
  const bodies = items.map((elements) => {
    const length = elements.reduce((sum, bytes) => sum + bytes.length, 0);
    const head = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, length & 0xff, (length >> 8) & 0xff, length >> 16, 0);
    return Uint8Array.from([...head, ...elements.flatMap((bytes) => [...bytes])]);
  });
  return element(tag, 'SQ', Uint8Array.from(bodies.flatMap((body) => [...body])));
}

/** Elements, in tag order, as the real reader sees them. */
export function dataSetOf(...elements: Uint8Array[]): DataSet {
  const read = readPart10(part10File(elements));
  if (!read.ok) throw new Error(`made data set does not read: ${read.refusal.code}`);
  return read.value.dataSet;
}

/** 8-bit grey of 2 x 2 pixels unless told otherwise. */
export function pixels(differences: Partial<PixelDescription> = {}): PixelDescription {
  return {
    coding: 'native',
    littleEndian: true,
    rows: 2,
    columns: 2,
    channels: 1,
    bitsAllocated: 8,
    bitsStored: 8,
    highBit: 7,
    isSigned: false,
    isPlanar: false,
    photometricInterpretation: 'MONOCHROME2',
    frames: 1,
    ...differences,
  };
}
