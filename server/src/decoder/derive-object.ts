import { firstCode, isDamage, isVideo, type Outcome, ok } from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from './decode-refusal.ts';
import type { DecoderSetting } from './decoder-setting.ts';
import { derivePdf, deriveStructuredReport } from './derive-report.ts';
import { deriveStill } from './derive-still.ts';
import type { DerivedObject } from './derived-object.ts';
import { hasPixels, openFrames } from './frame-reader.ts';
import { type ObjectFile, openObjectFile } from './object-file.ts';
import { deriveClip } from './video/derive-clip.ts';
import { deriveVideo } from './video/derive-video.ts';

/** Everything a person looks at of one stored object, written into `outFolder`. */
export async function deriveObject(
  input: { file: string; outFolder: string },
  setting: DecoderSetting,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  const opened = openObjectFile(input.file);
  if (!opened.ok) return opened;
  try {
    return await deriveOpened(opened.value, input.outFolder, setting);
  } finally {
    opened.value.close();
  }
}

/** By what the object holds rather than by its class: makers put pictures into every class there is. */
async function deriveOpened(
  object: ObjectFile,
  outFolder: string,
  setting: DecoderSetting,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  if (hasPixels(object) && !isSegmentation(object)) {
    setting.begin('frame');
    const reader = openFrames(object);
    if (!reader.ok) return reader;
    if (isVideo(reader.value.description.coding)) return deriveVideo(object, reader.value, outFolder, setting);
    if (reader.value.frames > 1) return deriveClip(object, reader.value, outFolder, setting);
    return deriveStill(object, reader.value, outFolder);
  }
  if (object.dataSet.elements.has(0x00420011)) return derivePdf(object, outFolder);
  if (firstCode(object.dataSet, 0x0040a040) === 'CONTAINER') return deriveStructuredReport(object, outFolder);
  // What a damaged file has lost may have been its pictures: that is no object without pictures.
  const damage = object.part10.problems.find(isDamage);
  if (damage) return failed('decode-failed', `damaged file: ${damage.code}`);
  return ok({ kind: 'none', files: [], notes: [] });
}

/** Masks over other pictures (PS3.3 A.51): alone they show nothing that a person would recognise. */
function isSegmentation(object: ObjectFile): boolean {
  return firstCode(object.dataSet, 0x00080016) === '1.2.840.10008.5.1.4.1.1.66.4';
}
