import type { FormatAgreement, FormatWish } from '@echoback/right-of-access';
import type { FeeCase } from '../fees/fee-case.ts';
import { type AskedWay, quoteWays } from '../fees/quote-deliveries.ts';
import type { FormKind, OfferedForm } from '../store/form-tables.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

/** What this facility makes of any record that is kept electronically. */
export const makeable: readonly FormKind[] = ['usb', 'online', 'cd', 'prints'];

/** Which way of delivery a form is. */
export function deliveryOfForm(form: FormKind): DeliveryKind {
  return form === 'several-mails' ? 'email-unencrypted' : form;
}

/** The question to the engine: what was asked, what can be made, why not, and what the person said to it. */
export function formatWish(
  asked: string,
  forms: readonly Pick<OfferedForm, 'form' | 'electronic'>[],
  why: FormatWish['why'],
  agreement?: FormatAgreement,
): FormatWish {
  return {
    asked,
    askedElectronic: true,
    heldAs: 'electronic',
    producible: forms.map(({ form, electronic }) => ({ name: form, electronic })),
    ...(why ? { why } : {}),
    ...(agreement ? { agreement } : {}),
  };
}

/** Each form with what it would add to the fee of the request; the other ways keep their price. */
export function pricedForms(feeCase: FeeCase, askedDeliveryId: string, forms: readonly FormKind[]): OfferedForm[] {
  const others = feeCase.deliveries
    .filter(({ id }) => id !== askedDeliveryId)
    .map(({ kind, recipient }): AskedWay => ({ kind, who: recipient.who }));
  const before = totalOf(feeCase, others);
  return forms.map((form) => ({
    form,
    electronic: form !== 'prints',
    cents: Math.max(0, totalOf(feeCase, [...others, { kind: deliveryOfForm(form), who: 'self' }]) - before),
  }));
}

function totalOf({ examCount, facility, fee, facts }: FeeCase, ways: readonly AskedWay[]): number {
  if (ways.length === 0) return 0;
  const quote = quoteWays(ways, examCount, facility.feeSchedule, fee.pack, { facts });
  if (!quote.ok) throw new Error(`The fee schedule can not be used: ${quote.refusal.code}`);
  return quote.value.totalCents;
}
