import { openDatabase } from '../../server/src/store/database.ts';

/** Where the test engine is, and the database in it that holds the migrated schema and nothing else. */
export type TestEngine = { engine: 'embedded' | 'debian'; adminUrl: string; template: string };

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function administer(adminUrl: string, sql: string): Promise<void> {
  const opened = await openDatabase({ url: adminUrl });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  try {
    await opened.value.pool.query(sql);
  } finally {
    await opened.value.close();
  }
}
