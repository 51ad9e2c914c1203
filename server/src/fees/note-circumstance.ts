import { randomUUID } from 'node:crypto';
import { refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { FeeCircumstance } from '../store/fee-tables.ts';
import { readFeeCase, workOutQuote } from './fee-case.ts';
import { byRule, proposeQuote } from './quote-again.ts';

/** What the person said or showed that can make the copy free; the fee is worked out anew with it. */
export async function noteCircumstance(
  app: App,
  actor: StaffActor,
  input: { requestId: string; kind: FeeCircumstance },
) {
  const known = await readFeeCase(app.db, app, input.requestId);
  if (!known) return refuse({ code: 'not-found' as const });
  await transaction(app.db, (tx) =>
    writeCircumstance(tx, app, { accessRequestId: input.requestId, kind: input.kind, recordedBy: actor.staffId }),
  );
  const feeCase = await readFeeCase(app.db, app, input.requestId);
  if (!feeCase) return refuse({ code: 'not-found' as const });
  const quote = workOutQuote(feeCase, { basis: 'schedule', reason: '' });
  if (!quote.ok) return refuse(byRule('/kind', quote.refusal));
  return proposeQuote(app, actor, feeCase, {
    quote: quote.value,
    cause: 'circumstance',
    reason: input.kind,
    tell: false,
  });
}

export async function writeCircumstance(
  tx: Tx,
  app: App,
  fact: { accessRequestId: string; kind: FeeCircumstance; recordedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('fee_circumstance')
    .values({
      id: randomUUID(),
      access_request_id: fact.accessRequestId,
      kind: fact.kind,
      recorded_by: fact.recordedBy,
      recorded_at: app.now(),
    })
    .execute();
}
