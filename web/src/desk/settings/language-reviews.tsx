import { listLanguageReviews } from '@echoback/server/contract';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { letterName, letterText } from '../../locales/letter.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

/** Which translations a qualified person has still to read. */
export function LanguageReviews() {
  const t = useText(deskPolicyText);
  const names = useText(letterText);
  const dates = useDates();
  const mayRecord = useStaff().role === 'admin';
  const list = useRead(listLanguageReviews, {});
  const awaited = list.value?.awaited ?? [];
  const reviewed = list.value?.reviewed ?? [];
  return (
    <SettingsPage title={t('letters')}>
      <p className="quiet">{t('letters-help')}</p>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading')} />}
      {list.value && awaited.length === 0 && <Empty title={t('none-awaited')} />}
      {awaited.length > 0 && <h2>{t('awaited', { count: awaited.length })}</h2>}
      <ul className="period-list">
        {awaited.map((wording) => {
          return (
            <li key={`${wording.letter}-${wording.language}`} className="period">
              <p>
                <strong>{names(letterName(wording.letter))}</strong>{' '}
                <span className="small quiet mono">{wording.letter}</span> · {t('language-es')} ·{' '}
                {t(`standing-${wording.standing}`)}
                {wording.byLaw && ` · ${t('letter-by-law')}`}{' '}
                <span className="small quiet mono">{t('version', { version: wording.version })}</span>
              </p>
              <Link to={`/desk/settings/letters/${wording.letter}`}>
                {t(mayRecord ? 'read-and-record' : 'read-wording')}
              </Link>
            </li>
          );
        })}
      </ul>
      {reviewed.length > 0 && <h2>{t('reviewed')}</h2>}
      <ul className="period-list">
        {reviewed.map(({ letter, language, reviewedBy, qualification, reviewedOn }) => (
          <li key={`${letter}-${language}-${reviewedOn}-${reviewedBy}`} className="period">
            <Link to={`/desk/settings/letters/${letter}`}>{names(letterName(letter))}</Link>{' '}
            {t('reviewed-line', { name: reviewedBy, qualification, day: dates.plainDay(reviewedOn) })}
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}
