import { explicitElement, explicitValue, itemHeader, joined } from '../dicomdir/explicit-element.ts';
import { fileHead, uint16, uint32 } from '../dicomdir/file-head.ts';
import { codes, element, firstCode, firstNumber, items, numbers } from '../part10/data-set.ts';
import type { DataSet, Tag } from '../part10/element.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../part10/transfer-syntax.ts';
import type { FrameTimes } from '../render/frame-times.ts';
import {
  BASIC_PROFILE,
  CLEAN_PIXELS,
  COLOUR_CAPTURES,
  DERIVATION,
  GREY_CAPTURES,
  JPEG_BASELINE,
  JPEG_METHOD,
  LOSSY_METHODS,
  METHOD,
  METHOD_CLEAN,
  REGION_NUMBERS,
  SECONDARY_CAPTURE,
  SHARED_ATTRIBUTES,
  ULTRASOUND_CLIP,
  ULTRASOUND_IMAGE,
} from './shared-attributes.ts';

/** The UIDs that stand for an object in one copy; the same study and series get the same there (PS3.15 option 113110 is not used). */
export type SharedUids = { study: string; series: string; instance: string };

export type SharedObject = {
  uids: SharedUids;
  seriesNumber: number;
  instanceNumber: number;
  /** The masked pixels: 8 bits a sample, pixel by pixel. */
  picture: { width: number; height: number; channels: 1 | 3 };
  frames: number;
  /** Of a clip; undefined for one picture. */
  times: FrameTimes | undefined;
  coding: 'native' | 'jpeg';
  /** How many times smaller the coded pixels are; undefined for `native`. */
  compressionRatio: number | undefined;
  /** The source's own coding has lost something, whatever its header says. */
  sourceWasLossy: boolean;
  /** The source's regions lie where the pixels say; false where a person had to say what stays. */
  regionsAreRight: boolean;
  /**
   * Nothing stays that the machine's regions leave out, or where there are none, a person has looked. Else a banner may
   * have been kept: the object then claims no Clean Pixel Data Option and says that something may be burned in.
   */
  pixelsAreClean: boolean;
};

/** SOP Classes of ultrasound pictures and clips, with their retired predecessors. */
const ULTRASOUND = new Set([
  ...[ULTRASOUND_IMAGE, ULTRASOUND_CLIP, '1.2.840.10008.5.1.4.1.1.6', '1.2.840.10008.5.1.4.1.1.3'],
]);

type Values = Map<Tag, Uint8Array>;

/**
 * Everything of a de-identified object before its pixel element: Basic Application Confidentiality Profile, with the Clean
 * Pixel Data Option where that is true (PS3.15 annex E), built anew from `SHARED_ATTRIBUTES`, never by removing from the
 * source. Explicit VR Little Endian; the caller appends (7FE0,0010), has blackened the pixels and checks them.
 */
export function deidentifiedHead(source: DataSet, object: SharedObject): Uint8Array {
  const sopClassUid = sopClassOf(source, object);
  const values: Values = new Map();
  const words = (tag: Tag, ...parts: string[]) => values.set(tag, encoder.encode(parts.join('\\')));
  const shorts = (tag: Tag, ...all: number[]) => values.set(tag, joined(all.map(uint16)));
  for (const [tag, rule] of SHARED_ATTRIBUTES) if (rule.holds === 'nothing') values.set(tag, new Uint8Array(0));
  words(0x00080008, 'DERIVED', codes(source, 0x00080008)[1] === 'PRIMARY' ? 'PRIMARY' : 'SECONDARY');
  words(0x00080016, sopClassUid);
  words(0x00080018, object.uids.instance);
  words(0x00080060, sopClassUid === ULTRASOUND_IMAGE || sopClassUid === ULTRASOUND_CLIP ? 'US' : 'OT');
  if (values.get(0x00080060)?.[0] === LETTER_O) words(0x00080064, 'WSD');
  words(0x00082111, DERIVATION);
  words(0x00120062, 'YES');
  words(0x00120063, object.pixelsAreClean ? METHOD_CLEAN : METHOD);
  const done = object.pixelsAreClean ? [BASIC_PROFILE, CLEAN_PIXELS] : [BASIC_PROFILE];
  values.set(0x00120064, sequence(done.map(codeItem)));
  words(0x0020000d, object.uids.study);
  words(0x0020000e, object.uids.series);
  words(0x00200011, String(object.seriesNumber));
  words(0x00200013, String(object.instanceNumber));
  addPixelWords(source, object, { words, shorts });
  if (object.times) addTimes(object.times, object.frames, { words, values });
  if (sopClassUid === GREY_CAPTURES) addGreyCapture(words);
  const regions = object.regionsAreRight ? regionItems(source) : [];
  if (regions.length > 0) values.set(0x00186011, sequence(regions));
  words(0x00280301, object.pixelsAreClean ? 'NO' : 'YES');
  words(0x00280303, 'REMOVED');
  const transferSyntaxUid = object.coding === 'jpeg' ? JPEG_BASELINE : EXPLICIT_LITTLE_ENDIAN;
  return joined([fileHead({ sopClassUid, sopInstanceUid: object.uids.instance, transferSyntaxUid }), written(values)]);
}

function sopClassOf(source: DataSet, { frames, picture }: SharedObject): string {
  if (ULTRASOUND.has(firstCode(source, 0x00080016) ?? '')) return frames > 1 ? ULTRASOUND_CLIP : ULTRASOUND_IMAGE;
  if (frames === 1) return SECONDARY_CAPTURE;
  return picture.channels === 1 ? GREY_CAPTURES : COLOUR_CAPTURES;
}

type Writers = { words: (tag: Tag, ...parts: string[]) => void; shorts: (tag: Tag, ...all: number[]) => void };

/** Image Pixel module (PS3.3 C.7.6.3), and what was lost on the way (C.7.6.1.1.5). */
function addPixelWords(source: DataSet, object: SharedObject, { words, shorts }: Writers): void {
  const { picture, coding, frames } = object;
  const isColour = picture.channels === 3;
  shorts(0x00280002, picture.channels);
  words(0x00280004, isColour ? (coding === 'jpeg' ? 'YBR_FULL_422' : 'RGB') : 'MONOCHROME2');
  if (isColour) shorts(0x00280006, 0);
  shorts(0x00280010, picture.height);
  shorts(0x00280011, picture.width);
  const colourData = firstNumber(source, 0x00280014, 'US');
  if (colourData === 0 || colourData === 1) shorts(0x00280014, colourData);
  const aspect = numbers(source, 0x00280034);
  if (aspect.length === 2 && aspect.every((side) => Number.isInteger(side) && side > 0)) {
    words(0x00280034, ...aspect.map(String));
  }
  shorts(0x00280100, 8);
  shorts(0x00280101, 8);
  shorts(0x00280102, 7);
  shorts(0x00280103, 0);
  if (frames > 1) words(0x00280008, String(frames));
  addLoss(source, object, words);
}

/** Once lossy, always lossy: each step of coding adds its ratio and method behind those before. */
function addLoss(source: DataSet, object: SharedObject, words: Writers['words']): void {
  const isLossy = object.sourceWasLossy || object.coding === 'jpeg' || firstCode(source, 0x00282110) === '01';
  words(0x00282110, isLossy ? '01' : '00');
  const ratios = numbers(source, 0x00282112).filter((ratio) => ratio > 0);
  const methods = codes(source, 0x00282114).filter((method) => LOSSY_METHODS.has(method));
  const isTold = ratios.length > 0 && ratios.length === methods.length;
  const [before, by] = isTold ? [ratios, methods] : [[], []];
  const own = object.compressionRatio === undefined ? [] : [object.compressionRatio];
  if (before.length + own.length === 0) return;
  words(0x00282112, ...[...before, ...own].map(decimal));
  words(0x00282114, ...by, ...own.map(() => JPEG_METHOD));
}

/** Cine module (PS3.3 C.7.6.5): one time for all frames, or a vector where they differ. */
function addTimes(
  times: FrameTimes,
  frames: number,
  { words, values }: Pick<Writers, 'words'> & { values: Values },
): void {
  const mean = times.durationMs / frames;
  const vector = times.startsMs.map((start, frame) =>
    decimal(frame === 0 ? 0 : start - (times.startsMs[frame - 1] ?? 0)),
  );
  const isVector = times.source === 'frame-time-vector' && vector.join('\\').length < LONGEST_SHORT_VALUE;
  const pointed = isVector ? 0x00181065 : 0x00181063;
  if (isVector) words(pointed, ...vector);
  else words(pointed, decimal(mean));
  values.set(0x00280009, joined([uint16(pointed >>> 16), uint16(pointed & 0xffff)]));
}

/** What a multi-frame secondary capture in grey has to say of its pixels (PS3.3 A.8.3): they are as they are shown. */
function addGreyCapture(words: Writers['words']): void {
  words(0x00281052, '0');
  words(0x00281053, '1');
  words(0x00281054, 'US');
  words(0x20500020, 'IDENTITY');
}

/** The regions with their numbers and nothing else. */
function regionItems(source: DataSet): Uint8Array[] {
  return items(source, 0x00186011).map((item) =>
    joined(
      [...REGION_NUMBERS]
        .sort(([a], [b]) => a - b)
        .flatMap(([tag, vr]) => {
          const found = element(item, tag);
          const value = found && explicitValue(item, found, vr);
          return value?.length === NUMBER_BYTES[vr as keyof typeof NUMBER_BYTES]
            ? [explicitElement(tag, vr, value)]
            : [];
        }),
    ),
  );
}

const NUMBER_BYTES = { US: 2, UL: 4, SL: 4, FD: 8 } as const;

/** PS3.3 8.8. */
function codeItem({ code, meaning }: { code: string; meaning: string }): Uint8Array {
  return joined([
    explicitElement(0x00080100, 'SH', encoder.encode(code)),
    explicitElement(0x00080102, 'SH', encoder.encode('DCM')),
    explicitElement(0x00080104, 'LO', encoder.encode(meaning)),
  ]);
}

function sequence(contents: readonly Uint8Array[]): Uint8Array {
  return joined(contents.flatMap((content) => [itemHeader(content.length), content]));
}

/** What is not on the list cannot be written. */
function written(values: Values): Uint8Array {
  const tags = [...values.keys()].sort((a, b) => a - b);
  return joined(
    tags.map((tag) => {
      const rule = SHARED_ATTRIBUTES.get(tag);
      if (!rule) throw new Error('an attribute that is not on the list');
      return explicitElement(tag, rule.vr, values.get(tag) as Uint8Array);
    }),
  );
}

/** The pixel element as it stands behind the head: `native` as one value, `jpeg` as what leads its frames (PS3.5 A.4). */
export function pixelElementHead(coding: 'native' | 'jpeg', valueBytes: number): Uint8Array {
  const head = explicitElement(0x7fe00010, 'OB', new Uint8Array(0));
  if (coding === 'native') {
    head.set(uint32(valueBytes + (valueBytes % 2)), 8);
    return head;
  }
  head.fill(0xff, 8, 12);
  return joined([head, itemHeader(0)]);
}

/** A frame's own item, and the padding that makes its length even. */
export function frameItem(frame: Uint8Array): { head: Uint8Array; padding: Uint8Array } {
  const padding = new Uint8Array(frame.length % 2);
  return { head: itemHeader(frame.length + padding.length), padding };
}

/** Behind the last frame. */
export const FRAMES_END: Uint8Array = Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0);

const encoder = new TextEncoder();
const LETTER_O = 0x4f;
/** Lengths of two bytes (PS3.5 7.1.2). */
const LONGEST_SHORT_VALUE = 65_534;

/** A DS of at most 16 characters (PS3.5 6.2). */
const decimal = (value: number) => String(Math.round(value * 1000) / 1000);
