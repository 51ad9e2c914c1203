import { explicitElement, itemHeader, joined } from '../src/dicomdir/explicit-element.ts';

const encoder = new TextEncoder();

export const text = (value: string): Uint8Array => encoder.encode(value);
export const element = explicitElement;
export { itemHeader, joined };

/** A header with an undefined length, for sequences and encapsulated pixels. */
export function undefinedLength(tag: number, vr: string): Uint8Array {
  const bytes = explicitElement(tag, vr, new Uint8Array(0));
  bytes.fill(0xff, 8, 12);
  return bytes;
}

export const sequenceEnd = Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0);
export const itemEnd = Uint8Array.of(0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0);
export const openItem = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff);

const US_IMAGE = '1.2.840.10008.5.1.4.1.1.6.1';

export type MadeFile = {
  transferSyntaxUid?: string;
  preamble?: Uint8Array;
  metaInstanceUid?: string;
  sopClassUid?: string;
};

/** A Part 10 file around these data set elements. */
export function part10File(dataSet: readonly Uint8Array[], options: MadeFile = {}): Uint8Array {
  const meta = joined([
    element(0x00020001, 'OB', Uint8Array.of(0, 1)),
    element(0x00020002, 'UI', text(options.sopClassUid ?? US_IMAGE)),
    element(0x00020003, 'UI', text(options.metaInstanceUid ?? '1.2.3')),
    element(0x00020010, 'UI', text(options.transferSyntaxUid ?? '1.2.840.10008.1.2.1')),
    element(0x00020012, 'UI', text('1.2.99')),
  ]);
  const preamble = new Uint8Array(132);
  preamble.set(options.preamble ?? []);
  preamble.set(text('DICM'), 128);
  const length = Uint8Array.of(meta.length & 0xff, meta.length >> 8, 0, 0);
  return joined([preamble, element(0x00020000, 'UL', length), meta, ...dataSet]);
}

/** The identity that every object has, in tag order; pass overrides by tag. */
export function identity(overrides: ReadonlyMap<number, Uint8Array> = new Map()): Uint8Array[] {
  const usual: [number, string, string][] = [
    [0x00080016, 'UI', US_IMAGE],
    [0x00080018, 'UI', '1.2.3'],
    [0x00080020, 'DA', '20240115'],
    [0x00080030, 'TM', '093000'],
    [0x00080060, 'CS', 'US'],
    [0x00100010, 'PN', 'DOE^JANE'],
    [0x00100020, 'LO', 'MRN1'],
    [0x0020000d, 'UI', '1.2.3.4'],
    [0x0020000e, 'UI', '1.2.3.4.5'],
    [0x00200010, 'SH', 'S1'],
    [0x00200011, 'IS', '1'],
    [0x00200013, 'IS', '1'],
  ];
  return usual.map(([tag, vr, value]) => overrides.get(tag) ?? element(tag, vr, text(value)));
}

/** A tiny still of 2 x 2 grey pixels: what describes them, and the pixels. */
export const tinyPixels: readonly Uint8Array[] = [
  element(0x00280002, 'US', Uint8Array.of(1, 0)),
  element(0x00280004, 'CS', text('MONOCHROME2')),
  element(0x00280010, 'US', Uint8Array.of(2, 0)),
  element(0x00280011, 'US', Uint8Array.of(2, 0)),
  element(0x00280100, 'US', Uint8Array.of(8, 0)),
  element(0x7fe00010, 'OB', Uint8Array.of(1, 2, 3, 4)),
];
