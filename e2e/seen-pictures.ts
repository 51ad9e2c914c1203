import path from 'node:path';
import type { Locator } from 'playwright-core';
import { type Raw, rawPicture } from '../server/src/decoder/testing/compare-pictures.ts';
import { readPnm } from '../server/src/decoder/testing/read-pnm.ts';
import { runTool } from './peers-here.ts';

/**
 * How far a picture in the browser may be from DCMTK's rendering of the same file, as the mean of its lit samples (0-255).
 * Stills are shown as JPEG of high quality: its grain costs 0.3 to 1.4 on the samples, a tenth more brightness 6.8. Clips
 * are H.264, which halves the chroma both ways: 2.4, where the next frame of the same clip is 4.9 away.
 */
export const stillTolerance = 2;
export const clipTolerance = 3.5;
const darkBelow = 16;

/** What DCMTK shows for one frame (from 0). */
export async function renderedByDcmtk(file: string, frame: number, folder: string): Promise<Raw> {
  const out = path.join(folder, `rendered-${path.basename(file)}-${frame}.pnm`);
  await runTool('dcmj2pnm', ['+F', String(frame + 1), '+op', file, out]);
  return threeChannels(readPnm(out));
}

function threeChannels({ width, height, channels, pixels }: ReturnType<typeof readPnm>): Raw {
  if (channels === 3) return { width, height, pixels };
  return {
    width,
    height,
    pixels: Uint8Array.from({ length: pixels.length * 3 }, (_, at) => pixels[(at / 3) | 0] ?? 0),
  };
}

/** The pixels of an `<img>` or of the frame that a `<video>` shows, in their own size, through a canvas of the page. */
export async function pixelsInPage(element: Locator): Promise<Raw> {
  const drawn = await element.evaluate(async (shown: HTMLImageElement | HTMLVideoElement) => {
    if (shown instanceof HTMLImageElement) await shown.decode();
    const [width, height] =
      shown instanceof HTMLImageElement
        ? [shown.naturalWidth, shown.naturalHeight]
        : [shown.videoWidth, shown.videoHeight];
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(shown, 0, 0);
    return { width, height, png: canvas.toDataURL('image/png') };
  });
  const raw = await rawPicture(Buffer.from(drawn.png.slice(drawn.png.indexOf(',') + 1), 'base64'));
  return raw;
}

/**
 * The same from the screen itself: a page opened from a file may not read its own pictures back, so the element is laid
 * over the page in its own size and photographed.
 */
export async function pixelsOnScreen(element: Locator): Promise<Raw> {
  const page = element.page();
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: 1400, height: 1000 });
  const { width, height, style } = await element.evaluate(async (shown: HTMLImageElement | HTMLVideoElement) => {
    if (shown instanceof HTMLImageElement) await shown.decode();
    const [width, height] =
      shown instanceof HTMLImageElement
        ? [shown.naturalWidth, shown.naturalHeight]
        : [shown.videoWidth, shown.videoHeight];
    const over = {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: `${width}px`,
      height: `${height}px`,
      'max-width': 'none',
      'max-height': 'none',
      transform: 'none',
      margin: '0',
      border: '0',
      'border-radius': '0',
      'object-fit': 'fill',
      'z-index': '2147483647',
    };
    const style = shown.style.cssText;
    for (const [name, value] of Object.entries(over)) shown.style.setProperty(name, value, 'important');
    return { width, height, style };
  });
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height }, animations: 'disabled' });
  await element.evaluate((shown: HTMLElement, before) => {
    shown.style.cssText = before;
  }, style);
  if (viewport) await page.setViewportSize(viewport);
  return rawPicture(png);
}

/** Stops at the middle of a frame, so that neither neighbour can be meant, and waits until it is painted. */
export async function showFrame(video: Locator, frame: number, frames: number): Promise<void> {
  await video.evaluate(
    async (element: HTMLVideoElement, at) => {
      element.pause();
      const painted = new Promise((resolve) => element.requestVideoFrameCallback(resolve));
      element.currentTime = ((at.frame + 0.5) / at.frames) * element.duration;
      await painted;
    },
    { frame, frames },
  );
}

/**
 * Mean difference (0-255) of the samples that are lit in the second picture, or in the first where they should not be:
 * most of an ultrasound picture is black and would hide what is wrong with the rest.
 */
export function meanDifference(seen: Raw, expected: Raw): number {
  if (seen.width !== expected.width || seen.height !== expected.height) {
    throw new Error(`${seen.width} x ${seen.height} instead of ${expected.width} x ${expected.height}`);
  }
  let sum = 0;
  let lit = 0;
  for (let at = 0; at < expected.pixels.length; at++) {
    const [one = 0, other = 0] = [seen.pixels[at], expected.pixels[at]];
    if (Math.max(one, other) < darkBelow) continue;
    lit += 1;
    sum += Math.abs(one - other);
  }
  return lit === 0 ? 0 : sum / lit;
}
