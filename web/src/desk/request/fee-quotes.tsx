import { useDates, useMoney } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import type { FeeAccount, KeptQuote } from './fee-account.ts';

/** Every quote with when, by whom and why, what was told and what was said. */
export function FeeQuotes({ account }: { account: FeeAccount }) {
  const t = useText(feeText);
  const money = useMoney();
  return (
    <section className="card stack">
      <h2>{t('quotes')}</h2>
      <ul className="fee-lines">
        {account.quotes.map((quote) => (
          <li key={quote.id}>
            <QuoteStory quote={quote} />
            <span className="fee-amount">
              {money(quote.fee.totalCents)}
              {quote.id === account.inForceId && ` · ${t('holds')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuoteStory({ quote }: { quote: KeptQuote }) {
  const t = useText(feeText);
  const dates = useDates();
  const parts = [
    quote.quotedBy,
    dates.dayAndTime(quote.quotedAt),
    quote.toldAt && t('told', { when: dates.dayAndTime(quote.toldAt) }),
    ...quote.answers.map(({ answer, channel, on }) =>
      t(`answered-${answer}`, { channel: t(`channel-${channel}` as 'channel-phone'), when: dates.plainDay(on) }),
    ),
  ];
  return (
    <span>
      {t(`quote-${quote.cause}` as 'quote-asked')} · {t(`method-${quote.fee.method}` as 'method-flat')}
      {quote.cause === 'worked-out-again' && quote.reason && `: ${quote.reason}`}
      <br />
      <span className="quiet small">{parts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}
