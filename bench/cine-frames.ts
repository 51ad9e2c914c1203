import { openObjectFile } from '../server/src/decoder/object-file.ts';

/** The JPEG frames of a DICOM cine behind each other, as ffmpeg's mjpeg input takes them. */
export function framesOfMjpeg(file: string): Buffer {
  const opened = openObjectFile(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const [, ...fragments] = opened.value.dataSet.elements.get(0x7fe00010)?.fragments ?? [];
  const frames = fragments.map(({ offset, length }) => opened.value.readAt(offset, length));
  opened.value.close();
  return Buffer.concat(frames);
}
