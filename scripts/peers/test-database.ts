import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, type DatabaseAddress, openDatabase } from '../../server/src/store/database.ts';
// Tells the compiler what the set-up provides.
import type {} from '../peers-setup.ts';
import { type Have, missing, present } from './have.ts';
import { administer, databaseUrl, type TestEngine } from './test-engine.ts';

export type TestDatabase = Database & { address: DatabaseAddress; url: string; drop(): Promise<void> };

export function haveDatabase(): Have<TestEngine> {
  const engine = inject('database');
  return 'missing' in engine ? missing(engine.missing) : present(engine);
}

/** A fresh migrated database of the test's own, on the engine that ECHOBACK_TEST_DATABASE names. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const have = haveDatabase();
  if (!have.present) throw new Error(have.reason);
  const { adminUrl, template } = have.value;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(adminUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(adminUrl, name);
  const opened = await openDatabase({ url });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const drop = async () => {
    await opened.value.close();
    await administer(adminUrl, `drop database ${name} with (force)`);
  };
  return { ...opened.value, address: { url }, url, drop };
}

/** An empty database without the schema, for the tests of migrations themselves. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const have = haveDatabase();
  if (!have.present) throw new Error(have.reason);
  const { adminUrl } = have.value;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(adminUrl, `create database ${name} template template0`);
  return { url: databaseUrl(adminUrl, name), drop: () => administer(adminUrl, `drop database ${name} with (force)`) };
}
