import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element, joined, part10File, text } from '../../../packages/dicom-media/testing/made-files.ts';
import { code, us16 } from '../../../packages/dicom-media/testing/made-pixels.ts';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { type DecoderPoolOptions, openDecoderPool } from './decoder-pool.ts';
import { encapsulated } from './testing/encapsulated.ts';

const RAW = '1.2.840.10008.1.2.1';
const JPEG = '1.2.840.10008.1.2.4.50';
const LOSSLESS = '1.2.840.10008.1.2.4.70';
const JPEG_LS = '1.2.840.10008.1.2.4.80';
const JPEG_2000 = '1.2.840.10008.1.2.4.90';
const HTJ2K = '1.2.840.10008.1.2.4.201';
const RLE = '1.2.840.10008.1.2.5';
const MPEG_2 = '1.2.840.10008.1.2.4.100';

type Facts = { rows?: number; columns?: number; frames?: string; photometric?: string };

/** A grey picture of 8 bits whose pixel element is this. */
function picture(syntax: string, pixels: Uint8Array, facts: Facts = {}): Uint8Array {
  const elements = [
    us16(0x00280002, 1),
    code(0x00280004, 'CS', facts.photometric ?? 'MONOCHROME2'),
    ...(facts.frames ? [code(0x00280008, 'IS', facts.frames)] : []),
    us16(0x00280010, facts.rows ?? 64),
    us16(0x00280011, facts.columns ?? 64),
    us16(0x00280100, 8),
    us16(0x00280101, 8),
    us16(0x00280102, 7),
    pixels,
  ];
  return part10File(elements, { transferSyntaxUid: syntax });
}

const none = new Uint8Array(0);
const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff);
const rleBeyondEnd = joined([Uint8Array.of(1, 0, 0, 0, 0xf0, 0xff, 0xff, 0x7f), new Uint8Array(60)]);
/** A baseline stream that claims 65,500 x 65,500 pixels. */
const hugeJpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xdc, 0xff, 0xdc, 1, 1, 0x11, 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3],
]);
/** A codestream that claims 60,000 x 60,000 pixels. */
const hugeCodestream = Uint8Array.from([
  ...[0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0, 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, ...new Array(8).fill(0)],
  ...[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, ...new Array(8).fill(0), 0, 1, 7, 1, 1],
]);
const soi = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2);
const rawPixels = element(0x7fe00010, 'OB', new Uint8Array(64 * 64));

const HOSTILE: [string, Uint8Array, string][] = [
  ['claims 65535 x 65535 pixels', picture(RAW, rawPixels, { rows: 65535, columns: 65535 }), 'too-large'],
  ['claims a billion frames', picture(RAW, rawPixels, { frames: '1000000000' }), 'too-many-frames'],
  ['has pixels of no length', picture(RAW, element(0x7fe00010, 'OB', none)), 'pixels-truncated'],
  ['has an RLE segment beyond its end', picture(RLE, encapsulated(none, rleBeyondEnd)), 'decode-failed'],
  ['has an RLE frame of noise', picture(RLE, encapsulated(none, noise)), 'decode-failed'],
  ['has JPEG that is larger than its header', picture(JPEG, encapsulated(none, hugeJpeg)), 'too-large'],
  ['has JPEG 2000 that is larger than its header', picture(JPEG_2000, encapsulated(none, hugeCodestream)), 'too-large'],
  ['has noise for JPEG', picture(JPEG, encapsulated(none, noise)), 'decode-failed'],
  ['has noise for lossless JPEG', picture(LOSSLESS, encapsulated(none, noise)), 'decode-failed'],
  ['has noise for JPEG-LS', picture(JPEG_LS, encapsulated(none, noise)), 'decode-failed'],
  ['has noise for HTJ2K', picture(HTJ2K, encapsulated(none, noise)), 'decode-failed'],
  ['has noise for a video', picture(MPEG_2, encapsulated(none, noise), { frames: '30' }), 'video-failed'],
  [
    'has a playlist for a video',
    picture(MPEG_2, encapsulated(none, text('#EXTM3U\n/etc/passwd\n')), { frames: '2' }),
    'video-failed',
  ],
  ['has no fragments', picture(JPEG, encapsulated(none)), 'no-pixels'],
  [
    'has a wrong offset table and broken frames',
    picture(JPEG, encapsulated(noise, soi, soi, soi), { frames: '2' }),
    'decode-failed',
  ],
  ['has no palette', picture(RAW, rawPixels, { photometric: 'PALETTE COLOR' }), 'bad-description'],
  ['breaks off in its header', picture(RAW, rawPixels).subarray(0, 304), 'decode-failed'],
  ['is no DICOM file', noise, 'not-dicom'],
  ['is empty', none, 'not-dicom'],
];

describe('A hostile file', () => {
  const pool = openDecoderPool({ processes: 1 });
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function stored(bytes: Uint8Array): Promise<{ file: string; outFolder: string }> {
    const outFolder = await mkdtemp(path.join(folder, 'out-'));
    const file = path.join(outFolder, 'object');
    await writeFile(file, bytes);
    return { file, outFolder };
  }

  it.each(HOSTILE)('that %s ends in a named failure', async (_, bytes, expected) => {
    const result = await pool.derive(await stored(bytes));
    expect(result).toMatchObject({ ok: false, refusal: { code: expected } });
  });

  const damaged = [
    'us/doppler-planar1.dcm',
    'us/us1-j2k-lossless.dcm',
    'us/synthetic-formats/ST001/SE001/IM00001.dcm',
    'us/doppler-palette-cine-jpegls.dcm',
    'us/epiq-mono-jpeg-lossless.dcm',
    'sr/tid1500-measurements.dcm',
  ];
  it.skipIf(!haveSamples())('that was damaged anywhere is shown or named, and never kills its decoder', async () => {
    let seed = 20240115;
    const random = (below: number) => {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (const name of damaged) {
      for (let time = 0; time < 8; time++) {
        const bytes = await readFile(path.join(samplesFolder, name));
        const reach = time % 2 === 0 ? Math.min(bytes.length, 4000) : bytes.length;
        for (let change = 0; change < 12; change++) bytes[132 + random(reach - 132)] = random(256);
        const result = await pool.derive(await stored(bytes));
        if (!result.ok) expect(['kills-decoder', 'decoder-fault']).not.toContain(result.refusal.code);
        if (!result.ok) expect(result.refusal.detail).not.toBe('unexpected fault');
      }
    }
  });

  it('never stops the next one from being shown', async () => {
    const good = await pool.derive(await stored(picture(RAW, rawPixels)));
    expect(good).toMatchObject({ ok: true, value: { kind: 'still' } });
  });

  it.each<[string, DecoderPoolOptions['limits'], string]>([
    ['time', { frameMs: 1 }, 'time limit: frame'],
    ['memory', { memoryBytes: 1024 }, 'memory limit'],
  ])('that passes the limit of %s twice is reported, and the pool goes on', async (_, limits, detail) => {
    const strict = openDecoderPool({ processes: 1, limits: limits ?? {} });
    // Large enough to be still at work when the watch looks.
    const large = element(0x7fe00010, 'OB', new Uint8Array(8000 * 2000));
    const slow = await stored(picture(RAW, large, { rows: 2000, columns: 8000 }));
    expect(await strict.derive(slow)).toEqual({ ok: false, refusal: { code: 'kills-decoder', detail } });
    const nothing = await strict.derive(await stored(part10File([code(0x00080060, 'CS', 'PR')])));
    if (limits?.frameMs) expect(nothing).toMatchObject({ ok: true, value: { kind: 'none' } });
    strict.close();
  });

  it('is answered even when the pool closes', async () => {
    const closing = openDecoderPool({ processes: 1 });
    const waiting = closing.derive(await stored(picture(RAW, rawPixels)));
    closing.close();
    expect(await waiting).toMatchObject({ ok: expect.any(Boolean) });
    expect(await closing.derive(await stored(none))).toMatchObject({ ok: false });
  });
});
