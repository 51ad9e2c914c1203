import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { element, part10File } from '../../../packages/dicom-media/testing/made-files.ts';
import { code, us16 } from '../../../packages/dicom-media/testing/made-pixels.ts';
import { haveChromium, launchChromium } from '../../../scripts/peers/chromium.ts';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../scripts/samples.ts';
import { openDecoderPool } from './decoder-pool.ts';
import { encapsulated } from './testing/encapsulated.ts';
import { probeVideo } from './testing/probe-video.ts';

const samples = haveSamples();
const ffprobe = withTool('ffprobe');
const ffmpeg = withTool('ffmpeg');
const chromium = await haveChromium();

describeWith([samples, ffprobe, ffmpeg, chromium], 'A clip, as MP4 and as WebM,', () => {
  const pool = openDecoderPool({ processes: 1 });
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'clip-plays-'));
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function clipsOf(file: string) {
    const derived = await pool.derive({ file, outFolder: await mkdtemp(path.join(folder, 'out-')) });
    if (!derived.ok) throw new Error(`${derived.refusal.code}: ${derived.refusal.detail}`);
    const find = (kind: string) => derived.value.files.find((one) => one.kind === kind)?.path ?? '';
    return { mp4: find('clip'), webm: find('webm'), poster: find('poster') };
  }

  const { ffprobe: probe, ffmpeg: encode } = { ffprobe, ffmpeg };
  async function probed(file: string) {
    if (!probe.present) throw new Error(probe.reason);
    return probeVideo(probe.value, file);
  }

  it.each([
    ['us/sonosite-cine-jpeg.dcm', 30, 1],
    ['us/ob-palette-rle-2frame.dcm', 2, 0.067],
    ['video/us-mpeg2.dcm', 48, 1.92],
    ['video/us-h264-mp4.dcm', 48, 1.92],
  ])('of %s has the frames and the length that ffprobe counts', async (name, frames, seconds) => {
    const { mp4, webm } = await clipsOf(path.join(samplesFolder, name));
    const [h264, vp9] = [await probed(mp4), await probed(webm)];
    expect(h264).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p', frames });
    expect(h264.durationSeconds).toBeCloseTo(seconds, 2);
    expect(vp9).toMatchObject({ codec: 'vp9', pixelFormat: 'yuv420p', frames });
  });

  it('plays to its end in Chromium, each kind, at the times of a vector', async () => {
    if (!chromium.present) throw new Error(chromium.reason);
    const file = path.join(folder, 'vector.dcm');
    await writeFile(file, vectorOfFrames());
    const { mp4, webm, poster } = await clipsOf(file);
    const page = path.join(folder, 'page.html');
    const video = (of: string) => `<video muted poster="${pathToFileURL(poster)}" src="${pathToFileURL(of)}"></video>`;
    await writeFile(page, `<!doctype html>${video(mp4)}${video(webm)}`);
    const browser = await launchChromium(chromium.value);
    try {
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(page).href);
      for (const at of [0, 1]) {
        const played = await tab
          .locator('video')
          .nth(at)
          .evaluate(async (element) => {
            const shown = element as unknown as Playing;
            const ended = new Promise((resolve) => shown.addEventListener('ended', resolve));
            await shown.play();
            await ended;
            return { width: shown.videoWidth, height: shown.videoHeight, seconds: shown.duration };
          });
        expect(played).toMatchObject({ width: 64, height: 32 });
        expect(played.seconds).toBeCloseTo(0.24, at === 0 ? 3 : 1);
      }
    } finally {
      await browser.close();
    }
  });

  it('is made of HEVC too, which few browsers play', async () => {
    if (!encode.present) throw new Error(encode.reason);
    const stream = path.join(folder, 'made.hevc');
    const picture = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=25:duration=0.4'];
    const made = await encode.value([
      '-v',
      'error',
      ...picture,
      '-c:v',
      'libx265',
      '-x265-params',
      'log-level=none',
      stream,
    ]);
    expect(made.code).toBe(0);
    const file = path.join(folder, 'hevc.dcm');
    const elements = [
      code(0x00181063, 'DS', '40'),
      us16(0x00280002, 3),
      code(0x00280004, 'CS', 'YBR_PARTIAL_420'),
      code(0x00280008, 'IS', '10'),
      us16(0x00280010, 120),
      us16(0x00280011, 160),
      us16(0x00280100, 8),
      encapsulated(new Uint8Array(0), await readFile(stream)),
    ];
    await writeFile(file, part10File(elements, { transferSyntaxUid: '1.2.840.10008.1.2.4.107' }));
    const { mp4 } = await clipsOf(file);
    expect(await probed(mp4)).toMatchObject({ codec: 'h264', frames: 10 });
  });
});

function vectorOfFrames(): Uint8Array {
  const elements = [
    code(0x00181065, 'DS', '0\\30\\100\\50'),
    us16(0x00280002, 1),
    code(0x00280008, 'IS', '4'),
    us16(0x00280010, 32),
    us16(0x00280011, 64),
    us16(0x00280100, 8),
    element(
      0x7fe00010,
      'OB',
      Uint8Array.from({ length: 64 * 32 * 4 }, (_, at) => at % 251),
    ),
  ];
  return part10File(elements);
}

/** What the test asks of a `<video>`; the server's compiler settings know no browser. */
type Playing = {
  videoWidth: number;
  videoHeight: number;
  duration: number;
  play: () => Promise<void>;
  addEventListener: (event: 'ended', heard: (event: unknown) => void) => void;
};
