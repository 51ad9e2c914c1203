import { readFeeSchedule } from '@echoback/server/contract';
import { useCite } from '../cite.tsx';
import type { OutputOf } from '../client.ts';
import { Link } from '../design-system/link.tsx';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { useDates, useMoney } from '../facility.tsx';
import { PageTitle } from '../frame.tsx';
import { feeText } from '../locales/fee.ts';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import { useRead } from '../use-endpoint.ts';
import { PortalPage } from './portal-page.tsx';

/** The price list, for everybody to read before they ask. */
export function Prices() {
  const t = useText(feeText);
  const portal = useText(portalText);
  const { value, problem, again } = useRead(readFeeSchedule, {});
  return (
    <PortalPage title={t('prices-title')}>
      <PageTitle>{t('prices-title')}</PageTitle>
      <p>{t('prices-lead')}</p>
      <Problem problem={problem} onAgain={again} />
      {!value && !problem && <Loading words={t('reading-prices')} />}
      {value && <PriceTable list={value} />}
      <p>
        {t('prices-never')} {t('prices-hardship')}
      </p>
      <p>
        <Link to="/" back>
          {portal('home-title')}
        </Link>
      </p>
    </PortalPage>
  );
}

function PriceTable({ list: { schedule, rules } }: { list: OutputOf<typeof readFeeSchedule> }) {
  const t = useText(feeText);
  const dates = useDates();
  const money = useMoney();
  const cited = useCite();
  const amount = (cents: number) => money(cents);
  const { averageBasis, promiseCents, thirdParty } = schedule;
  const rows: [label: string, price: string][] = [
    [t('row-online'), t('free')],
    [t('row-link'), t('free')],
    [t('row-visit'), t('free')],
    ...(schedule.method === 'flat' ? ([[t('method-flat'), amount(schedule.flatCents)]] as [string, string][]) : []),
    [t('price-labour'), amount(schedule.labourCentsPerHour)],
    [t('price-minutes'), t('minutes-count', { count: schedule.averageMinutes })],
    [t('price-cd'), amount(schedule.cdCents)],
    [t('price-dvd'), amount(schedule.dvdCents)],
    [t('price-usb'), amount(schedule.usbCents)],
    [t('price-sheet'), amount(schedule.printSheetCents)],
    [t('price-postage'), amount(schedule.postageCents)],
    ...(promiseCents === undefined ? [] : ([[t('price-promise'), amount(promiseCents)]] as [string, string][])),
    ...(thirdParty
      ? ([
          [t('price-third-electronic'), amount(thirdParty.electronicCopyCents)],
          [t('price-third-sheet'), amount(thirdParty.hardCopySheetCents)],
        ] as [string, string][])
      : []),
  ];
  const cites = [rules.methodsCite, ...(schedule.method === 'flat' ? [rules.flatCapCite] : []), rules.freeCite];
  return (
    <>
      {rules.firstCopyFreeCite && (
        <p>
          {t('prices-first-free')} <span className="quiet small">{cited(rules.firstCopyFreeCite)}</span>
        </p>
      )}
      <table className="plain-table prices">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('price')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, price]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{price}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {schedule.method === 'flat' && schedule.chargeTheLower && <p>{t('lower-charged')}</p>}
      {averageBasis && (
        <p>{t('average-from', { derivation: averageBasis.derivation, day: dates.plainDay(averageBasis.on) })}</p>
      )}
      <p className="quiet small">{cites.map(cited).join(' · ')}</p>
    </>
  );
}
