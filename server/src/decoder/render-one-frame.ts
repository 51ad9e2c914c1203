import { isVideo, type Outcome, ok, readAppearance, renderFrame } from '@echoback/dicom-media';
import { decodeFrame } from './codecs/decode-frame.ts';
import { type DecodeRefusal, failed } from './decode-refusal.ts';
import type { DecoderSetting } from './decoder-setting.ts';
import { encodeJpeg, encodePng, encodeWebp } from './encode-picture.ts';
import { openFrames } from './frame-reader.ts';
import { openObjectFile } from './object-file.ts';

export type FrameRequest = { file: string /** 0-based. */; frame: number; format: 'png' | 'jpeg' | 'webp' };
export type FrameBytes = { bytes: Uint8Array; mediaType: string; width: number; height: number };

const ENCODERS = { png: encodePng, jpeg: encodeJpeg, webp: encodeWebp };

/** One frame as a person sees it, for saving and for the desk's check. */
export async function renderOneFrame(
  request: FrameRequest,
  setting: DecoderSetting,
): Promise<Outcome<FrameBytes, DecodeRefusal>> {
  const opened = openObjectFile(request.file);
  if (!opened.ok) return opened;
  const object = opened.value;
  try {
    setting.begin('frame');
    const reader = openFrames(object);
    if (!reader.ok) return reader;
    const { description, read } = reader.value;
    if (isVideo(description.coding)) return failed('unsupported-syntax', 'a video has no single frames');
    const source = read(request.frame);
    if (!source.ok) return source;
    const appearance = readAppearance(object.dataSet, description);
    const picture = await renderFrame(source.value, description, appearance, decodeFrame);
    if (!picture.ok) return picture;
    setting.begin('frame');
    const { width, height } = picture.value;
    const bytes = await ENCODERS[request.format](picture.value);
    return ok({ bytes, mediaType: `image/${request.format}`, width, height });
  } finally {
    object.close();
  }
}
