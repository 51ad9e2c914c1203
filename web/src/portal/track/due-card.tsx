import { HowWeCount, OpenWaits } from '../../clock/how-we-count.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { Card, Pill } from '../../design-system/surface.tsx';
import { useDates, useMoney } from '../../facility.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { FeeLines } from '../fee-lines.tsx';
import type { Tracked } from './where-it-stands.ts';

const tones = { fine: 'ok', soon: 'soon', late: 'late' } as const;

/** The day the law sets, with its working, and the price. The day stays visible after everything is done. */
export function DueCard({ request: { due, waits, fee, copyComes, closed } }: { request: Tracked }) {
  const t = useText(portalText);
  const words = useText(wordsText);
  const dates = useDates();
  const money = useMoney();
  const left = () => {
    if (due.daysLeft === 0) return words('due-today');
    return due.daysLeft > 0
      ? words('days-left', { count: due.daysLeft })
      : words('days-over', { count: -due.daysLeft });
  };
  return (
    <Card>
      <div className="due-line">
        <p className="due-day">{t('by-day', { day: dates.day(due.on) })}</p>
        {closed && due.level !== 'late' ? (
          <Pill tone="ok">{t('done-in-time')}</Pill>
        ) : (
          <Pill tone={tones[due.level]}>{left()}</Pill>
        )}
      </div>
      <p className="page-help">{t('due-working', { received: dates.day(due.receivedOn), days: due.days })}</p>
      <OpenWaits waits={waits} />
      <HowWeCount due={due} />
      <hr className="quote-rule" />
      <div className="due-line">
        <p>
          {t('fee')}: <strong>{fee.totalCents === 0 || !copyComes ? words('no-charge') : money(fee.totalCents)}</strong>
        </p>
      </div>
      <Disclosure summary={t('why')}>{copyComes ? <FeeLines fee={fee} /> : <p>{t('fee-no-copy')}</p>}</Disclosure>
    </Card>
  );
}
