import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type DataSet,
  isVideo,
  type MaskPlan,
  type Outcome,
  ok,
  type Picture,
  planMask,
  readAppearance,
  renderFrame,
} from '@echoback/dicom-media';
import { decodeFrame } from '../codecs/decode-frame.ts';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import type { DecoderSetting } from '../decoder-setting.ts';
import { openFrames } from '../frame-reader.ts';
import { type ObjectFile, openObjectFile } from '../object-file.ts';
import { writeStream } from '../video/derive-video.ts';
import { decodedFrames } from '../video/run-ffmpeg.ts';

/** An object whose pictures are to be shared: as people see them, but without overlays. */
export type SharedSource = {
  dataSet: DataSet;
  /** As claimed by the header for a video in one stream, found for everything else. */
  frames: number;
  plan: MaskPlan;
  size: { width: number; height: number };
  /** Some of its coding is known to lose something, whatever the header says. */
  isLossy: boolean;
  /** Every frame, in order, each of the size above. */
  all: () => AsyncGenerator<Outcome<Picture, DecodeRefusal>>;
  /** One frame, from 0. */
  one: (frame: number) => Promise<Outcome<Picture, DecodeRefusal>>;
  close: () => void;
};

/** JPEG baseline and extended, JPEG-LS near-lossless (PS3.5 A.4); of the others the header says it. */
const LOSSY_SYNTAXES = new Set(['50', '51', '81'].map((end) => `1.2.840.10008.1.2.4.${end}`));

/** Opens and plans; the caller closes. `workFolder` takes a stored video while its frames are read. */
export function openSharedSource(
  file: string,
  workFolder: string,
  setting: DecoderSetting,
): Outcome<SharedSource, DecodeRefusal> {
  const opened = openObjectFile(file);
  if (!opened.ok) return opened;
  const object = opened.value;
  const reader = openFrames(object);
  if (!reader.ok) {
    object.close();
    return reader;
  }
  const { description, frames, read } = reader.value;
  const size = { width: description.columns, height: description.rows };
  // Overlays may hold words, and lie over the scan: they are not drawn (PS3.15 E.3.3, clean graphics).
  const appearance = { ...readAppearance(object.dataSet, description), overlays: [], embedded: [] };
  const ofObject = async (frame: number): Promise<Outcome<Picture, DecodeRefusal>> => {
    setting.begin('frame');
    const source = read(frame);
    return source.ok ? inSize(await renderFrame(source.value, description, appearance, decodeFrame), size) : source;
  };
  async function* everyFrame() {
    for (let frame = 0; frame < frames; frame++) yield await ofObject(frame);
  }
  const video = () => videoFrames(object, workFolder, size, setting);
  const isOneStream = isVideo(description.coding);
  return ok({
    dataSet: object.dataSet,
    frames,
    plan: planMask(object.dataSet, size),
    size,
    isLossy: isOneStream || LOSSY_SYNTAXES.has(object.part10.transferSyntaxUid),
    all: isOneStream ? video : everyFrame,
    one: isOneStream ? (frame) => nth(video(), frame) : ofObject,
    close: object.close,
  });
}

/** A video in one stream: as ffmpeg decodes it, woven where it is interlaced. */
async function* videoFrames(
  object: ObjectFile,
  workFolder: string,
  size: SharedSource['size'],
  setting: DecoderSetting,
): AsyncGenerator<Outcome<Picture, DecodeRefusal>> {
  const { ffmpeg } = setting;
  if (!ffmpeg) return yield failed('no-video-program', 'ffmpeg was not found');
  const folder = await mkdtemp(path.join(workFolder, 'stored-'));
  try {
    const file = path.join(folder, 'video');
    const kind = await writeStream(object, file);
    if (!kind) return yield failed('video-failed', 'not a stream of its transfer syntax');
    const deinterlace = ['-vf', 'yadif=deint=interlaced'];
    for await (const picture of decodedFrames(ffmpeg, setting, { file, kind, more: deinterlace })) {
      yield inSize(ok(picture), size);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function nth(
  all: AsyncGenerator<Outcome<Picture, DecodeRefusal>>,
  wanted: number,
): Promise<Outcome<Picture, DecodeRefusal>> {
  let frame = 0;
  for await (const picture of all) if (!picture.ok || frame++ === wanted) return picture;
  return failed('no-such-frame', `frame ${wanted + 1} of ${frame}`);
}

/** Boxes are in the pixels that the header describes: a frame of another size would be masked in the wrong place. */
function inSize(
  picture: Outcome<Picture, DecodeRefusal>,
  { width, height }: SharedSource['size'],
): Outcome<Picture, DecodeRefusal> {
  if (!picture.ok || (picture.value.width === width && picture.value.height === height)) return picture;
  return failed('decode-failed', 'a frame of another size than the header says');
}
