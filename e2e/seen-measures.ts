import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { viewerWords } from './words.ts';

/** A place of the stored picture, in pixels. */
type Place = [x: number, y: number];
type Size = { width: number; height: number };

/** Draws a line with the mouse from one place of the picture to another, and tells what the page reads off it. */
export async function measureByMouse(page: Page, size: Size, from: Place, to: Place): Promise<string> {
  const [start, end] = [await onScreen(page, size, from), await onScreen(page, size, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  return (await reading(page).textContent()) ?? '';
}

/** Moves one end of the line by keys alone. */
export async function moveEnd(page: Page, key: string, times: number): Promise<string> {
  await page.getByRole('button', { name: viewerWords('measure-to') }).focus();
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
  return (await reading(page).textContent()) ?? '';
}

export async function expectReading(page: Page, words: string): Promise<void> {
  await expect.poll(() => reading(page).textContent()).toBe(words);
}

/** "2.62 cm" as a number. */
export function centimetres(words: string): number {
  return Number(/^([\d.]+) cm$/.exec(words)?.[1]);
}

function reading(page: Page): Locator {
  return page.locator('.measure-result');
}

/** The stage shows the picture whole and in the middle of its box. */
async function onScreen(page: Page, { width, height }: Size, [x, y]: Place): Promise<{ x: number; y: number }> {
  const box = await page.locator('.stage-box').boundingBox();
  if (!box) throw new Error('no stage');
  const scale = Math.min(box.width / width, box.height / height);
  return {
    x: box.x + box.width / 2 + (x - width / 2) * scale,
    y: box.y + box.height / 2 + (y - height / 2) * scale,
  };
}
