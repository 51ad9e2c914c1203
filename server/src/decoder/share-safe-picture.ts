import {
  brightestOutside,
  findJpegLeaks,
  type Identity,
  identityOf,
  isVideo,
  type KeptBox,
  type MaskPlan,
  maskPicture,
  type Outcome,
  ok,
  type Picture,
  planMask,
  readAppearance,
  renderFrame,
} from '@echoback/dicom-media';
import sharp from 'sharp';
import { decodeFrame } from './codecs/decode-frame.ts';
import { type DecodeRefusal, failed } from './decode-refusal.ts';
import type { DecoderSetting } from './decoder-setting.ts';
import { encodeJpeg } from './encode-picture.ts';
import { openFrames } from './frame-reader.ts';
import { openObjectFile } from './object-file.ts';

export type ShareSafeRequest = {
  file: string;
  /** The part that a person drew; undefined where the object's own regions decide. */
  box: KeptBox | undefined;
  /** Who must not be found, beyond what the header says: the facility's own directory. */
  known: { names: string[]; numbers: string[]; days: string[] };
};

/** The plan, and the checked picture where the plan or a person says what stays. */
export type ShareSafePicture = {
  width: number;
  height: number;
  frames: number;
  plan: MaskPlan;
  bytes: Uint8Array | undefined;
};

/** After JPEG at our quality black stays below this. Text of a banner has 100 and more. */
const CODEC_TOLERANCE = 24;

/**
 * The middle frame, black outside of what stays, as a JPEG without a word in it. It is read again before it is given:
 * nothing bright outside the boxes, no name, number or day in any byte.
 */
export async function shareSafePicture(
  request: ShareSafeRequest,
  setting: DecoderSetting,
): Promise<Outcome<ShareSafePicture, DecodeRefusal>> {
  const opened = openObjectFile(request.file);
  if (!opened.ok) return opened;
  const object = opened.value;
  try {
    setting.begin('frame');
    const reader = openFrames(object);
    if (!reader.ok) return reader;
    const { description, read, frames } = reader.value;
    if (isVideo(description.coding)) return failed('unsupported-syntax', 'a video has no single frames');
    const source = read(Math.floor(frames / 2));
    if (!source.ok) return source;
    // Overlays may hold words, and lie over the scan: they are not drawn (PS3.15 E.3.3, clean graphics).
    const appearance = { ...readAppearance(object.dataSet, description), overlays: [], embedded: [] };
    const rendered = await renderFrame(source.value, description, appearance, decodeFrame);
    if (!rendered.ok) return rendered;
    const picture = rendered.value;
    const { width, height } = picture;
    const plan = planMask(object.dataSet, picture);
    const boxes = request.box ? [request.box] : plan.kind === 'boxes' ? plan.boxes : undefined;
    if (!boxes) return ok({ width, height, frames, plan, bytes: undefined });
    const bytes = await encodeJpeg(maskPicture(picture, boxes));
    const fault = await whyNotSafe(bytes, boxes, joinedIdentity(identityOf(object.dataSet), request.known));
    return fault ? failed('not-share-safe', fault) : ok({ width, height, frames, plan, bytes });
  } finally {
    object.close();
  }
}

/** What is wrong with a picture that was made; its words quote nobody. */
async function whyNotSafe(jpeg: Uint8Array, boxes: KeptBox[], identity: Identity): Promise<string | undefined> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const again = { width: info.width, height: info.height, channels: info.channels, pixels: data } as Picture;
  const brightest = brightestOutside(again, boxes, 'lossy');
  if (brightest > CODEC_TOLERANCE) return `level ${brightest} outside of what stays`;
  const [leak] = findJpegLeaks(jpeg, identity);
  return leak && `a ${leak.what} at byte ${leak.at}`;
}

function joinedIdentity(header: Identity, known: ShareSafeRequest['known']): Identity {
  return {
    names: [...header.names, ...known.names],
    numbers: [...header.numbers, ...known.numbers],
    days: [...header.days, ...known.days],
    raw: header.raw,
  };
}
