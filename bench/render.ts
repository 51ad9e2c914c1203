import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from '../scripts/peers/have.ts';
import { haveOrthanc, type Orthanc, startOrthanc, storeInOrthanc } from '../scripts/peers/orthanc.ts';
import { type DecoderPool, openDecoderPool } from '../server/src/decoder/decoder-pool.ts';
import { watchChildren } from './children-memory.ts';
import { framesOfMjpeg } from './cine-frames.ts';
import { makeCine } from './made-study.ts';
import { median, timeShell } from './measure.ts';
import { type Row, row } from './rows.ts';

type Options = { runs: number; say: (text: string) => void };
type Say = Options['say'];

const bench = 'render';
const CLIP_FRAMES = 100;
/** A frame of 800x600 in RGB has 1.44 MB. */
const SMALL_CINE_FRAMES = 70;
const LARGE_CINE_FRAMES = 350;
/** S7.1, a decoder process with the ffmpeg that works for it. */
const memoryLimitMb = 1024;
const growthLimit = 1.5;

/** How soon a person sees a frame, how long a clip takes to make, and what memory that takes. */
export async function benchRender({ runs, say }: Options): Promise<{ rows: Row[]; notes: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'echoback-bench-render-'));
  const pool = openDecoderPool({ processes: 1 });
  const orthanc = await openOrthanc();
  try {
    const rows = [
      ...(await firstFrame('jpeg', 'dcmj2pnm', { pool, orthanc, runs, folder, say })),
      ...(await firstFrame('rgb', 'dcm2pnm', { pool, orthanc, runs, folder, say })),
      ...(await clip({ pool, runs, folder, say })),
      ...(await memory(folder, say)),
    ];
    return { rows, notes: NOTES(runs) };
  } finally {
    pool.close();
    await orthanc?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const NOTES = (runs: number) => [
  `Median of ${runs} runs in turn with the others; the decoder process is warm, DCMTK starts for each picture as it does for anybody.`,
  'A clip is MP4, WebM, poster and thumbnail from DICOM; ffmpeg alone gets the JPEG frames laid bare and makes the same MP4 (and WebM).',
  'Memory is the decoder process and its ffmpeg together at their most, each looked at every 20 ms.',
];

async function openOrthanc(): Promise<Orthanc | undefined> {
  const have = haveOrthanc();
  return have.present ? startOrthanc(have.value) : undefined;
}

type Place = { pool: DecoderPool; orthanc: Orthanc | undefined; runs: number; folder: string; say: Say };

async function firstFrame(format: 'jpeg' | 'rgb', tool: 'dcmj2pnm' | 'dcm2pnm', place: Place): Promise<Row[]> {
  const { pool, orthanc, runs, folder, say } = place;
  const file = (await makeCine(format, CLIP_FRAMES, say)).files[0] ?? '';
  say(`first frame of a ${format} cine`);
  const ours = async () => {
    const shown = await pool.frame({ file, frame: 0, format: 'jpeg' });
    if (!shown.ok) throw new Error(shown.refusal.code);
  };
  // Only the program that was built with JPEG writes it; the other's plain pixels cost it less.
  const output = tool === 'dcmj2pnm' ? '+oj' : '+op';
  const dcmtk = findProgram(tool);
  const theirs = dcmtk && (() => timeShell(`"${dcmtk}" +F 1 ${output} "${file}" frame.out`, folder));
  const rendered = orthanc && (await renderedByOrthanc(orthanc, file));
  await ours();
  await rendered?.();
  const times = { ours: [] as number[], theirs: [] as number[], orthanc: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.ours.push(await timed(ours));
    if (theirs) times.theirs.push(await timed(theirs));
    if (rendered) times.orthanc.push(await timed(rendered));
  }
  const name = `first frame, ${format} cine of ${CLIP_FRAMES}`;
  return [
    row(bench, name, median(times.ours), 'ms', `DCMTK ${tool}`, orNull(times.theirs)),
    row(bench, name, median(times.ours), 'ms', 'Orthanc rendered', orNull(times.orthanc)),
  ];
}

async function renderedByOrthanc(orthanc: Orthanc, file: string): Promise<() => Promise<void>> {
  const bytes = await readFile(file);
  await storeInOrthanc(orthanc, [bytes]);
  const ids = (await (await fetch(`${orthanc.url}instances`)).json()) as string[];
  const url = `${orthanc.url}instances/${ids.at(-1)}/frames/0/rendered`;
  return async () => {
    const answer = await fetch(url, { headers: { Accept: 'image/jpeg' } });
    if (!answer.ok) throw new Error(`Orthanc answered ${answer.status}`);
    await answer.arrayBuffer();
  };
}

async function clip({ pool, runs, folder, say }: Omit<Place, 'orthanc'>): Promise<Row[]> {
  const file = (await makeCine('jpeg', CLIP_FRAMES, say)).files[0] ?? '';
  say('clip');
  await writeFile(path.join(folder, 'frames.mjpeg'), framesOfMjpeg(file));
  const ours = async () => {
    const made = await pool.derive({ file, outFolder: folder });
    if (!made.ok) throw new Error(made.refusal.code);
  };
  const ffmpeg = findProgram('ffmpeg');
  const alone = (outputs: string) =>
    timeShell(`"${ffmpeg}" -v error -y -f mjpeg -framerate 25 -i frames.mjpeg ${outputs}`, folder);
  const times = { ours: [] as number[], mp4: [] as number[], both: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.ours.push((await timed(ours)) / 1000);
    if (ffmpeg) times.mp4.push((await timed(() => alone(MP4))) / 1000);
    if (ffmpeg) times.both.push((await timed(() => alone(`${MP4} ${WEBM}`))) / 1000);
  }
  const name = `clip of ${CLIP_FRAMES} frames 800x600`;
  return [
    row(bench, name, median(times.ours), 's', 'ffmpeg alone, MP4 and WebM', orNull(times.both)),
    row(bench, name, median(times.ours), 's', 'ffmpeg alone, MP4', orNull(times.mp4)),
  ];
}

const MP4 = '-c:v libx264 -preset veryfast -crf 18 -pix_fmt yuv420p -bf 0 -g 30 -movflags +faststart alone.mp4';
const WEBM =
  '-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -row-mt 1 -crf 28 -b:v 0 -pix_fmt yuv420p -g 30 alone.webm';

/** A fresh pool each: the peak is then this cine's. */
async function memory(folder: string, say: Say): Promise<Row[]> {
  const peakOf = async (frames: number) => {
    const file = (await makeCine('rgb', frames, say)).files[0] ?? '';
    say(`memory for ${frames} frames`);
    const pool = openDecoderPool({ processes: 1 });
    const watch = watchChildren(process.pid);
    const made = await pool.derive({ file, outFolder: folder });
    const peak = watch.stop();
    pool.close();
    if (!made.ok) throw new Error(made.refusal.code);
    return peak;
  };
  const small = await peakOf(SMALL_CINE_FRAMES);
  const large = await peakOf(LARGE_CINE_FRAMES);
  return [
    row(bench, 'peak for a 500 MB uncompressed cine', large, 'MB of memory', 'limit', memoryLimitMb),
    row(bench, 'peak at 500 MB over 100 MB', large / small, 'times', 'limit', growthLimit),
  ];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

const orNull = (values: readonly number[]) => (values.length > 0 ? median(values) : null);
