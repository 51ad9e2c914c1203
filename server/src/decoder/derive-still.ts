import {
  type Appearance,
  jpegColour,
  keepsCodes,
  type Outcome,
  ok,
  type PixelDescription,
  readAppearance,
  readJpegHeader,
  renderFrame,
  showsRightAlone,
  withAdobeSegment,
} from '@echoback/dicom-media';
import { decodeFrame } from './codecs/decode-frame.ts';
import type { DecodeRefusal } from './decode-refusal.ts';
import type { DerivedNote, DerivedObject } from './derived-object.ts';
import type { FrameReader } from './frame-reader.ts';
import type { ObjectFile } from './object-file.ts';
import { writePicture } from './write-derived.ts';

/** A picture at full size and a thumbnail. */
export async function deriveStill(
  object: ObjectFile,
  reader: FrameReader,
  outFolder: string,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  const source = reader.read(0);
  if (!source.ok) return source;
  const appearance = readAppearance(object.dataSet, reader.description);
  const picture = await renderFrame(source.value, reader.description, appearance, decodeFrame);
  if (!picture.ok) return picture;
  const ready = asBrowsersShowIt(source.value.bytes, reader.description, appearance);
  const files = await writePicture(outFolder, 'picture', picture.value, ready);
  return ok({ kind: 'still', files, notes: frameNotes(reader) });
}

export function frameNotes(reader: FrameReader): DerivedNote[] {
  return reader.miscounted ? ['frame-count-differs'] : [];
}

const BASELINE_TO_PROGRESSIVE = [0xc0, 0xc1, 0xc2];

/**
 * The stored JPEG itself, when every browser shows it as we would: no generation is lost and none has to be made.
 * At most the segment that names its colours is added.
 */
function asBrowsersShowIt(stream: Uint8Array, p: PixelDescription, appearance: Appearance): Uint8Array | undefined {
  if (p.coding !== 'jpeg' || appearance.overlays.length > 0 || p.photometricInterpretation === 'PALETTE COLOR') {
    return undefined;
  }
  const header = readJpegHeader(stream);
  if (header?.precision !== 8 || !BASELINE_TO_PROGRESSIVE.includes(header.process)) return undefined;
  if (header.components.length === 1) {
    return keepsCodes(p, appearance.greyRules(0)) ? stream : undefined;
  }
  const colour = jpegColour(header, p.photometricInterpretation);
  return showsRightAlone(header, colour) ? stream : withAdobeSegment(stream, colour);
}
