import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inject } from 'vitest';
import { type Have, missing, present } from '../scripts/peers/have.ts';
import { haveSamples } from '../scripts/peers/have-samples.ts';
import type { OrthancAddress } from '../scripts/peers/orthanc.ts';
import { createEmptyDatabase, haveDatabase } from '../scripts/peers/test-database.ts';
import { type ToolName, withTool } from '../scripts/peers/tools.ts';
// Tells the compiler what the set-up provides.
import type {} from '../scripts/peers-setup.ts';
import type {} from './demo-folder.ts';

/** The peers that the set-up of the run started. */
export function haveOrthancHere(): Have<OrthancAddress> {
  const orthanc = inject('orthanc');
  return 'missing' in orthanc ? missing(orthanc.missing) : present(orthanc);
}

export function haveChromiumHere(): Have<string> {
  const chromium = inject('chromium');
  return 'missing' in chromium ? missing(chromium.missing) : present(chromium.executablePath);
}

const tools = ['dcmdump', 'dcmj2pnm', 'dcmmkdir', 'dcmodify', 'dcm2pdf', 'dciodvfy', 'dcentvfy', 'unzip', 'pdftotext'];

/** Everything that a story about real pictures stands on. */
export function haveImaging(): Have<unknown>[] {
  const programs = tools.map((name) => withTool(name as ToolName));
  return [haveSamples(), haveOrthancHere(), haveChromiumHere(), haveDatabase(), ...programs];
}

/** What it takes to make a study of real files, and to judge what is shown of it. */
export function haveStudyTools(): Have<unknown>[] {
  const programs = [
    'dcmodify',
    'dcmj2pnm',
    'dcm2pdf',
    'pdftotext',
    'pdfinfo',
    'pdfimages',
    'unzip',
    'xorriso',
  ] as const;
  return [haveSamples(), ...programs.map((name) => withTool(name))];
}

/** What a program writes to both streams; a code other than 0 is a failure unless the program only tells by it. */
export async function runTool(
  name: ToolName,
  args: string[],
  options: { cwd?: string; anyCode?: true } = {},
): Promise<string> {
  const { code, stdout, stderr } = await orElseFail(withTool(name))(args, options.cwd ? { cwd: options.cwd } : {});
  if (code !== 0 && !options.anyCode) throw new Error(`${name} ended with ${code}: ${stderr}`);
  return `${stdout}\n${stderr}`;
}

export function orElseFail<T>(have: Have<T>): T {
  if (!have.present) throw new Error(have.reason);
  return have.value;
}

/** How the program is told of its database: nothing for the embedded one, else an address (ECHOBACK_TEST_DATABASE). */
export type FacilityDatabase = {
  env: Record<string, string>;
  /** As the program says it when it starts. */
  named: string;
  drop: () => Promise<void>;
};

export async function databaseForFacility(): Promise<FacilityDatabase> {
  if (orElseFail(haveDatabase()).engine === 'embedded')
    return { env: {}, named: 'PostgreSQL 18', drop: async () => {} };
  const { url, drop } = await createEmptyDatabase();
  return { env: { DATABASE_URL: url, ECHOBACK_DEMO: 'true' }, named: 'PostgreSQL 15', drop };
}

/** A data folder as the first start of a demo facility left it. */
export function demoFolderIn(folder: string): string {
  const dataFolder = path.join(folder, 'data');
  const made = inject('demoFolder');
  // With their owners: where root runs the tests, the database's files belong to a user of their own.
  if (made) execFileSync('cp', ['-a', '--', made, dataFolder]);
  return dataFolder;
}
