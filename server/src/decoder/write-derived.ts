import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Picture } from '@echoback/dicom-media';
import type { DerivedFile, DerivedFileKind } from './derived-object.ts';
import { encodeJpeg, encodeThumbnail } from './encode-picture.ts';

const NAMES: Record<DerivedFileKind, { name: string; mediaType: string }> = {
  picture: { name: 'picture.jpg', mediaType: 'image/jpeg' },
  thumbnail: { name: 'thumbnail.jpg', mediaType: 'image/jpeg' },
  poster: { name: 'poster.jpg', mediaType: 'image/jpeg' },
  clip: { name: 'clip.mp4', mediaType: 'video/mp4' },
  webm: { name: 'clip.webm', mediaType: 'video/webm' },
  'report-json': { name: 'report.json', mediaType: 'application/json' },
  'report-pdf': { name: 'report.pdf', mediaType: 'application/pdf' },
};

export function derivedPath(outFolder: string, kind: DerivedFileKind): string {
  return path.join(outFolder, NAMES[kind].name);
}

type Facts = Pick<DerivedFile, 'width' | 'height' | 'frames' | 'durationMs'>;

export function derivedFile(outFolder: string, kind: DerivedFileKind, sizeBytes: number, facts: Facts): DerivedFile {
  return { kind, path: derivedPath(outFolder, kind), mediaType: NAMES[kind].mediaType, sizeBytes, ...facts };
}

export async function writeDerived(
  outFolder: string,
  kind: DerivedFileKind,
  bytes: Uint8Array | string,
  facts: Facts = {},
): Promise<DerivedFile> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  await writeFile(derivedPath(outFolder, kind), content);
  return derivedFile(outFolder, kind, content.byteLength, facts);
}

/** A picture at full size; `ready` is given when the object's own JPEG can be shown as it is. */
export async function writePicture(
  outFolder: string,
  kind: 'picture' | 'poster',
  picture: Picture,
  ready?: Uint8Array,
): Promise<DerivedFile[]> {
  const { width, height } = picture;
  const thumbnail = await encodeThumbnail(picture);
  return [
    await writeDerived(outFolder, kind, ready ?? (await encodeJpeg(picture)), { width, height }),
    await writeDerived(outFolder, 'thumbnail', thumbnail.bytes, { width: thumbnail.width, height: thumbnail.height }),
  ];
}
