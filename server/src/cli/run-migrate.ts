import { type Outcome, ok } from '@echoback/right-of-access';
import { type OpenOptions, openBase, type Sentence } from './open-house.ts';

/** `echoback migrate`: brings the database to this program's schema and stops. */
export async function runMigrate(options: OpenOptions): Promise<Outcome<null, Sentence>> {
  const base = await openBase(options);
  return base.ok ? ok(null) : base;
}
