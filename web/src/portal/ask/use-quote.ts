import { makeQuote } from '@echoback/server/contract';
import { useMoney } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { type Answers, type DeliveryKind, waysOf } from './answers.ts';

/** Fee and due date, as the server works them out: what goes to somebody else by its own rule. */
export function useQuote(answers: Answers) {
  const { mine, toOther } = waysOf(answers);
  return useRead(makeQuote, { deliveries: mine, toOthers: toOther, examCount: answers.exams.length });
}

/** The price of each way alone, to the person or to somebody else. The choice itself does not change them. */
export function usePrices(whose: 'prices' | 'pricesToOthers', examCount: number) {
  const t = useText(askText);
  const money = useMoney();
  const quote = useRead(makeQuote, { deliveries: ['online'], examCount });
  const price = (kind: DeliveryKind): string | undefined => {
    const cents = quote.value?.[whose][kind]?.totalCents;
    if (cents === undefined) return undefined;
    return cents === 0 ? t('price-free') : money(cents);
  };
  return { price, quote };
}
