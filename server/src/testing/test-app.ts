import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { demoFeeSchedule } from '@echoback/right-of-access';
import { makeQuickFolder } from '../../../scripts/peers/quick-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../../scripts/peers/test-database.ts';
import type { App } from '../app.ts';
import { readConfig } from '../config.ts';
import { openDecoderPool } from '../decoder/decoder-pool.ts';
import { openLog } from '../log.ts';
import { openDiskObjectStore } from '../store/disk-object-store.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { type JobPayloads, jobNames } from '../store/jobs.ts';

export type TestApp = {
  app: App;
  database: TestDatabase;
  /** A folder of the test's own, removed at the end. */
  folder: string;
  clock: { now(): Date; set(instant: string): void; advance(milliseconds: number): void };
  close(): Promise<void>;
};

const timeZone = 'America/New_York';

/** A whole App on a fresh database and folder, whose clock stands still until the test moves it. */
export async function openTestApp(): Promise<TestApp> {
  const database = await createTestDatabase();
  const folder = makeQuickFolder('echoback-test-');
  const facilityId = randomUUID();
  await addFacility(database, facilityId);
  let time = new Date('2026-10-05T15:00:00Z');
  const config = readConfig({ ECHOBACK_DATA: folder, ECHOBACK_DEMO: 'true', ECHOBACK_TIME_ZONE: timeZone }, []);
  if (!config.ok) throw new Error(config.refusal.sentence);
  const jobs = await openJobQueue<JobPayloads>({
    address: database.address,
    names: jobNames,
    soleOwner: true,
    onFault: () => {},
  });
  const decoder = openDecoderPool({ processes: 1 });
  const app: App = {
    config: config.value,
    db: database.db,
    objects: await openDiskObjectStore({ folder: path.join(folder, 'objects'), facilityId }),
    jobs,
    decoder,
    log: openLog('silent'),
    facilityId,
    codeKey: randomBytes(32),
    now: () => new Date(time),
    random: randomBytes,
  };
  const clock = {
    now: () => new Date(time),
    set: (instant: string) => {
      time = new Date(instant);
    },
    advance: (milliseconds: number) => {
      time = new Date(time.getTime() + milliseconds);
    },
  };
  const close = async () => {
    decoder.close();
    await jobs.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, database, folder, clock, close };
}

async function addFacility({ db }: TestDatabase, facilityId: string): Promise<void> {
  await db
    .insertInto('facility')
    .values({
      id: facilityId,
      name: 'Test Imaging',
      time_zone: timeZone,
      policy_pack: 'us-federal',
      contact: JSON.stringify({
        officeName: 'Release of Information',
        phone: '+1 555 555 0100',
        email: 'records@test.example',
        address: ['1 Test Street', 'Testville, NY 10001'],
        privacyOfficer: { title: 'Privacy Officer', phone: '+1 555 555 0101' },
      }),
      fee_schedule: JSON.stringify(demoFeeSchedule),
    })
    .execute();
}
