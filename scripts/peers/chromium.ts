import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { type Have, missing, present } from './have.ts';

/**
 * Where Chromium is. The package unpacks itself into the temporary folder on the first call, and two processes doing
 * so at once break each other: the global set-up calls this once before any test.
 */
export async function haveChromium(): Promise<Have<string>> {
  try {
    return present(await chromium.executablePath());
  } catch (fault) {
    return missing(`Chromium does not unpack here (${fault instanceof Error ? fault.message : 'unknown fault'})`);
  }
}

/** Not the package's own arguments: with its --single-process, closing one context kills the browser. */
const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  // Our pages draw in two dimensions: an imitated graphics card only costs a quarter more.
  '--disable-gpu',
];

export function launchChromium(executablePath: string): Promise<Browser> {
  return playwright.launch({ executablePath, args: launchArguments, headless: true });
}
