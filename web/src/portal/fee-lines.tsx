import type { feeQuote } from '@echoback/server/contract';
import type { z } from 'zod';
import { moneyWords } from '../locales/amounts.ts';
import { askText } from '../locales/ask.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';

const labels = ['labour', 'cd', 'dvd', 'usb', 'print-sheets', 'postage', 'flat'] as const;

/** The sum behind a price, line by line with its clause; what was not charged has no line. */
export function FeeLines({ fee }: { fee: z.output<typeof feeQuote> }) {
  const t = useText(askText);
  const { language } = useLanguage();
  if (fee.lines.length === 0) return <p>{t('why-free')}</p>;
  return (
    <>
      <p>{t('why-fee')}</p>
      <ul className="fee-lines">
        {fee.lines.map((line) => {
          const label = labels.find((known) => known === line.label);
          return (
            <li key={`${line.label}-${line.cents}`}>
              <span>
                {t(label ? `fee-${label}` : 'fee-other')} <span className="quiet">{line.cite}</span>
              </span>
              <span className="fee-amount">{moneyWords(line.cents, language)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
