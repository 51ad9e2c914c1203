import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** WCAG 2.2, 1.4.10 Reflow: content fits a width of 320 CSS pixels without scrolling sideways. */
const narrowestPx = 320;

/** What axe finds against WCAG 2.2 AA on the page as it is, one line for each element. */
export async function axeFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(wcag22aa);
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** The elements that stick out to the right at 320 pixels, when the page scrolls sideways there. */
export async function reflowFaults(page: Page): Promise<string[]> {
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
