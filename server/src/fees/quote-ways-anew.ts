import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import { type FeeCase, readFeeCase, workOutQuote } from './fee-case.ts';
import { writeQuote } from './write-quote.ts';

type NewPrice = { feeCase: FeeCase; quoteId: string; totalCents: number };

/** The price of the ways as they are now, kept where it differs from the one in force; undefined where it does not. */
export async function quoteWaysAnew(
  tx: Tx,
  app: App,
  requestId: string,
  quotedBy: string | null,
): Promise<NewPrice | undefined> {
  const feeCase = await readFeeCase(tx, app, requestId);
  const quote = feeCase && workOutQuote(feeCase, { basis: 'schedule', reason: '' });
  if (!feeCase || !quote?.ok) throw new Error('Chosen ways that can not be priced');
  const { totalCents } = quote.value;
  if (feeCase.fee.inForce?.quote.totalCents === totalCents) return undefined;
  const wish = { accessRequestId: requestId, quote: quote.value, quotedBy, cause: 'ways-changed' } as const;
  return { feeCase, quoteId: await writeQuote(tx, app, wish), totalCents };
}
