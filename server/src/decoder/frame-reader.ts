import {
  describePixels,
  type Element,
  FRAGMENT_HEAD_BYTES,
  type Fragment,
  type FrameFragments,
  type FrameSource,
  findFrames,
  isVideo,
  MAX_FRAME_BYTES,
  nativeFrameCount,
  nativeFrameRange,
  type Outcome,
  ok,
  type PixelDescription,
  type RenderRefusal,
} from '@echoback/dicom-media';
import type { ObjectFile } from './object-file.ts';

/** The frames of one object, each read from the file when asked for. */
export type FrameReader = {
  description: PixelDescription;
  /** Frames that are really there. */
  frames: number;
  /** The header claims another number of frames. */
  miscounted: boolean;
  read: (frame: number) => Outcome<FrameSource, RenderRefusal>;
};

const PIXEL_DATA = 0x7fe00010;
const FLOAT_PIXELS = [0x7fe00008, 0x7fe00009];

export function hasPixels(object: ObjectFile): boolean {
  return [PIXEL_DATA, ...FLOAT_PIXELS].some((tag) => object.dataSet.elements.has(tag));
}

export function openFrames(object: ObjectFile): Outcome<FrameReader, RenderRefusal> {
  const description = describePixels(object.dataSet, object.part10.transferSyntaxUid);
  if (!description.ok) return description;
  const found = object.dataSet.elements.get(PIXEL_DATA);
  if (!found) return refused('no-pixels', 'no (7FE0,0010)');
  if (description.value.coding === 'native') return openNative(object, description.value, found);
  if (!found.fragments) return refused('bad-description', 'compressed pixels without fragments');
  return openEncapsulated(object, description.value, found.fragments);
}

function openNative(
  object: ObjectFile,
  description: PixelDescription,
  found: Element,
): Outcome<FrameReader, RenderRefusal> {
  const { offset } = found;
  const length = Math.min(found.length, object.end - offset);
  const isSwapped = !description.littleEndian && description.bitsAllocated === 8 && found.vr === 'OW';
  const frames = nativeFrameCount(description, length);
  if (frames === 0) return refused('pixels-truncated', `${length} bytes of pixels`);
  const read: FrameReader['read'] = (frame) => {
    const range = nativeFrameRange(description, frame, length);
    if (!range.ok) return range;
    const { start, end, heldEnd, firstBit } = range.value;
    const held = isSwapped
      ? readSwapped(object, offset, start, heldEnd)
      : object.readAt(offset + start, heldEnd - start);
    return ok({ bytes: filledUp(held, end - start), firstBit, frame });
  };
  return ok({ description, frames, miscounted: frames !== description.frames, read });
}

/** Zeros for what a file that is cut off does not hold, as GDCM fills it up. */
function filledUp(held: Uint8Array, length: number): Uint8Array {
  if (held.length >= length) return held;
  const whole = new Uint8Array(length);
  whole.set(held);
  return whole;
}

/** 8-bit pixels in big endian words: the second of each pair comes first (PS3.5 annex D.2). */
function readSwapped(object: ObjectFile, offset: number, start: number, end: number): Uint8Array {
  const from = start - (start % 2);
  const to = end + (end % 2);
  const words = new Uint8Array(to - from);
  words.set(object.readAt(offset + from, to - from));
  Buffer.from(words.buffer).swap16();
  return words.subarray(start - from, end - from);
}

function openEncapsulated(
  object: ObjectFile,
  description: PixelDescription,
  [table, ...fragments]: Fragment[],
): Outcome<FrameReader, RenderRefusal> {
  if (isVideo(description.coding)) return ok(wholeVideo(description));
  const head = (fragment: number) => {
    const place = fragments[fragment];
    return object.readAt(place?.offset ?? 0, Math.min(place?.length ?? 0, FRAGMENT_HEAD_BYTES));
  };
  const { frames, miscounted } = findFrames({
    claimedFrames: description.frames,
    fragmentLengths: fragments.map((fragment) => fragment.length),
    offsetTable: table ? readOffsets(object.readAt(table.offset, table.length)) : [],
    coding: description.coding,
    head,
  });
  if (frames.length === 0) return refused('no-pixels', 'no fragments');
  const read: FrameReader['read'] = (frame) => {
    const place = frames[frame];
    if (!place) return refused('no-such-frame', `frame ${frame + 1} of ${frames.length}`);
    return readFragments(object, fragments, place, frame);
  };
  return ok({ description, frames: frames.length, miscounted, read });
}

/** One stream with frames of its own making: nothing here takes it apart. */
function wholeVideo(description: PixelDescription): FrameReader {
  const read = () => refused('unsupported-syntax', 'a video has no single frames');
  return { description, frames: description.frames, miscounted: false, read };
}

/** The pieces of one frame, joined; of JPEG and its kin a frame never needs more than its raw bytes and a little. */
function readFragments(
  object: ObjectFile,
  fragments: readonly Fragment[],
  place: FrameFragments,
  frame: number,
): Outcome<FrameSource, RenderRefusal> {
  const own = fragments.slice(place.first, place.first + place.count);
  const total = own.reduce((sum, fragment) => sum + fragment.length, 0);
  if (total > MAX_FRAME_BYTES) return refused('too-large', `${total} bytes for one frame`);
  const bytes = new Uint8Array(total);
  let filled = 0;
  for (const fragment of own) {
    bytes.set(object.readAt(fragment.offset, fragment.length), filled);
    filled += fragment.length;
  }
  return ok({ bytes, firstBit: 0, frame });
}

function readOffsets(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true));
}

function refused(code: RenderRefusal['code'], detail: string): { ok: false; refusal: RenderRefusal } {
  return { ok: false, refusal: { code, detail } };
}
