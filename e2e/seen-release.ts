import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Raw } from '../server/src/decoder/testing/compare-pictures.ts';
import type { MemberName, StudyFile } from './real-study.ts';
import { clipTolerance, meanDifference, renderedByDcmtk, showFrame, stillTolerance } from './seen-pictures.ts';
import { viewerWords } from './words.ts';

/** Portal and INDEX.HTM show a release on the same stage; they differ in how a test may read pixels. */
export type Looking = {
  page: Page;
  study: readonly StudyFile[];
  workFolder: string;
  readPixels: (element: Locator) => Promise<Raw>;
};

const clipFrames = 30;
/** 30 frames of 33.3 ms, as the object says (0018,1063). */
const clipSeconds = 1;

/** A still on the stage has the pixels that DCMTK makes of the same file. */
export async function seeStill(
  looking: Looking,
  name: MemberName,
  place: { number: number; total: number },
): Promise<void> {
  const words = viewerWords('picture-number', place);
  await onSheet(looking, words).click();
  const picture = onStage(looking).getByRole('img', { name: words });
  await picture.waitFor();
  const seen = await looking.readPixels(picture);
  const apart = meanDifference(seen, await renderedByDcmtk(fileOf(looking, name), 0, looking.workFolder));
  expect(apart, `${name}: mean difference from DCMTK`).toBeLessThan(stillTolerance);
}

/** A clip has its frames at their times, and plays when somebody presses play. */
export async function seeClip(looking: Looking, name: MemberName): Promise<void> {
  const words = viewerWords('clip-number', { number: 1, total: 1 });
  await onSheet(looking, words).click();
  const video = onStage(looking).locator('video');
  await video.waitFor();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBe(4);
  const duration = await video.evaluate((element: HTMLVideoElement) => element.duration);
  expect(Math.abs(duration - clipSeconds), `a clip of ${duration} s`).toBeLessThan(0.05);
  const middle = clipFrames / 2;
  await showFrame(video, middle, clipFrames);
  const slider = onStage(looking).getByRole('slider', { name: viewerWords('position') });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain(`${middle + 1} of ${clipFrames}`);
  const seen = await looking.readPixels(video);
  const fromFrame = async (frame: number) =>
    meanDifference(seen, await renderedByDcmtk(fileOf(looking, name), frame, looking.workFolder));
  const [before, itself, after] = [await fromFrame(middle - 1), await fromFrame(middle), await fromFrame(middle + 1)];
  expect(itself, `${name}: mean difference from DCMTK`).toBeLessThan(clipTolerance);
  expect(itself, `${name}: nearer to this frame than to its neighbours`).toBeLessThan(Math.min(before, after));
  await plays(looking, video);
}

async function plays(looking: Looking, video: Locator): Promise<void> {
  const before = await video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await onStage(looking)
    .getByRole('button', { name: viewerWords('play') })
    .click();
  const moved = () =>
    video.evaluate((element: HTMLVideoElement, from) => !element.paused && element.currentTime !== from, before);
  await expect.poll(moved).toBe(true);
  const painted = () =>
    video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  const count = await painted();
  await expect.poll(painted).toBeGreaterThan(count + 5);
  await onStage(looking)
    .getByRole('button', { name: viewerWords('pause') })
    .click();
}

/** The file of a member as it was before anything touched it. */
export function fileOf({ study }: Pick<Looking, 'study'>, name: MemberName): string {
  const found = study.find((one) => one.name === name);
  if (!found) throw new Error(`the study has no ${name}`);
  return found.file;
}

export function paper({ page }: Pick<Looking, 'page'>): Locator {
  return page.getByRole('complementary', { name: viewerWords('reports') });
}

/** "Open report (PDF)", with or without its size in the same brackets. */
export function pdfLink(looking: Pick<Looking, 'page'>): Locator {
  return paper(looking).getByRole('link', { name: viewerWords('open-report').replace(')', '') });
}

function onStage({ page }: Looking): Locator {
  return page.getByRole('region', { name: viewerWords('stage') });
}

function onSheet({ page }: Looking, name: string): Locator {
  return page.getByRole('list', { name: viewerWords('sheet') }).getByRole('button', { name });
}
