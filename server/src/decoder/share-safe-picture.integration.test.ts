import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { samplesFolder } from '../../../scripts/samples.ts';
import { type DecoderPool, openDecoderPool } from './decoder-pool.ts';

const sample = (name: string) => path.join(samplesFolder, 'us', name);
const known = { names: [], numbers: [], days: [] };

describeWith([haveSamples()], 'a picture without whose it is', () => {
  let pool: DecoderPool;

  beforeAll(() => {
    pool = openDecoderPool({ processes: 1, writableFolder: tmpdir() });
  });
  afterAll(() => pool.close());

  const make = async (name: string, box?: { left: number; top: number; right: number; bottom: number }) => {
    const made = await pool.shareSafe({ file: sample(name), box, known });
    if (!made.ok) throw new Error(`${made.refusal.code}: ${made.refusal.detail}`);
    return made.value;
  };
  const brightest = async (jpeg: Uint8Array, area: { left: number; top: number; width: number; height: number }) => {
    const levels = await sharp(jpeg).extract(area).raw().toBuffer();
    return levels.reduce((most, level) => Math.max(most, level), 0);
  };

  it('is black where the banner of the machine was, and keeps the scan', async () => {
    const file = sample('epiq-mono-burned-in-banner.dcm');
    const before = await pool.frame({ file, frame: 0, format: 'png' });
    const { bytes, plan } = await make('epiq-mono-burned-in-banner.dcm');
    if (!before.ok || !bytes) throw new Error('no picture');
    const banner = { left: 0, top: 0, width: 1024, height: 22 };
    expect(await brightest(before.value.bytes, banner)).toBeGreaterThan(150);
    expect(await brightest(bytes, banner)).toBeLessThan(8);
    expect(await brightest(bytes, { left: 200, top: 200, width: 400, height: 400 })).toBeGreaterThan(40);
    expect(plan).toEqual({ kind: 'boxes', boxes: [{ left: 14, top: 38, right: 1010, bottom: 758 }] });
  });

  it.each(['ob-palette.dcm', 'acuson-ybr-full-rle.dcm', 'aloka-palette-16bit-implicit.dcm'])(
    '%s is masked by its own regions, palettes and YBR included',
    async (name) => {
      const { bytes, plan, width } = await make(name);
      expect(plan.kind).toBe('boxes');
      if (!bytes) throw new Error('no picture');
      expect(await brightest(bytes, { left: 0, top: 0, width, height: 6 })).toBeLessThan(8);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    },
  );

  it('is masked by the box that a person drew, whatever the regions say', async () => {
    const { bytes } = await make('us1-rgb.dcm', { left: 200, top: 200, right: 300, bottom: 300 });
    if (!bytes) throw new Error('no picture');
    expect(await brightest(bytes, { left: 0, top: 0, width: 640, height: 180 })).toBeLessThan(8);
    expect(await brightest(bytes, { left: 210, top: 210, width: 80, height: 80 })).toBeGreaterThan(30);
  });

  it.each(['us1-rgb.dcm', 'sonosite-cine-jpeg.dcm', 'doppler-planar1.dcm'])(
    'of %s a person has to say what stays: nothing is masked by guess',
    async (name) => {
      expect(await make(name)).toMatchObject({ plan: { kind: 'by-hand' }, bytes: undefined });
    },
  );
});
