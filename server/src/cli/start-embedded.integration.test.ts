import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDebianPostgres } from '../../../scripts/peers/postgres.ts';
import { makeQuickFolder } from '../../../scripts/peers/quick-folder.ts';
import { openDatabase } from '../store/database.ts';
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';
import type { PostgresBinaries } from '../store/postgres-binaries.ts';
import { startEmbedded } from './start-embedded.ts';

// The oldest version that we support stands for every older major version.
const debian: PostgresBinaries = { folder: '/usr/lib/postgresql/15', version: '15', major: 15 };

describeWith([haveDebianPostgres()], 'a data folder that an older PostgreSQL made', () => {
  let folder = '';
  beforeEach(async () => {
    folder = makeQuickFolder('echoback-older-');
    const old = await startEmbeddedPostgres({ dataFolder: folder, binaries: debian });
    if (!old.ok) throw new Error(old.refusal.sentence);
    const opened = await openDatabase(old.value.address);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    await migrate(opened.value.pool);
    await opened.value.pool.query(
      `insert into facility (id, name, time_zone, policy_pack, contact, fee_schedule)
       values (gen_random_uuid(), 'Old Mill Clinic', 'America/Chicago', 'us-federal', '{}', '{}')`,
    );
    await opened.value.close();
    await old.value.stop();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const start = async (oldPostgres?: string) => {
    const said: string[] = [];
    const started = await startEmbedded({ dataFolder: folder, oldPostgres }, (line) => said.push(line), undefined);
    return { started, said: said.join('\n') };
  };

  test('is upgraded at the start with nothing lost, and only once', async () => {
    const { started, said } = await start();
    if (!started.ok) throw new Error(started.refusal.sentence);
    expect(said).toMatch(/from PostgreSQL 15 …\nUpgraded to PostgreSQL 18: \d+ tables, \d+ rows, each compared/);
    const opened = await openDatabase(started.value.address);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const { rows } = await opened.value.pool.query('select name from facility');
    expect(rows).toEqual([{ name: 'Old Mill Clinic' }]);
    expect(opened.value.serverVersion).toMatch(/^18\./);
    await opened.value.close();
    await started.value.stop();
    expect(existsSync(path.join(folder, 'postgres-15-before-upgrade'))).toBe(true);
    const again = await start();
    expect(again.said).toBe('');
    if (again.started.ok) await again.started.value.stop();
  });

  test('stays as it is when the older programs are nowhere, and the sentence says what to install', async () => {
    const { started } = await start('/nowhere');
    expect(started).toMatchObject({
      ok: false,
      refusal: {
        sentence: expect.stringMatching(/made by PostgreSQL 15 .*Install PostgreSQL 15.*ECHOBACK_OLD_POSTGRES/),
      },
    });
    expect(existsSync(path.join(folder, 'postgres-15-before-upgrade'))).toBe(false);
  });
});
