import type { Picture } from '@echoback/dicom-media';
import sharp, { type Sharp } from 'sharp';

const PICTURE_QUALITY = 92;
const THUMBNAIL_QUALITY = 80;
const THUMBNAIL_WIDTH = 320;

function image(picture: Picture): Sharp {
  const { width, height, channels } = picture;
  const raw = sharp(picture.pixels, { raw: { width, height, channels }, limitInputPixels: false });
  return channels === 1 ? raw.toColourspace('b-w') : raw;
}

/** Colours at full resolution: thin coloured text of an ultrasound screen must stay sharp. */
export function encodeJpeg(picture: Picture): Promise<Buffer> {
  return image(picture).jpeg({ quality: PICTURE_QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** For frames of a DICOM object, where ultrasound colours are YBR_FULL_422 (PS3.3 C.8.5.6.1.2). */
export function encodeFrame(picture: Picture): Promise<Buffer> {
  return image(picture).jpeg({ quality: PICTURE_QUALITY, chromaSubsampling: '4:2:0' }).toBuffer();
}

export function encodePng(picture: Picture): Promise<Buffer> {
  return image(picture).png({ compressionLevel: 6 }).toBuffer();
}

/** For screens: about half a JPEG's bytes, but several times its work, so only when asked for. */
export function encodeWebp(picture: Picture): Promise<Buffer> {
  return image(picture).webp({ quality: PICTURE_QUALITY, smartSubsample: true }).toBuffer();
}

export type Thumbnail = { bytes: Buffer; width: number; height: number };

export async function encodeThumbnail(picture: Picture): Promise<Thumbnail> {
  const made = await image(picture)
    .resize({ width: THUMBNAIL_WIDTH, withoutEnlargement: true })
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { bytes: made.data, width: made.info.width, height: made.info.height };
}
