import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { screenFaults } from './screen-faults.ts';

/** Somebody at a screen, and everything that their browser told about: addresses, titles, complaints. */
export type Visitor = {
  page: Page;
  context: BrowserContext;
  addresses: Set<string>;
  titles: Set<string>;
  /** Errors on the console, uncaught exceptions and violations of the content security policy. */
  complaints: string[];
  /** What is wrong with the screens that were looked at: accessibility and reflow. */
  faults: string[];
  /** Looks at the screen and notes what is wrong with it; with ECHOBACK_SCREENSHOTS it is kept as a picture too. */
  shoot: (name: string) => Promise<void>;
  /** Keeps what is on the screen at this moment, whatever it is. */
  keepAsIs: (name: string) => Promise<void>;
  leave: () => Promise<void>;
};

export type Screen = { name: string; width: number; height: number };
export const phone: Screen = { name: 'phone', width: 390, height: 844 };
export const desktop: Screen = { name: 'desktop', width: 1280, height: 800 };

/** What playwright writes into a page before a screenshot; Firefox tells of it when the page's policy forbids styles. */
const screenshotStyle = "'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA='";

let screenshotFolder: string | undefined;

/** The folder that ECHOBACK_SCREENSHOTS names, else one whose path is printed: for a person who looks. */
function folderForScreenshots(): string {
  if (!screenshotFolder) {
    screenshotFolder = process.env.ECHOBACK_SCREENSHOTS ?? mkdtempSync(path.join(tmpdir(), 'echoback-screenshots-'));
    mkdirSync(screenshotFolder, { recursive: true });
    console.log(`Screenshots: ${screenshotFolder}`);
  }
  return screenshotFolder;
}

/** Without a story nothing is looked at: for tests about something else. */
export async function openVisitor(browser: Browser, screen: Screen, story?: string): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    locale: 'en-US',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const addresses = new Set<string>();
  const titles = new Set<string>();
  const complaints: string[] = [];
  const rememberTitle = async () => {
    titles.add(await page.title().catch(() => ''));
  };
  context.on('request', (request) => addresses.add(request.url()));
  page.on('framenavigated', (frame) => {
    addresses.add(frame.url());
    void rememberTitle();
  });
  page.on('pageerror', (fault) => {
    if (!fault.message.includes(screenshotStyle)) complaints.push(`uncaught: ${fault.message}`);
  });
  page.on('console', (message) => {
    // "Nobody is signed in" is the answer that the desk asks for; the browser notes every 401 as an error.
    const isQuestion = message.location().url.endsWith('/api/desk/session');
    if (message.type() === 'error' && !isQuestion) complaints.push(message.text());
  });
  const faults: string[] = [];
  let shots = 0;
  const keepAsIs = async (name: string) => {
    const file = `${story ?? 'unseen'}-${screen.name}-${name}.png`;
    await page.screenshot({ path: path.join(folderForScreenshots(), file), fullPage: true });
  };
  /** For people who look: the same page on the other screen. */
  const keepOtherWidth = async (name: string) => {
    const other = screen === phone ? desktop : phone;
    await page.setViewportSize({ width: other.width, height: other.height });
    await keepAsIs(`${name}-on-${other.name}`);
    await page.setViewportSize({ width: screen.width, height: screen.height });
  };
  const shoot = async (name: string) => {
    if (!story) return;
    shots += 1;
    await rememberTitle();
    // What moves is let come to rest: a colour in between would be judged otherwise.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
    const numbered = `${String(shots).padStart(2, '0')}-${name}`;
    if (process.env.ECHOBACK_SCREENSHOTS) {
      await keepAsIs(numbered);
      await keepOtherWidth(numbered);
    }
    // What lies under the header that stays on top would be judged as covered.
    await page.evaluate(() => window.scrollTo(0, 0));
    const found = await screenFaults(page);
    faults.push(...found.map((fault) => `${story}, ${name}: ${fault}`));
  };
  const leave = async () => {
    await rememberTitle();
    await context.close();
  };
  return { page, context, addresses, titles, complaints, faults, shoot, keepAsIs, leave };
}

/** Waits until these words can be read there. */
export async function reads(where: Page | Locator, words: string | RegExp): Promise<void> {
  await where.getByText(words).filter({ visible: true }).first().waitFor();
}
