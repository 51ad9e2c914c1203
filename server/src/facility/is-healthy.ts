import { sql } from 'kysely';
import type { App } from '../app.ts';

/** Can people be answered? The database is asked; nothing else is told (S11.4). */
export async function isHealthy(app: App): Promise<boolean> {
  return sql`select 1`.execute(app.db).then(
    () => true,
    () => false,
  );
}
