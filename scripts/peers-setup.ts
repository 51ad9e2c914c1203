import type { TestProject } from 'vitest/node';
import { openDatabase } from '../server/src/store/database.ts';
import { startEmbeddedPostgres } from '../server/src/store/embedded-postgres.ts';
import { openJobQueue } from '../server/src/store/job-queue.ts';
import { jobNames } from '../server/src/store/jobs.ts';
import { migrate } from '../server/src/store/migrate.ts';
import { haveChromium } from './peers/chromium.ts';
import { guardProcess } from './peers/guard.ts';
import { haveOrthanc, type OrthancAddress, startOrthanc } from './peers/orthanc.ts';
import { haveDebianPostgres, startDebianPostgres } from './peers/postgres.ts';
import { makeQuickFolder } from './peers/quick-folder.ts';
import { administer, databaseUrl, type TestEngine } from './peers/test-engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    orthanc: OrthancAddress | { missing: string };
    database: TestEngine | { missing: string };
    chromium: { executablePath: string } | { missing: string };
  }
}

type Stop = () => Promise<void>;
const template = 'echoback_template';

/** Vitest's global set-up: starts the peers once for the whole run, and surely stops them. */
export default async function startPeers(project: TestProject): Promise<Stop> {
  const stops = await Promise.all([provideOrthanc(project), provideDatabase(project), provideChromium(project)]);
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

async function provideOrthanc(project: TestProject): Promise<Stop> {
  const have = haveOrthanc();
  if (!have.present) {
    project.provide('orthanc', { missing: have.reason });
    return nothingToStop;
  }
  const { stop, ...address } = await startOrthanc(have.value);
  project.provide('orthanc', address);
  return stop;
}

async function provideDatabase(project: TestProject): Promise<Stop> {
  const engine = process.env.ECHOBACK_TEST_DATABASE === 'debian' ? 'debian' : 'embedded';
  const started = engine === 'debian' ? await startDebian() : await startEmbedded();
  if ('missing' in started) {
    project.provide('database', started);
    return nothingToStop;
  }
  await makeTemplate(started.adminUrl);
  project.provide('database', { engine, adminUrl: started.adminUrl, template });
  return started.stop;
}

/** The schema and the queues: what a start makes in a new database, made once instead of for each test. */
async function makeTemplate(adminUrl: string): Promise<void> {
  await administer(adminUrl, `create database ${template}`);
  const address = { url: databaseUrl(adminUrl, template) };
  const opened = await openDatabase(address);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const migrated = await migrate(opened.value.pool);
  await opened.value.close();
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const queue = await openJobQueue({
    address,
    names: jobNames,
    soleOwner: true,
    onFault: (fault) => {
      throw fault;
    },
  });
  await queue.stop();
}

async function startDebian(): Promise<{ adminUrl: string; stop: Stop } | { missing: string }> {
  const have = haveDebianPostgres();
  if (!have.present) return { missing: have.reason };
  const { url, stop } = await startDebianPostgres(have.value);
  return { adminUrl: url, stop };
}

async function startEmbedded(): Promise<{ adminUrl: string; stop: Stop }> {
  const folder = makeQuickFolder('echoback-embedded-');
  const started = await startEmbeddedPostgres({ dataFolder: folder });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const { address, pid, stop } = started.value;
  const guard = guardProcess(pid() ?? 0, 'INT', folder, address.host);
  const query = new URLSearchParams({ host: address.host, port: String(address.port) });
  return {
    adminUrl: `postgresql://${address.user}@localhost/postgres?${query}`,
    stop: async () => {
      await stop();
      await guard.end();
    },
  };
}

async function provideChromium(project: TestProject): Promise<Stop> {
  if (project.name !== 'e2e') return nothingToStop;
  const have = await haveChromium();
  project.provide('chromium', have.present ? { executablePath: have.value } : { missing: have.reason });
  return nothingToStop;
}

async function nothingToStop(): Promise<void> {}
