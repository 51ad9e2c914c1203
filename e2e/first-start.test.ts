import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../scripts/peers/chromium.ts';
import { describeWith } from '../scripts/peers/describe-with.ts';
import { sparePort } from '../scripts/peers/spare-port.ts';
import { signInAtDesk } from './desk-steps.ts';
import { type Facility, readOutbox, runProgram, startFacility } from './facility.ts';
import { demoFolderIn, haveChromiumHere, orElseFail } from './peers-here.ts';
import { tellStory } from './story.ts';
import { openVisitor, phone, type Visitor } from './visitor.ts';
import { portalWords } from './words.ts';

/** What a newcomer was promised. */
const readyWithinMs = 20_000;
const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'echoback-first-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith([haveChromiumHere()], 'A newcomer who starts the product', () => {
  const step = tellStory();
  const dataFolder = path.join(folder, 'new', 'data');
  let facility: Facility;
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launchChromium(orElseFail(haveChromiumHere()));
    visitor = await openVisitor(browser, phone, 'first-start');
  });
  afterAll(async () => {
    await browser?.close();
    await facility?.stop();
  });

  step('reads the addresses and a password within 20 seconds', async () => {
    facility = await startFacility(dataFolder);
    expect(facility.readyAfterMs).toBeLessThan(readyWithinMs);
    await expect.poll(facility.output).toContain(facility.staffPassword);
    for (const address of ['/', '/desk', '/demo/outbox'])
      expect(facility.output()).toContain(`${facility.url}${address}`);
  });

  step('opens the portal, and finds mail that it would send on a page', async () => {
    const { page } = visitor;
    await page.goto(facility.url);
    await page.getByRole('heading', { level: 1, name: portalWords('home-title') }).waitFor();
    const asked = { email: 'new@mail.example', language: 'en' };
    const answer = await page.request.post(`${facility.url}/api/contact-codes`, {
      data: asked,
      headers: { origin: facility.url },
    });
    expect(answer.ok()).toBe(true);
    await page.goto(`${facility.url}/demo/outbox`);
    await page.getByText(asked.email).waitFor();
    await visitor.shoot('outbox');
  });

  step('signs in at the desk with that password', async () => {
    await signInAtDesk(visitor, facility, 'desk');
  });

  step('stops and starts again, and everything is still there', async () => {
    const mails = await readOutbox(facility);
    // A page that is left open asks on while the program stops, and complains of the answer.
    await visitor.leave();
    await facility.stop();
    const again = await startFacility(dataFolder);
    expect(again.staffPassword).toBe(facility.staffPassword);
    facility = again;
    expect(await readOutbox(facility)).toEqual(mails);
    await signInAtDesk(await openVisitor(browser, phone), facility, 'desk');
    expect(visitor.complaints).toEqual([]);
    expect(visitor.faults).toEqual([]);
  });
});

/** Code and words of a start that can not work. */
async function failedStart(dataFolder: string, env: Record<string, string> = {}) {
  const { child, written } = runProgram(dataFolder, { ECHOBACK_PORT: String(await sparePort()), ...env });
  const [code] = await once(child, 'close');
  return { code, sentence: written.err };
}

/** One line, with an end, and no trace of where in the program it came from. */
const oneSentence = /^[A-Z][^\n]*\.\n$/;

test('a busy port is told in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, sentence } = await failedStart(path.join(folder, 'busy'), { ECHOBACK_PORT: port });
  other.close();
  expect({ code, sentence }).toEqual({ code: 1, sentence: expect.stringMatching(oneSentence) });
  expect(sentence).toContain(port);
});

test('a folder that can not be written is told in one sentence', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, 'not a folder');
  const { code, sentence } = await failedStart(path.join(file, 'data'));
  expect({ code, sentence }).toEqual({ code: 1, sentence: expect.stringMatching(oneSentence) });
  expect(sentence).toContain(file);
});

test('damaged settings are told in one sentence, with file and line', async () => {
  const dataFolder = path.join(folder, 'damaged');
  mkdirSync(dataFolder);
  writeFileSync(path.join(dataFolder, 'echoback.json'), '{\n  "port": 8460,\n  "host":\n}\n');
  const { code, sentence } = await failedStart(dataFolder);
  expect({ code, sentence }).toEqual({ code: 1, sentence: expect.stringMatching(oneSentence) });
  expect(sentence).toContain(path.join(dataFolder, 'echoback.json'));
  expect(sentence).toContain('line');
});

test('a second program on the same folder is told in one sentence', async () => {
  const shared = path.join(folder, 'shared');
  mkdirSync(shared);
  const dataFolder = demoFolderIn(shared);
  const first = await startFacility(dataFolder);
  const { code, sentence } = await failedStart(dataFolder);
  await first.stop();
  expect({ code, sentence }).toEqual({ code: 1, sentence: expect.stringMatching(oneSentence) });
});

test('"npm start" builds what it needs and starts the same', async () => {
  const port = String(await sparePort());
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    env: { ...process.env, ECHOBACK_DATA: path.join(folder, 'npm'), ECHOBACK_PORT: port },
    stdio: 'ignore',
  });
  const startedAt = performance.now();
  const exited = once(child, 'exit');
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined))?.ok, {
      timeout: 60_000,
    })
    .toBe(true);
  const tookMs = performance.now() - startedAt;
  // As Ctrl+C in a terminal: to the whole group.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await exited;
  expect(tookMs).toBeLessThan(readyWithinMs);
});
