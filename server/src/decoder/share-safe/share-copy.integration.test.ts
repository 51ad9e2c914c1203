import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { element, part10File } from '../../../../packages/dicom-media/testing/made-files.ts';
import { code, sequence, us16 } from '../../../../packages/dicom-media/testing/made-pixels.ts';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import type { Have } from '../../../../scripts/peers/have.ts';
import { haveSamples } from '../../../../scripts/peers/have-samples.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../../scripts/samples.ts';
import { type DecoderPool, openDecoderPool } from '../decoder-pool.ts';
import { shownFrames } from '../testing/shown-frames.ts';
import type { ShareCopyForm } from './sharing-work.ts';

const ffprobe = withTool('ffprobe');
const dciodvfy = withTool('dciodvfy');
const dcmdump = withTool('dcmdump');
const sample = (name: string) => path.join(samplesFolder, 'us', name);
const known: { names: string[]; numbers: string[]; days: string[] } = { names: [], numbers: [], days: [] };
const uids = { study: '2.25.101', series: '2.25.102', instance: '2.25.103' };
const dicom: ShareCopyForm = { as: 'dicom', uids, seriesNumber: 1, instanceNumber: 1 };
type Area = { left: number; top: number; width: number; height: number };

function given<T>(need: Have<T>): T {
  if (!need.present) throw new Error(need.reason);
  return need.value;
}

describeWith([haveSamples(), ffprobe, dciodvfy, dcmdump], 'a copy without whose it is', () => {
  let pool: DecoderPool;
  let folder: string;

  beforeAll(async () => {
    pool = openDecoderPool({ processes: 1, writableFolder: tmpdir() });
    folder = await mkdtemp(path.join(tmpdir(), 'share-copy-'));
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  type Box = { left: number; top: number; right: number; bottom: number };
  const attempt = async (file: string, form: ShareCopyForm, box?: Box, who = known) =>
    pool.shareCopy({ file, box, known: who, form, outFolder: await mkdtemp(path.join(folder, 'out-')) });
  const make = async (file: string, form: ShareCopyForm, box?: Box) => {
    const made = await attempt(file, form, box);
    if (!made.ok) throw new Error(`${made.refusal.code}: ${made.refusal.detail}`);
    return made.value;
  };
  const planOf = async (file: string) => {
    const plan = await pool.planShare({ file, outFolder: folder });
    if (!plan.ok) throw new Error(`${plan.refusal.code}: ${plan.refusal.detail}`);
    return plan.value;
  };
  const brightest = async (picture: Uint8Array | string, area: Area) => {
    const levels = await sharp(picture).extract(area).raw().toBuffer();
    return levels.reduce((most, level) => Math.max(most, level), 0);
  };

  it.each([
    ['jpeg', 8],
    ['png', 1],
  ] as const)('as %s is black where the banner of the machine was, and keeps the scan', async (as, black) => {
    const file = sample('epiq-mono-burned-in-banner.dcm');
    const before = await pool.frame({ file, frame: 0, format: 'png' });
    if (!before.ok) throw new Error('no picture');
    const banner = { left: 0, top: 0, width: 1024, height: 22 };
    expect(await brightest(before.value.bytes, banner)).toBeGreaterThan(150);
    const made = await make(file, { as });
    expect(made.mediaType).toBe(`image/${as}`);
    expect(await brightest(made.path, banner)).toBeLessThan(black);
    expect(await brightest(made.path, { left: 200, top: 200, width: 400, height: 400 })).toBeGreaterThan(40);
    const { exif, icc, xmp, comments } = await sharp(made.path).metadata();
    expect([exif, icc, xmp, comments]).toEqual([undefined, undefined, undefined, undefined]);
    expect((await planOf(file)).plan).toEqual({
      kind: 'boxes',
      boxes: [{ left: 14, top: 38, right: 1010, bottom: 758 }],
    });
  });

  it.each(['ob-palette.dcm', 'acuson-ybr-full-rle.dcm', 'aloka-palette-16bit-implicit.dcm'])(
    '%s is masked by its own regions, palettes and YBR included',
    async (name) => {
      const { plan, width } = await planOf(sample(name));
      expect(plan.kind).toBe('boxes');
      const made = await make(sample(name), { as: 'jpeg' });
      expect(await brightest(made.path, { left: 0, top: 0, width, height: 6 })).toBeLessThan(8);
    },
  );

  it('is masked by the box that a person drew, whatever the regions say', async () => {
    const box = { left: 200, top: 200, right: 300, bottom: 300 };
    const { path: file } = await make(sample('us1-rgb.dcm'), { as: 'jpeg' }, box);
    expect(await brightest(file, { left: 0, top: 0, width: 640, height: 180 })).toBeLessThan(8);
    expect(await brightest(file, { left: 210, top: 210, width: 80, height: 80 })).toBeGreaterThan(30);
  });

  it.each(['us1-rgb.dcm', 'sonosite-cine-jpeg.dcm', 'doppler-planar1.dcm'])(
    'of %s a person has to say what stays: nothing is masked by guess',
    async (name) => {
      expect((await planOf(sample(name))).plan.kind).toBe('by-hand');
      expect(await attempt(sample(name), { as: 'jpeg' })).toMatchObject({ refusal: { code: 'needs-box' } });
    },
  );

  const clips: [string, string, Box | undefined, number][] = [
    ['frames of its own regions', sample('synthetic-formats/ST001/SE001/IM00003.dcm'), undefined, 3],
    [
      'a cine with a box that a person drew',
      sample('sonosite-cine-jpeg.dcm'),
      { left: 80, top: 60, right: 240, bottom: 200 },
      30,
    ],
    [
      'a stored H.264 video',
      path.join(samplesFolder, 'video/us-h264-mp4.dcm'),
      { left: 80, top: 80, right: 240, bottom: 200 },
      48,
    ],
    [
      'a stored MPEG-2 video',
      path.join(samplesFolder, 'video/us-mpeg2.dcm'),
      { left: 80, top: 80, right: 240, bottom: 200 },
      48,
    ],
  ];

  it.each(clips)(
    'as MP4 of %s has every frame, black outside, and says nothing of anybody',
    async (_, file, box, frames) => {
      const made = await make(file, { as: 'mp4' }, box);
      expect(made.mediaType).toBe('video/mp4');
      const shown = ['-show_format', '-show_streams', '-count_frames', '-of', 'json'];
      const probed = JSON.parse((await given(ffprobe)(['-v', 'error', ...shown, made.path])).stdout) as Probed;
      expect(probed.streams.map(({ codec_name }) => codec_name)).toEqual(['h264']);
      expect(Number(probed.streams[0]?.nb_read_frames)).toBe(frames);
      const tags = { ...probed.format.tags, ...probed.streams[0]?.tags };
      // What the format itself asks for; no title, no encoder with its version, no creation time.
      const ofFormat = ['major_brand', 'minor_version', 'compatible_brands', 'language', 'handler_name', 'vendor_id'];
      expect(Object.keys(tags).filter((tag) => !ofFormat.includes(tag) && tags[tag] !== 'Lavc libx264')).toEqual([]);
      const bytes = (await readFile(made.path)).toString('latin1');
      expect(bytes).not.toMatch(/x264 - core|Lavf\d|Lavc\d/);
    },
  );

  it('as DICOM keeps the pixels of the scan exactly, and has none outside', async () => {
    const file = sample('ob-palette.dcm');
    const { path: copy } = await make(file, dicom);
    const [before, after] = [await shownFrames(file), await shownFrames(copy)];
    if (!before.ok || !after.ok || !before.value?.[0] || !after.value?.[0]) throw new Error('no frames');
    const { plan } = await planOf(file);
    if (plan.kind !== 'boxes') throw new Error('no boxes');
    const { width, channels, pixels } = after.value[0];
    let kept = 0;
    for (const [at, level] of pixels.entries()) {
      const [x, y] = [Math.floor(at / channels) % width, Math.floor(at / channels / width)];
      const stays = plan.boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
      const expected = stays ? before.value[0].pixels[at] : 0;
      if (level !== expected) throw new Error(`pixel ${x}, ${y}: ${level} instead of ${expected}`);
      kept += stays ? 1 : 0;
    }
    expect(kept).toBeGreaterThan(100_000);
  });

  const objects: [string, Box | undefined][] = [
    ['us/epiq-mono-burned-in-banner.dcm', undefined],
    ['us/ob-palette.dcm', undefined],
    ['us/acuson-ybr-full-rle.dcm', undefined],
    ['us/aloka-palette-16bit-implicit.dcm', undefined],
    ['us/logiq-rgb-planar1-bigendian.dcm', { left: 100, top: 100, right: 400, bottom: 400 }],
    ['us/vivid7-mmode-jpeg.dcm', { left: 100, top: 100, right: 400, bottom: 400 }],
    ['us/sonosite-cine-jpeg.dcm', { left: 80, top: 60, right: 240, bottom: 200 }],
    ['us/synthetic-formats/ST001/SE001/IM00003.dcm', undefined],
    ['video/us-mpeg2.dcm', { left: 80, top: 80, right: 240, bottom: 200 }],
  ];

  it.each(objects)(
    'as DICOM of %s is a valid object from which no word of the source can be read',
    async (name, box) => {
      const file = path.join(samplesFolder, name);
      const { path: copy } = await make(file, dicom, box);
      const { stdout, stderr } = await given(dciodvfy)([copy]);
      expect(`${stdout}\n${stderr}`.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
      const [before, after] = [await valuesIn(file), await valuesIn(copy)];
      expect(before.length).toBeGreaterThan(10);
      // What both may say: what kind of object it is, and numbers that describe pixels.
      const words = after.filter(({ vr }) => !['US', 'UL', 'SL', 'FD', 'DS', 'IS', 'AT'].includes(vr));
      const same = words.filter(({ value }) => value.length > 1 && before.some((own) => own.value === value));
      const ofKind = [
        '00120062',
        '00080016',
        '00020002',
        '00020010',
        '00080060',
        '00280004',
        '00080008',
        '00282110',
        '00020001',
      ];
      expect(same.filter(({ tag }) => !ofKind.includes(tag))).toEqual([]);
      expect(after.filter(({ vr, value }) => ['DA', 'TM', 'DT', 'PN', 'AE'].includes(vr) && value !== '')).toEqual([]);
      expect(after.filter(({ tag }) => Number.parseInt(tag.slice(0, 4), 16) % 2 === 1)).toEqual([]);
    },
  );

  /** Every value, however deep, as DCMTK prints it. */
  async function valuesIn(file: string): Promise<{ tag: string; vr: string; value: string }[]> {
    const { stdout } = await given(dcmdump)(['-q', '+L', '-Un', file]);
    return stdout.split('\n').flatMap((line) => {
      const found = /^\s*\(([0-9a-f]{4}),([0-9a-f]{4})\) (\w\w) (?:\[(.*)\]|=(\S+)|([^[(#]\S*))?/.exec(line);
      if (!found || found[3] === 'SQ' || found[3] === 'OB' || found[3] === 'OW') return [];
      const [, group = '', element = '', vr = '', text, uid, plain] = found;
      return [{ tag: group + element, vr, value: (text ?? uid ?? plain ?? '').trim() }];
    });
  }

  it('is not given when the person is still in it: a name that the facility knows stands in a frame number', async () => {
    const cine = sample('sonosite-cine-jpeg.dcm');
    const box = { left: 80, top: 60, right: 240, bottom: 200 };
    const time = { ...known, numbers: ['33.333'] };
    expect(await attempt(cine, dicom, box, time)).toMatchObject({ refusal: { code: 'not-share-safe' } });
    expect(await attempt(cine, dicom, box)).toMatchObject({ ok: true });
  });

  it('as DICOM claims clean pixels only while nothing stays that the machine leaves out', async () => {
    const file = sample('ob-palette.dcm');
    const { plan } = await planOf(file);
    const [region] = plan.kind === 'boxes' ? plan.boxes : [];
    if (!region) throw new Error('no box');
    const said = async (box: Box) => {
      const { path: copy } = await make(file, dicom, box);
      const { stdout } = await given(dcmdump)(['-q', '+P', '0028,0301', '+P', '0008,0100', '+p', copy]);
      return [/\(0028,0301\) CS \[(\w+)/.exec(stdout)?.[1], stdout.includes('113101')];
    };
    expect(await said({ ...region, right: region.right - 10 })).toEqual(['NO', true]);
    expect(await said({ ...region, top: region.top - 10, right: region.right - 60 })).toEqual(['YES', false]);
  });

  it('is not made as DICOM when a box keeps everything', async () => {
    const whole = { left: 0, top: 0, right: 639, bottom: 479 };
    const refused = await attempt(sample('us1-rgb.dcm'), dicom, whole);
    expect(refused).toMatchObject({ refusal: { code: 'needs-box', detail: 'whole-picture' } });
  });

  it('is planned as a clip whose screen changes, where a banner moves within it', async () => {
    const still = path.join(folder, 'still.dcm');
    const moving = path.join(folder, 'moving.dcm');
    await writeFile(still, clipOf([0, 0, 0, 0]));
    await writeFile(moving, clipOf([0, 0, 60, 0]));
    expect(await planOf(still)).toMatchObject({ plan: { kind: 'boxes' }, views: [0, 2, 3], surroundChanges: false });
    expect(await planOf(moving)).toMatchObject({ views: [0, 2, 3], surroundChanges: true });
    // Wherever the banner is, none of it comes out.
    const { path: shared } = await make(moving, { as: 'jpeg', frame: 2 });
    expect(await brightest(shared, { left: 0, top: 0, width: 320, height: 100 })).toBeLessThan(24);
  });

  it('is planned with the frames that have to be looked at', async () => {
    const { frames, views, surroundChanges } = await planOf(sample('sonosite-cine-jpeg.dcm'));
    expect(frames).toBe(30);
    expect(views).toEqual(expect.arrayContaining([0, 15, 29]));
    expect(surroundChanges).toBe(false);
    const video = await planOf(path.join(samplesFolder, 'video/us-h264-mp4.dcm'));
    expect(video.views).toEqual(expect.arrayContaining([0, 24, 47]));
  });
});

/** Grey frames of 320 x 240 with a scan from row 120 on, and above it a white banner of 40 rows, from these rows on. */
function clipOf(bannerRows: readonly number[]): Uint8Array {
  const pixels = new Uint8Array(320 * 240 * bannerRows.length);
  for (const [frame, row] of bannerRows.entries()) {
    const start = frame * 320 * 240;
    pixels.fill(230, start + row * 320, start + (row + 40) * 320);
    pixels.fill(90, start + 120 * 320, start + 240 * 320);
  }
  const long = (value: number) => Uint8Array.of(value & 255, value >> 8, 0, 0);
  const box = [0, 120, 319, 239].map((side, at) => element(0x00186018 + at * 2, 'UL', long(side)));
  return part10File([
    code(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.3.1'),
    code(0x00100010, 'PN', 'HERNANDEZ^LUCIA'),
    code(0x00181063, 'DS', '40'),
    sequence(0x00186011, [us16(0x00186012, 1), us16(0x00186014, 1), ...box]),
    us16(0x00280002, 1),
    code(0x00280004, 'CS', 'MONOCHROME2'),
    code(0x00280008, 'IS', String(bannerRows.length)),
    us16(0x00280010, 240),
    us16(0x00280011, 320),
    us16(0x00280100, 8),
    us16(0x00280101, 8),
    us16(0x00280102, 7),
    us16(0x00280103, 0),
    element(0x7fe00010, 'OB', pixels),
  ]);
}

type Probed = {
  streams: { codec_name: string; nb_read_frames?: string; tags?: Record<string, string> }[];
  format: { tags?: Record<string, string> };
};
