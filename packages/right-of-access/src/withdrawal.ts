import type { CalendarDate } from './calendar.ts';
import { isBlank } from './lack.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { keepUntil } from './retention.ts';
import { because, type Why } from './why.ts';

export type WithdrawalWish = {
  readonly by: 'individual' | 'personal-representative' | 'staff';
  readonly said: 'withdraw' | 'nothing';
  readonly channel: string;
  /** How it was known that it is them: a call-back, a sign-in. */
  readonly identityBy?: string;
  readonly on: CalendarDate;
  readonly alreadyDelivered: readonly string[];
  readonly fee: { readonly state: 'none' | 'quoted' | 'paid'; readonly cents: number };
};

export type WithdrawalRefusal = { readonly cite: string } & (
  | { readonly code: 'silence-is-no-withdrawal' }
  | { readonly code: 'not-for-staff' }
  | { readonly code: 'withdrawer-not-identified' }
);

export type Withdrawal = {
  readonly letters: readonly ('L-WITH' | 'L-REFUND')[];
  readonly stoppedOn: CalendarDate;
  readonly cancelsRetrieval: true;
  readonly fee: 'none' | 'voided' | 'refunded';
  readonly refundCents: number;
  readonly alreadyDelivered: readonly string[];
  readonly keepUntil: CalendarDate | undefined;
  readonly why: Why;
};

const cite = 'house rule: only the person takes a request back';

/** A request is taken back by the person who made it, known and in words. Nobody else ends it, and silence never does. */
export function decideWithdrawal(wish: WithdrawalWish, pack: Pack): Outcome<Withdrawal, WithdrawalRefusal> {
  if (wish.said === 'nothing') return refuse({ code: 'silence-is-no-withdrawal', cite });
  if (wish.by === 'staff') return refuse({ code: 'not-for-staff', cite });
  if (isBlank(wish.identityBy)) return refuse({ code: 'withdrawer-not-identified', cite: pack.sources.identity });
  const { on, channel, identityBy, alreadyDelivered, fee } = wish;
  const paid = fee.state === 'paid' && fee.cents > 0;
  return ok({
    letters: paid ? ['L-WITH', 'L-REFUND'] : ['L-WITH'],
    stoppedOn: on,
    cancelsRetrieval: true,
    fee: paid ? 'refunded' : fee.state === 'quoted' ? 'voided' : 'none',
    refundCents: paid ? fee.cents : 0,
    alreadyDelivered,
    keepUntil: keepUntil(pack, 'access-file', on)?.on,
    why: because('house/withdrawal', cite, { on, channel, identityBy, fee: fee.state }),
  });
}
