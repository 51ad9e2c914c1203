import type { feeQuote } from '@echoback/server/contract';
import { chargeableLines } from '@echoback/server/contract';
import type { z } from 'zod';
import { Cite } from '../cite.tsx';
import { Link } from '../design-system/link.tsx';
import { useMoney } from '../facility.tsx';
import { feeText } from '../locales/fee.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import './fee-lines.css';

type Fee = z.output<typeof feeQuote>;
type Reason = Fee['why'][number];

/** The sum behind a price, line by line with its clause; then the rules in words, the free ways, and what can make it free. */
export function FeeLines({ fee }: { fee: Fee }) {
  const t = useText(feeText);
  const money = useMoney();
  return (
    <div className="fee-explained">
      {fee.lines.length === 0 ? (
        <p>{t(fee.why.length === 0 ? 'why-free' : 'already-free')}</p>
      ) : (
        <ul className="fee-lines">
          {fee.lines.map((line) => {
            const label = chargeableLines.find((known) => known === line.label);
            return (
              <li key={`${line.label}-${line.cents}-${line.rule}`}>
                <span>
                  {t(label ? `line-${label}` : 'line-other')}{' '}
                  <span className="quiet small">
                    <Cite of={line.cite} />
                  </span>
                </span>
                <span className="fee-amount">{money(line.cents)}</span>
              </li>
            );
          })}
          <li className="fee-total">
            <span>{t('total')}</span>
            <span className="fee-amount">{money(fee.totalCents)}</span>
          </li>
        </ul>
      )}
      <Reasons reasons={fee.why} />
      {fee.totalCents > 0 && (
        <p>
          <strong>{t('free-ways')}.</strong> {t('free-ways-list')}
        </p>
      )}
      {fee.offers.length > 0 && (
        <div>
          <p className="fee-heading">{t('offers-title')}</p>
          <Reasons reasons={fee.offers} />
        </div>
      )}
      {fee.toConfirm.length > 0 && (
        <div>
          <Reasons reasons={fee.toConfirm} />
          <p className="quiet small">{t('to-confirm')}</p>
        </div>
      )}
      <p>
        <Link to="/fees">{t('price-list')}</Link>
      </p>
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useText(feeText);
  const { language } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <ul className="fee-reasons">
      {reasons.map(({ rule, cite, confidence, words }) => (
        <li key={`${rule}-${words.en}`}>
          {words[language]}{' '}
          <span className="quiet small">
            <Cite of={cite} />
          </span>
          {confidence === 'medium' && <span className="quiet small"> {t('medium')}</span>}
        </li>
      ))}
    </ul>
  );
}
