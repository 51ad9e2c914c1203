import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tool } from '../../../../scripts/peers/tools.ts';
import { openObjectFile } from '../object-file.ts';

/** What ffprobe counts by decoding every frame of the first video track. */
export type ProbedVideo = {
  codec: string;
  profile: string;
  pixelFormat: string;
  frames: number;
  durationSeconds: number;
};

export async function probeVideo(ffprobe: Tool, file: string): Promise<ProbedVideo> {
  const asked = 'stream=codec_name,profile,pix_fmt,nb_read_frames,avg_frame_rate,duration';
  const answer = await ffprobe([
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-count_frames',
    '-show_entries',
    asked,
    '-of',
    'json',
    file,
  ]);
  const stream = (JSON.parse(answer.stdout) as { streams: Record<string, string>[] }).streams[0];
  if (!stream) throw new Error('no video track');
  const frames = Number(stream.nb_read_frames);
  const [above = 0, below = 1] = (stream.avg_frame_rate ?? '').split('/').map(Number);
  return {
    codec: stream.codec_name ?? '',
    profile: stream.profile ?? '',
    pixelFormat: stream.pix_fmt ?? '',
    frames,
    // A bare stream has no length of its own, only a rate.
    durationSeconds: stream.duration ? Number(stream.duration) : (frames * below) / above,
  };
}

/** The stored video of a DICOM file, its fragments joined, as a file of its own. */
export async function storedVideo(file: string, folder: string): Promise<string> {
  const opened = openObjectFile(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const [, ...fragments] = opened.value.dataSet.elements.get(0x7fe00010)?.fragments ?? [];
  const out = path.join(folder, 'stored-video.bin');
  await writeFile(out, Buffer.concat(fragments.map(({ offset, length }) => opened.value.readAt(offset, length))));
  opened.value.close();
  return out;
}
