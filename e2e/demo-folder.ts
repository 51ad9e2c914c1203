import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { makeQuickFolder } from '../scripts/peers/quick-folder.ts';
import { startFacility } from './facility.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A stopped demo facility in New York, filled as its first start fills it; nowhere where another database is asked. */
    demoFolder: string | undefined;
  }
}

export const inNewYork = { ECHOBACK_TIME_ZONE: 'America/New_York' };
/** Before the first day of any story: whatever the clock of a copy is set to, its contacts were on file long before. */
const madeAt = '2026-01-05T09:00:00-05:00';

/** Vitest's global set-up: the first start of a demo facility, done once for all files that only need what it left. */
export default async function makeDemoFolder(project: TestProject): Promise<() => void> {
  if (process.env.ECHOBACK_TEST_DATABASE === 'debian') {
    project.provide('demoFolder', undefined);
    return () => {};
  }
  const folder = makeQuickFolder('echoback-demo-');
  const facility = await startFacility(folder, { ...inNewYork, ECHOBACK_TEST_CLOCK: madeAt });
  await facility.stop();
  project.provide('demoFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
