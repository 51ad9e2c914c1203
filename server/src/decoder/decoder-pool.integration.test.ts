import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJpegHeader } from '@echoback/dicom-media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element, part10File } from '../../../packages/dicom-media/testing/made-files.ts';
import { code, us16 } from '../../../packages/dicom-media/testing/made-pixels.ts';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { openDecoderPool } from './decoder-pool.ts';
import type { DerivedFile } from './derived-object.ts';
import { openObjectFile } from './object-file.ts';
import { difference, rawPicture } from './testing/compare-pictures.ts';
import { findFfmpeg } from './video/find-ffmpeg.ts';

const present = haveSamples();

describe.skipIf(!present)(`A decoder pool${present ? '' : ' (skipped: no DICOM samples)'}`, () => {
  const pool = openDecoderPool();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'decoder-pool-'));
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });
  const sample = (name: string) => path.join(samplesFolder, name);

  async function derived(name: string) {
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    const result = await pool.derive({ file: sample(name), outFolder });
    if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.detail}`);
    const file = (kind: DerivedFile['kind']) => {
      const found = result.value.files.find((one) => one.kind === kind);
      if (!found) throw new Error(`no ${kind}`);
      return found;
    };
    return { ...result.value, file };
  }

  /** Bytes of the first fragment of the pixels. */
  function storedStream(name: string): Buffer {
    const object = openObjectFile(sample(name));
    if (!object.ok) throw new Error('not read');
    const fragment = object.value.dataSet.elements.get(0x7fe00010)?.fragments?.[1];
    const bytes = object.value.readAt(fragment?.offset ?? 0, fragment?.length ?? 0);
    object.value.close();
    return Buffer.from(bytes);
  }

  it('gives a stored JPEG out as it is, with at most its colours named', async () => {
    const still = await derived('us/vivid7-mmode-jpeg.dcm');
    const picture = await readFile(still.file('picture').path);
    const stream = storedStream('us/vivid7-mmode-jpeg.dcm');
    expect(still.file('picture')).toMatchObject({ width: 636, height: 434, mediaType: 'image/jpeg' });
    expect([0, 16]).toContain(picture.length - stream.length);
    expect(picture.subarray(-10_000).equals(stream.subarray(-10_000))).toBe(true);
    const png = await pool.frame({ file: sample('us/vivid7-mmode-jpeg.dcm'), frame: 0, format: 'png' });
    if (!png.ok) throw new Error('no PNG');
    expect(difference(await rawPicture(picture), await rawPicture(png.value.bytes)).largest).toBe(0);
  });

  it('makes a JPEG with full colour of a picture that no browser knows', async () => {
    const still = await derived('us/us1-j2k-lossless.dcm');
    const picture = await readFile(still.file('picture').path);
    const sampling = readJpegHeader(picture)?.components.map((one) => one.horizontal * one.vertical);
    expect(sampling).toEqual([1, 1, 1]);
    const png = await pool.frame({ file: sample('us/us1-j2k-lossless.dcm'), frame: 0, format: 'png' });
    if (!png.ok) throw new Error('no PNG');
    expect(difference(await rawPicture(picture), await rawPicture(png.value.bytes)).overTwo).toBeLessThan(0.2);
    expect(still.file('thumbnail')).toMatchObject({ width: 320, height: 240 });
  });

  it.each([
    ['us/sonosite-cine-jpeg.dcm', 30, 999.99],
    ['us/acuson-cine-implicit-rgb.dcm', 8, 354.28],
    ['us/doppler-palette-cine-jpegls.dcm', 10, 760],
    ['us/ob-palette-rle-2frame.dcm', 2, 66.67],
    ['studies/pediatric-echo/IM00001.dcm', 34, 1020],
    ['us/synthetic-formats/ST001/SE001/IM00003.dcm', 3, 111.11],
    ['video/us-h264-mp4.dcm', 48, 1920],
    ['video/us-mpeg2.dcm', 48, 1920],
  ])('makes a clip of %s with every frame and its exact length', async (name, frames, durationMs) => {
    const made = await derived(name);
    const clip = made.file('clip');
    expect(clip.frames).toBe(frames);
    expect(clip.durationMs).toBeCloseTo(durationMs, 1);
    const bytes = await readFile(clip.path);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    const decoded = await framesThatPlay(clip.path);
    expect(decoded.frames).toBe(frames);
    // Rewrapped H.264 says what its maker said; what we code names its range and matrix.
    if (!name.includes('h264')) expect(decoded.words).toMatch(/yuv420p\(tv, (smpte170m|bt709)/);
    expect(made.file('poster')).toMatchObject({ width: expect.any(Number) });
  });

  it('gives each frame of a vector its own time, in a picture with odd sides', async () => {
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    const file = path.join(outFolder, 'object');
    const elements = [
      code(0x00181065, 'DS', '0\\30\\100\\50'),
      us16(0x00280002, 1),
      code(0x00280008, 'IS', '4'),
      us16(0x00280010, 33),
      us16(0x00280011, 65),
      us16(0x00280100, 8),
      element(
        0x7fe00010,
        'OB',
        Uint8Array.from({ length: 33 * 65 * 4 }, (_, at) => at % 251),
      ),
    ];
    await writeFile(file, part10File(elements));
    const made = await pool.derive({ file, outFolder });
    const clip = made.ok ? made.value.files.find((one) => one.kind === 'clip') : undefined;
    expect(clip).toMatchObject({ frames: 4, durationMs: 240, width: 66, height: 34 });
    const { words } = await framesThatPlay(clip?.path ?? '');
    expect(words.match(/^#tb 0: .*/m)?.[0]).toBe('#tb 0: 1/1000000');
    expect([...words.matchAll(/^0,\s+\d+,\s+(\d+),/gm)].map((line) => Number(line[1]))).toEqual([
      0, 30_000, 130_000, 180_000,
    ]);
  });

  /** Asks another program than our own tables: how many frames really decode, and what the stream says of itself. */
  async function framesThatPlay(file: string): Promise<{ frames: number; words: string }> {
    const ffmpeg = await findFfmpeg(undefined);
    if (!ffmpeg) throw new Error('no ffmpeg');
    const words = execFileSync(
      '/bin/sh',
      ['-c', '"$0" -nostats -i "$1" -f framecrc -vsync passthrough -enc_time_base 1:1000000 - 2>&1', ffmpeg.path, file],
      {
        encoding: 'utf8',
      },
    );
    return { frames: words.split('\n').filter((line) => /^0,/.test(line)).length, words };
  }

  it('keeps the colours of a clip', async () => {
    const made = await derived('us/synthetic-formats/ST001/SE001/IM00003.dcm');
    const ffmpeg = await findFfmpeg(undefined);
    if (!ffmpeg) throw new Error('no ffmpeg');
    const png = execFileSync(ffmpeg.path, [
      '-v',
      'error',
      '-ss',
      '0.04',
      '-i',
      made.file('clip').path,
      '-frames:v',
      '1',
      '-f',
      'image2pipe',
      '-c:v',
      'png',
      '-',
    ]);
    const stored = await pool.frame({
      file: sample('us/synthetic-formats/ST001/SE001/IM00003.dcm'),
      frame: 1,
      format: 'png',
    });
    if (!stored.ok) throw new Error('no PNG');
    const [clip, picture] = [await rawPicture(png), await rawPicture(stored.value.bytes)];
    expect(Math.abs(mean(clip.pixels) - mean(picture.pixels))).toBeLessThan(1);
  });
  const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('rewraps stored H.264 without coding it again', async () => {
    const made = await derived('video/us-h264-mp4.dcm');
    const stream = storedStream('video/us-h264-mp4.dcm');
    const clip = await readFile(made.file('clip').path);
    const anywhere = stream.subarray(stream.length >> 1, (stream.length >> 1) + 2000);
    expect(clip.includes(anywhere)).toBe(true);
  });

  it('reads a structured report and gives a PDF out byte for byte', async () => {
    const report = await derived('media/us-synthetic/DICOM/ST000001/SE000003/IM000001');
    const words = JSON.parse(await readFile(report.file('report-json').path, 'utf8'));
    expect(words.title).toBe('OB-GYN Ultrasound Procedure Report');
    expect(JSON.stringify(words)).toContain('"Femur Length","value":"34.2","unit":"mm"');
    const pdf = await derived('pdf/encapsulated-pdf-small.dcm');
    const object = await readFile(sample('pdf/encapsulated-pdf-small.dcm'));
    const document = await readFile(pdf.file('report-pdf').path);
    expect(document.subarray(0, 5).toString()).toBe('%PDF-');
    expect(object.includes(document)).toBe(true);
  });

  it('gives a frame as WebP of its own size for screens', async () => {
    const [webp, png] = await Promise.all(
      (['webp', 'png'] as const).map((format) => pool.frame({ file: sample('us/us1-rgb.dcm'), frame: 0, format })),
    );
    if (!webp?.ok || !png?.ok) throw new Error('not shown');
    expect(webp.value).toMatchObject({ mediaType: 'image/webp', width: 640, height: 480 });
    expect(Buffer.from(webp.value.bytes).toString('latin1', 8, 12)).toBe('WEBP');
    expect(webp.value.bytes.length).toBeLessThan(png.value.bytes.length / 2);
    expect(difference(await rawPicture(webp.value.bytes), await rawPicture(png.value.bytes)).overTwo).toBeLessThan(0.3);
  });

  it('shows nothing of objects that have nothing to show', async () => {
    expect(await derived('other/gsps-luts.dcm')).toMatchObject({ kind: 'none', files: [] });
    expect(await derived('studies/ct-3slice/SEG0001.dcm')).toMatchObject({ kind: 'none', files: [] });
  });

  it('shows a picture that is cut off as far as it goes', async () => {
    expect(await derived('edge/MR_truncated.dcm')).toMatchObject({ kind: 'still' });
  });

  it('names what it cannot show', async () => {
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    const noSyntax = await pool.derive({ file: sample('edge/meta_missing_tsyntax.dcm'), outFolder });
    expect(noSyntax).toMatchObject({ ok: false, refusal: { code: 'bad-description' } });
    const noFile = await pool.frame({ file: path.join(folder, 'nothing'), frame: 0, format: 'png' });
    expect(noFile).toEqual({ ok: false, refusal: { code: 'no-file', detail: 'ENOENT' } });
    const noFrame = await pool.frame({ file: sample('us/us1-rgb.dcm'), frame: 7, format: 'png' });
    expect(noFrame).toMatchObject({ ok: false, refusal: { code: 'no-such-frame' } });
  });

  it('lets its decoders write nowhere but below its folder', async () => {
    const narrow = openDecoderPool({ processes: 1, writableFolder: await mkdtemp(path.join(folder, 'narrow-')) });
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    const result = await narrow.derive({ file: sample('us/us1-rgb.dcm'), outFolder });
    expect(result).toEqual({ ok: false, refusal: { code: 'decoder-fault', detail: 'ERR_ACCESS_DENIED' } });
    narrow.close();
  });

  it('without ffmpeg shows stills and names what is missing for clips', async () => {
    const bare = openDecoderPool({ ffmpegPath: '/nowhere/ffmpeg', processes: 1 });
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    expect(await bare.hasVideo()).toBe(false);
    expect(await bare.derive({ file: sample('us/us1-rgb.dcm'), outFolder })).toMatchObject({ ok: true });
    const clip = await bare.derive({ file: sample('us/sonosite-cine-jpeg.dcm'), outFolder });
    expect(clip).toMatchObject({ ok: false, refusal: { code: 'no-video-program' } });
    bare.close();
  });
});
