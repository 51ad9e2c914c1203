import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** WCAG 2.2, 1.4.10 Reflow: content fits a width of 320 CSS pixels without scrolling sideways. */
const narrowestPx = 320;

/** Faults of every screen that this process judged, by its width and its markup: many stories pass the same screens. */
const judged = new Map<string, string[]>();

/** What is wrong with the screen as it is. The same markup at the same width, but for its numbers, is judged once. */
export async function screenFaults(page: Page): Promise<string[]> {
  const markup = (await page.content()).replaceAll(/\d+/g, '#');
  const key = `${page.viewportSize()?.width} ${createHash('sha256').update(markup).digest('hex')}`;
  const known = judged.get(key);
  if (known) return known;
  const faults = [...(await axeFaults(page)), ...(await reflowFaults(page))];
  judged.set(key, faults);
  return faults;
}

/** What axe finds against WCAG 2.2 AA on the page as it is, one line for each element. */
async function axeFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(wcag22aa);
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** The elements that stick out to the right at 320 pixels, when the page scrolls sideways there. */
async function reflowFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: narrowestPx, height: before?.height ?? 800 });
  const faults = await page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
    const named = out.map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
    return [`scrolls to ${document.documentElement.scrollWidth} px: ${named.slice(0, 5).join(', ')}`];
  }, narrowestPx);
  if (before) await page.setViewportSize(before);
  return faults;
}
