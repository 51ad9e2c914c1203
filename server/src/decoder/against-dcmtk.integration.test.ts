import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { type Have, missing, present } from '../../../scripts/peers/have.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { openDecoderPool } from './decoder-pool.ts';
import { difference, rawPicture, readPnm } from './testing/compare-pictures.ts';

const samples: Have<string> = haveSamples() ? present(samplesFolder) : missing('no DICOM samples');
const dcmj2pnm = withTool('dcmj2pnm');
const dcml2pnm = withTool('dcml2pnm');
const dcmconv = withTool('dcmconv');

/** Rounding that PS3.3 leaves open: DCMTK cuts off where we round (windows), or counts in whole numbers (raw YBR). */
const ROUNDING = new Map([
  ['us/acuson-ybr-full-rle.dcm', 2],
  ['us/esaote-ybr-full-422-raw.dcm', 1],
  ['us/synthetic-formats/ST001/SE001/IM00004.dcm', 2],
  ['other/SC_ybr_full_422_uncompressed.dcm', 1],
]);
const WINDOW_ROUNDING = 1;

/** DCMTK's programs cannot show these, or show them otherwise on purpose. */
const NOT_SHOWN = new Map([
  ['us/aloka-palette-16bit-implicit.dcm', '16-bit palette'],
  ['us/us1-j2k-lossless.dcm', 'JPEG 2000'],
  ['other/JPEG2000.dcm', 'JPEG 2000'],
  ['other/MR_small_jp2klossless.dcm', 'JPEG 2000'],
  ['other/HTJ2KLossless_08_RGB.dcm', 'HTJ2K'],
  ['other/JPGExtended.dcm', 'JPEG of 12 bits, which we refuse'],
  ['other/liver_1frame.dcm', 'a mask of 1 bit, shown there at half brightness'],
  ['other/gsps-luts.dcm', 'a presentation state'],
  ['other/mg-jpeg-lossless.dcm', 'large: its codec is compared on a smaller picture'],
]);

const files = samples.present
  ? globSync(
      [
        'us/**/*.dcm',
        'other/*.dcm',
        'studies/{pediatric-echo,utf8-name}/**/*.dcm',
        'studies/ct-3slice/IM*',
        'studies/stress-echo/IM0000[1-6].dcm',
      ],
      {
        cwd: samplesFolder,
      },
    )
      .filter((file) => !NOT_SHOWN.has(file))
      .sort()
  : [];

describeWith([samples, dcmj2pnm, dcml2pnm, dcmconv], 'Every sample that DCMTK shows', () => {
  const pool = openDecoderPool();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'against-dcmtk-'));
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** DCMTK's picture; its programs differ in the syntaxes they know, and fail where there is no window to use. */
  async function theirs(file: string, frame: number) {
    const out = path.join(folder, 'frame.pnm');
    for (const tool of [dcmj2pnm, dcml2pnm]) {
      for (const window of [['+Wi', '1'], file.endsWith('CT_small.dcm') ? ['+Wm'] : []]) {
        if (!tool.present) continue;
        const answer = await tool.value([
          ...window,
          '+F',
          String(frame + 1),
          '+op',
          path.join(samplesFolder, file),
          out,
        ]);
        if (answer.code === 0) return { picture: readPnm(out), windowed: window.length > 0 };
      }
    }
    throw new Error('DCMTK shows no picture');
  }

  it.each(files)('%s looks as DCMTK shows it', async (file) => {
    for (const frame of [0, 1]) {
      const mine = await pool.frame({ file: path.join(samplesFolder, file), frame, format: 'png' });
      if (frame > 0 && !mine.ok && mine.refusal.code === 'no-such-frame') return;
      if (!mine.ok) throw new Error(`${mine.refusal.code}: ${mine.refusal.detail}`);
      const reference = await theirs(file, frame);
      const { largest } = difference(await rawPicture(mine.value.bytes), reference.picture);
      expect(largest).toBeLessThanOrEqual(ROUNDING.get(file) ?? (reference.windowed ? WINDOW_ROUNDING : 0));
    }
  });

  it('bytes in big endian words come out in order', async () => {
    const words = path.join(folder, 'words.dcm');
    const source = path.join(samplesFolder, 'us/doppler-planar1.dcm');
    if (!dcmconv.present) throw new Error('no dcmconv');
    expect((await dcmconv.value(['+tb', source, words])).code).toBe(0);
    const [big, little] = await Promise.all(
      [words, source].map((file) => pool.frame({ file, frame: 0, format: 'png' })),
    );
    if (!big?.ok || !little?.ok) throw new Error('not shown');
    expect(difference(await rawPicture(big.value.bytes), await rawPicture(little.value.bytes)).largest).toBe(0);
  });

  it('JPEG 2000 and raw RGB of one picture are equal', async () => {
    const [coded, raw] = await Promise.all(
      ['us1-j2k-lossless.dcm', 'us1-rgb.dcm'].map((name) =>
        pool.frame({ file: path.join(samplesFolder, 'us', name), frame: 0, format: 'png' }),
      ),
    );
    if (!coded?.ok || !raw?.ok) throw new Error('not shown');
    expect(difference(await rawPicture(coded.value.bytes), await rawPicture(raw.value.bytes)).largest).toBe(0);
  });
});
