import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Picture, PixelCoding } from '@echoback/dicom-media';
import type { Tool } from '../../../../scripts/peers/tools.ts';
import { openObjectFile } from '../object-file.ts';
import { readPnm } from './read-pnm.ts';
import { pixelsOf } from './shown-frames.ts';

/** The frames of a file as another program shows them. */
export type PeerFrames = { peer: string; frames: Picture[] };

export type PeerTools = Record<'dcm2pnm' | 'dcmj2pnm' | 'dcml2pnm' | 'gdcmconv' | 'opj_decompress', Tool>;

const DCMTK: Partial<Record<PixelCoding, 'dcmj2pnm' | 'dcml2pnm'>> = {
  jpeg: 'dcmj2pnm',
  'jpeg-lossless': 'dcmj2pnm',
  'jpeg-ls': 'dcml2pnm',
};

/** DCMTK's picture; where it cannot decode the stream, what it shows of GDCM's or OpenJPEG's decoding. */
export async function framesOfPeer(file: string, tools: PeerTools, folder: string): Promise<PeerFrames | undefined> {
  const pixels = pixelsOf(file);
  if (!pixels) {
    const frames = await shownByDcmtk(tools.dcm2pnm, file, [], folder);
    return frames && { peer: 'DCMTK dcm2pnm', frames };
  }
  if (pixels.coding === 'htj2k') return decodedByOpenJpeg(file, tools, folder);
  const choice = windowChoice(pixels);
  const program = DCMTK[pixels.coding] ?? 'dcm2pnm';
  const frames = await shownByDcmtk(tools[program], file, choice, folder);
  if (frames) return { peer: `DCMTK ${program}`, frames };
  const raw = path.join(folder, 'raw.dcm');
  const converted = await tools.gdcmconv(['--raw', file, raw]);
  const viaGdcm = converted.code === 0 ? await shownByDcmtk(tools.dcm2pnm, raw, choice, folder) : undefined;
  return viaGdcm && { peer: 'GDCM gdcmconv, DCMTK dcm2pnm', frames: viaGdcm };
}

/** DCMTK shows the full range unless told; Echoback takes the first table or window, else what deep frames hold. */
function windowChoice(pixels: NonNullable<ReturnType<typeof pixelsOf>>): string[] {
  if (pixels.channels === 3 || pixels.photometricInterpretation === 'PALETTE COLOR') return [];
  if (pixels.hasVoiTable) return ['+Wl', '1'];
  if (pixels.hasWindow) return ['+Wi', '1'];
  return pixels.bitsStored > 8 ? ['+Wm'] : [];
}

async function shownByDcmtk(
  tool: Tool,
  file: string,
  choice: string[],
  folder: string,
): Promise<Picture[] | undefined> {
  const out = await mkdtemp(path.join(folder, 'frames-'));
  const answer = await tool([...choice, '+Fa', '+op', file, path.join(out, 'frame')]);
  if (answer.code !== 0) return undefined;
  const number = (name: string) => Number(/\.(\d+)\.p.m$/.exec(name)?.[1] ?? 0);
  const names = readdirSync(out).sort((a, b) => number(a) - number(b));
  const frames = names.map((name) => readPnm(path.join(out, name)));
  rmSync(out, { recursive: true });
  return frames.length > 0 ? frames : undefined;
}

/** OpenJPEG's program takes the bare codestream; only the one-frame samples need it. */
async function decodedByOpenJpeg(file: string, tools: PeerTools, folder: string): Promise<PeerFrames | undefined> {
  const opened = openObjectFile(file);
  if (!opened.ok) return undefined;
  const [, ...fragments] = opened.value.dataSet.elements.get(0x7fe00010)?.fragments ?? [];
  const stream = Buffer.concat(fragments.map(({ offset, length }) => opened.value.readAt(offset, length)));
  opened.value.close();
  const [coded, shown] = [path.join(folder, 'frame.j2k'), path.join(folder, 'frame.ppm')];
  await writeFile(coded, stream);
  const answer = await tools.opj_decompress(['-i', coded, '-o', shown]);
  return answer.code === 0 ? { peer: 'OpenJPEG opj_decompress', frames: [readPnm(shown)] } : undefined;
}

/** All at once, because Python takes longer to start than to show; undefined for what pydicom cannot show. */
export async function framesOfPydicom(
  python: string,
  files: string[],
  folder: string,
): Promise<(PeerFrames | undefined)[]> {
  const script = path.join(import.meta.dirname, 'show-with-pydicom.py');
  const { stdout } = await promisify(execFile)(python, ['-W', 'ignore', script, folder, ...files]);
  const answers = JSON.parse(stdout) as { width?: number; height?: number; channels?: 1 | 3 }[];
  return Promise.all(answers.map((answer, at) => readRaw(path.join(folder, `${at}.raw`), answer)));
}

async function readRaw(
  file: string,
  { width = 0, height = 0, channels = 1 }: { width?: number; height?: number; channels?: 1 | 3 },
): Promise<PeerFrames | undefined> {
  const size = width * height * channels;
  if (size === 0) return undefined;
  const bytes = await readFile(file);
  const frames = Array.from({ length: bytes.length / size }, (_, at): Picture => {
    return { width, height, channels, pixels: bytes.subarray(at * size, (at + 1) * size) };
  });
  return { peer: 'pydicom', frames };
}
