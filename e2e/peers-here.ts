import { inject } from 'vitest';
import { type Have, missing, present } from '../scripts/peers/have.ts';
import { haveSamples } from '../scripts/peers/have-samples.ts';
import type { OrthancAddress } from '../scripts/peers/orthanc.ts';
import { createEmptyDatabase, haveDatabase } from '../scripts/peers/test-database.ts';
import { withTool } from '../scripts/peers/tools.ts';
// Tells the compiler what the set-up provides.
import type {} from '../scripts/peers-setup.ts';

/** The peers that the set-up of the run started. */
export function haveOrthancHere(): Have<OrthancAddress> {
  const orthanc = inject('orthanc');
  return 'missing' in orthanc ? missing(orthanc.missing) : present(orthanc);
}

export function haveChromiumHere(): Have<string> {
  const chromium = inject('chromium');
  return 'missing' in chromium ? missing(chromium.missing) : present(chromium.executablePath);
}

/** Everything that a story about real pictures stands on. */
export function haveImaging(): Have<unknown>[] {
  const tools = ['dcmdump', 'dcmj2pnm', 'dcmmkdir', 'dciodvfy', 'unzip', 'pdftotext'] as const;
  return [haveSamples(), haveOrthancHere(), haveChromiumHere(), haveDatabase(), ...tools.map(withTool)];
}

export function orElseFail<T>(have: Have<T>): T {
  if (!have.present) throw new Error(have.reason);
  return have.value;
}

/** How the program is told of its database: nothing for the embedded one, else an address (ECHOBACK_TEST_DATABASE). */
export async function databaseForFacility(): Promise<{ env: Record<string, string>; drop: () => Promise<void> }> {
  if (orElseFail(haveDatabase()).engine === 'embedded') return { env: {}, drop: async () => {} };
  const { url, drop } = await createEmptyDatabase();
  return { env: { DATABASE_URL: url, ECHOBACK_DEMO: 'true' }, drop };
}
