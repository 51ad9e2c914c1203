import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { verifyAudit } from '../audit/verify-audit.ts';
import { type OpenOptions, openBase, type Sentence } from './open-house.ts';

/** `echoback audit verify`: walks the account of each facility and names the first link that does not hold. */
export async function runVerifyAudit(options: OpenOptions): Promise<Outcome<null, Sentence>> {
  const base = await openBase(options);
  if (!base.ok) return base;
  const { db } = base.value.database;
  const facilities = await db.selectFrom('facility').select(['id', 'name']).execute();
  for (const { id, name } of facilities) {
    const verdict = await verifyAudit(db, id);
    if (!verdict.ok) {
      return refuse({
        sentence: `The account of ${name} does not hold from event ${verdict.firstBad} on (${verdict.problem}).`,
      });
    }
    options.say(`${name}: ${verdict.events} events hold together; the last one is ${verdict.head ?? 'none'}.`);
  }
  return ok(null);
}
