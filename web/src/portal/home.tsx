import { openRequestForm } from '@echoback/server/contract';
import { addressOf } from '../client.ts';
import { ButtonLink } from '../design-system/button.tsx';
import { Link } from '../design-system/link.tsx';
import { useFacility } from '../facility.tsx';
import { PageTitle } from '../frame.tsx';
import { feeText } from '../locales/fee.ts';
import { portalText } from '../locales/portal.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { PortalPage } from './portal-page.tsx';

export function Home() {
  const t = useText(portalText);
  const fees = useText(feeText);
  const { language } = useLanguage();
  const facility = useFacility();
  return (
    <PortalPage title={t('home-title')}>
      <PageTitle>{t('home-title')}</PageTitle>
      <p>{t('home-lead', { facility: facility.name })}</p>
      <div className="home-ways">
        <ButtonLink to="/ask/whose" wide>
          {t('home-ask')}
        </ButtonLink>
        <p className="page-help">
          {t('home-ask-help')} {t('home-cost')} <Link to="/fees">{fees('price-list')}</Link>
        </p>
        <ButtonLink to={facility.session === 'requester' ? '/request' : '/sign-in'} look="second" wide>
          {t('home-back')}
        </ButtonLink>
        <p className="page-help">
          {t('home-back-help')} <Link to="/ask/back">{t('home-saved')}</Link>
        </p>
      </div>
      <h2>{t('home-how')}</h2>
      <ol className="home-steps">
        <li>{t('home-step-1')}</li>
        <li>{t('home-step-2', { facility: facility.name })}</li>
        <li>{t('home-step-3', { days: facility.responseDays })}</li>
      </ol>
      <p>
        <Link href={addressOf(openRequestForm, { language })} newTab>
          {t('home-paper')}
        </Link>
      </p>
      <p className="page-help">{t('home-office', { office: facility.officeName, phone: facility.phone })}</p>
    </PortalPage>
  );
}
