import { ButtonLink } from '../../design-system/button.tsx';
import { Link } from '../../design-system/link.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { PortalPage } from '../portal-page.tsx';

const keptDays = 30;

/** Where the answers are, until when, and how to come back to them: no address and no name on a screen that may be shared. */
export function Saved() {
  const t = useText(askText);
  const words = useText(wordsText);
  const dates = useDates();
  const { today } = useFacility();
  const until = new Date(Date.parse(`${today}T12:00:00Z`) + keptDays * 86_400_000).toISOString().slice(0, 10);
  return (
    <PortalPage title={t('saved-title')}>
      <PageTitle>{t('saved-title')}</PageTitle>
      <p>{t('saved-until', { day: dates.day(until) })}</p>
      <p>{t('saved-nothing-sent')}</p>
      <p>{t('saved-back')}</p>
      <ButtonLink to="/ask/back" wide look="second">
        {t('come-back')}
      </ButtonLink>
      <p>
        <Link to="/">{words('first-page')}</Link>
      </p>
    </PortalPage>
  );
}

/** Nothing is left of it, and nothing was sent. */
export function Deleted() {
  const t = useText(askText);
  return (
    <PortalPage title={t('deleted-title')}>
      <PageTitle>{t('deleted-title')}</PageTitle>
      <p>{t('deleted-words')}</p>
      <ButtonLink to="/ask/whose" wide look="second">
        {t('begin')}
      </ButtonLink>
    </PortalPage>
  );
}
