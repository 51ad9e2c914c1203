import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isVideo } from '@echoback/dicom-media';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import type { Have } from '../../../scripts/peers/have.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { havePydicom } from '../../../scripts/peers/pydicom.ts';
import { type Tool, withTool } from '../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../scripts/samples.ts';
import { openDecoderPool } from './decoder-pool.ts';
import { compareFrames } from './testing/compare-frames.ts';
import { manifestFiles } from './testing/manifest-files.ts';
import { framesOfPeer, framesOfPydicom, type PeerFrames } from './testing/peer-frames.ts';
import { comparedRow, type PeerRow, peerTable, plainRow } from './testing/peer-table.ts';
import { probeVideo, storedVideo } from './testing/probe-video.ts';
import { pixelsOf, shownFrames, withoutPixels } from './testing/shown-frames.ts';

const samples = haveSamples();
const pydicom = havePydicom();
const tools = {
  dcm2pnm: withTool('dcm2pnm'),
  dcmj2pnm: withTool('dcmj2pnm'),
  dcml2pnm: withTool('dcml2pnm'),
  dcmconv: withTool('dcmconv'),
  gdcmconv: withTool('gdcmconv'),
  opj_decompress: withTool('opj_decompress'),
  ffprobe: withTool('ffprobe'),
};
const here = (tool: Have<Tool>): Tool => {
  if (!tool.present) throw new Error(tool.reason);
  return tool.value;
};
const page = path.resolve(import.meta.dirname, '../../../docs/rendering-peers.md');

/** Files that Echoback refuses by name; a peer that shows one all the same is named with what it does. */
const REFUSED = new Map([
  ['edge/meta_missing_tsyntax.dcm', { code: 'bad-description', peer: undefined }],
  ['edge/nested_priv_SQ.dcm', { code: 'bad-description', peer: undefined }],
  ['edge/no_meta.dcm', { code: 'not-dicom', peer: undefined }],
]);

const files = samples.present ? manifestFiles(samplesFolder) : [];
const rows: PeerRow[] = [];

describeWith([samples, pydicom, ...Object.values(tools)], 'Next to another program', () => {
  const pool = openDecoderPool({ processes: 1 });
  const byPydicom = new Map<string, PeerFrames | undefined>();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rendering-peers-'));
    const better = files.map(({ file }) => file).filter((file) => isBetterInPydicom(sample(file)));
    const shown = await framesOfPydicom(pydicom.present ? pydicom.value : '', better.map(sample), folder);
    for (const [at, file] of better.entries()) byPydicom.set(file, shown[at]);
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });
  const peerOf = (file: string) =>
    framesOfPeer(
      sample(file),
      {
        dcm2pnm: here(tools.dcm2pnm),
        dcmj2pnm: here(tools.dcmj2pnm),
        dcml2pnm: here(tools.dcml2pnm),
        gdcmconv: here(tools.gdcmconv),
        opj_decompress: here(tools.opj_decompress),
      },
      folder,
    );

  it.each(files)('$file looks the same, or says why it is not shown', async ({ file, transferSyntaxUid }) => {
    const pixels = pixelsOf(sample(file));
    if (isVideo(pixels?.coding)) return void rows.push(await videoRow(file));
    const [ours, theirs] = await Promise.all([shownFrames(sample(file)), byPydicom.get(file) ?? peerOf(file)]);
    const refused = REFUSED.get(file);
    if (!ours.ok || refused) {
      expect(ours).toMatchObject({ ok: false, refusal: { code: refused?.code } });
      expect(theirs?.peer).toBe(refused?.peer);
      return void rows.push(plainRow(file, `refused: ${refused?.code}`, theirs && `${theirs.peer} fills it up`));
    }
    if (!ours.value) {
      expect(theirs).toBeUndefined();
      return void rows.push(plainRow(file, `no pixels: ${withoutPixels(sample(file))}`));
    }
    if (!theirs) throw new Error('no other program shows it');
    const kind = `${pixels?.photometricInterpretation}, ${pixels?.bitsStored} bits`;
    rows.push(comparedRow({ file, transferSyntaxUid }, kind, ours.value, theirs));
  });

  async function videoRow(file: string): Promise<PeerRow> {
    const outFolder = await mkdtemp(path.join(folder, 'clip-'));
    const stored = await probeVideo(here(tools.ffprobe), await storedVideo(sample(file), outFolder));
    const derived = await pool.derive({ file: sample(file), outFolder });
    const clip = derived.ok ? derived.value.files.find(({ kind }) => kind === 'clip') : undefined;
    const made = await probeVideo(here(tools.ffprobe), clip?.path ?? '');
    expect(made).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', frames: stored.frames });
    expect(made.durationSeconds).toBeCloseTo(stored.durationSeconds, 2);
    const length = `${made.frames} frames in ${made.durationSeconds.toFixed(2)} s`;
    return plainRow(
      file,
      `a clip with all frames and its length`,
      `ffprobe: ${stored.codec}, ${length}`,
      String(made.frames),
    );
  }

  it('every file of the manifest has its row in docs/rendering-peers.md', async () => {
    expect(rows.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
    const table = peerTable(rows);
    if (process.env.ECHOBACK_WRITE_TABLES) await writeFile(page, table);
    expect(await readFile(page, 'utf8')).toBe(table);
  });

  it('bytes in big endian words come out in order', async () => {
    const words = path.join(folder, 'words.dcm');
    const source = sample('us/doppler-planar1.dcm');
    expect((await here(tools.dcmconv)(['+tb', source, words])).code).toBe(0);
    const [big, little] = [await shownFrames(words), await shownFrames(source)];
    if (!big.ok || !little.ok) throw new Error('not shown');
    expect(compareFrames(big.value ?? [], little.value ?? []).largest).toBe(0);
  });
});

const sample = (file: string) => path.join(samplesFolder, file);

/** Where DCMTK shows something else on purpose, or nothing: see the page's introduction. */
function isBetterInPydicom(file: string): boolean {
  const pixels = pixelsOf(file);
  if (!pixels) return false;
  const isStoredPlain = pixels.coding === 'native' || pixels.coding === 'rle';
  if (isStoredPlain && pixels.photometricInterpretation.startsWith('YBR')) return true;
  if (pixels.photometricInterpretation === 'PALETTE COLOR') return pixels.bitsAllocated === 16;
  return pixels.bitsAllocated === 1 || pixels.hasFractions;
}
