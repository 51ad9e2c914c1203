import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  brightestOutside,
  findJpegLeaks,
  findPngLeaks,
  type KeptBox,
  type Leak,
  type LeakSearch,
  maskPicture,
  type Outcome,
  ok,
  type Picture,
} from '@echoback/dicom-media';
import sharp from 'sharp';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import { encodeJpeg, encodePng } from '../encode-picture.ts';
import type { ShareCopy, ShareCopyForm, SharingWork } from './sharing-work.ts';

/** After JPEG at our quality, and after H.264, black stays below this. Text of a banner has 100 and more. */
export const CODEC_TOLERANCE = 24;

/** One frame as a picture, read again before it counts as made. */
export async function writeSharedPicture(
  form: Extract<ShareCopyForm, { as: 'jpeg' | 'png' }>,
  { source, boxes, search, outFolder, setting }: SharingWork,
): Promise<Outcome<Pick<ShareCopy, 'path' | 'mediaType'>, DecodeRefusal>> {
  const rendered = await source.one(form.frame ?? Math.floor(source.frames / 2));
  if (!rendered.ok) return rendered;
  setting.begin('clip-end');
  const masked = maskPicture(rendered.value, boxes);
  const bytes = await (form.as === 'png' ? encodePng(masked) : encodeJpeg(masked));
  const fault = await whyNotSafe(bytes, form.as, boxes, search);
  if (fault) return failed('not-share-safe', fault);
  const file = path.join(outFolder, form.as === 'png' ? 'copy.png' : 'copy.jpg');
  await writeFile(file, bytes);
  return ok({ path: file, mediaType: `image/${form.as}` });
}

/** What is wrong with a picture that was made; its words quote nobody. */
export async function whyNotSafe(
  bytes: Uint8Array,
  as: 'jpeg' | 'png',
  boxes: readonly KeptBox[],
  search: LeakSearch,
): Promise<string | undefined> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const again = { width: info.width, height: info.height, channels: info.channels, pixels: data } as Picture;
  const brightest = brightestOutside(again, boxes, as === 'png' ? 'exact' : 'lossy');
  if (brightest > (as === 'png' ? 0 : CODEC_TOLERANCE)) return `level ${brightest} outside of what stays`;
  return leakWords(as === 'png' ? findPngLeaks(bytes, search) : findJpegLeaks(bytes, search));
}

/** The first of them, without the words that were found. */
export function leakWords([leak]: readonly Leak[]): string | undefined {
  return leak && `a ${leak.what} at byte ${leak.at}`;
}
