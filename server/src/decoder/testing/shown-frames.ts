import {
  describePixels,
  firstCode,
  firstNumber,
  type Outcome,
  ok,
  type Picture,
  readAppearance,
  renderFrame,
} from '@echoback/dicom-media';
import { decodeFrame } from '../codecs/decode-frame.ts';
import type { DecodeRefusal } from '../decode-refusal.ts';
import { hasPixels, openFrames } from '../frame-reader.ts';
import { type ObjectFile, openObjectFile } from '../object-file.ts';

/** Every frame of one file as Echoback shows it; `undefined` when the file has no pixels at all. */
export async function shownFrames(file: string): Promise<Outcome<Picture[] | undefined, DecodeRefusal>> {
  const opened = openObjectFile(file);
  if (!opened.ok) return opened;
  try {
    return hasPixels(opened.value) ? await renderAll(opened.value) : ok(undefined);
  } finally {
    opened.value.close();
  }
}

async function renderAll(object: ObjectFile): Promise<Outcome<Picture[], DecodeRefusal>> {
  const reader = openFrames(object);
  if (!reader.ok) return reader;
  const { description, read, frames } = reader.value;
  const appearance = readAppearance(object.dataSet, description);
  const pictures: Picture[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const source = read(frame);
    if (!source.ok) return source;
    const picture = await renderFrame(source.value, description, appearance, decodeFrame);
    if (!picture.ok) return picture;
    pictures.push(picture.value);
  }
  return ok(pictures);
}

/** What another program has to be told so that it shows a file by the same choice of window as Echoback. */
export function pixelsOf(file: string) {
  const opened = openObjectFile(file);
  if (!opened.ok) return undefined;
  const { dataSet, part10 } = opened.value;
  const description = describePixels(dataSet, part10.transferSyntaxUid);
  const has = (tag: number) => dataSet.elements.has(tag);
  const hasFractions = !Number.isInteger(firstNumber(dataSet, 0x00281053) ?? 1);
  opened.value.close();
  if (!description.ok) return undefined;
  return { ...description.value, hasVoiTable: has(0x00283010), hasWindow: has(0x00281051), hasFractions };
}

/** What a file without pixels is. */
export function withoutPixels(file: string): string {
  const opened = openObjectFile(file);
  if (!opened.ok) return opened.refusal.code;
  const { dataSet } = opened.value;
  opened.value.close();
  if (dataSet.elements.has(0x00041220)) return 'directory of a file-set';
  if (dataSet.elements.has(0x00420011)) return 'encapsulated PDF';
  if (firstCode(dataSet, 0x0040a040) === 'CONTAINER') return 'structured report';
  return firstCode(dataSet, 0x00080060) === 'PR' ? 'presentation state' : 'header only';
}
