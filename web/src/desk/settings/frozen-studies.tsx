import { readFrozenStudies } from '@echoback/server/contract';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

/** What no archive may destroy today, for whoever runs its schedule: which study, since when, and who asks for it. */
export function FrozenStudies() {
  const t = useText(deskSetupText);
  const dates = useDates();
  // Who sets the program up opens nobody's request.
  const { role } = useStaff();
  const list = useRead(readFrozenStudies, {});
  const studies = list.value?.studies ?? [];
  return (
    <SettingsPage title={t('frozen')}>
      <p className="quiet">{t('frozen-help')}</p>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('frozen-reading')} />}
      {list.value && studies.length === 0 && <Empty title={t('frozen-empty')} />}
      <ul className="frozen-studies stack">
        {studies.map((study) => (
          <li key={study.studyInstanceUid} className="card">
            <p className="choice-title">
              {study.studyDate ? t('frozen-study', { day: dates.day(study.studyDate) }) : t('frozen-no-day')} ·{' '}
              {study.imageSourceName}
            </p>
            <p>
              {t(`frozen-because-${study.because}`, { day: dates.day(study.frozenSince) })}{' '}
              {role === 'admin' ? (
                <span className="mono">{study.reference}</span>
              ) : (
                <Link to={`/desk/requests/${study.requestId}`}>
                  <span className="mono">{study.reference}</span>
                </Link>
              )}
            </p>
            <p>
              {study.keptUntil
                ? t(study.owedAfterTerm ? 'frozen-past-term' : 'frozen-term', { day: dates.day(study.keptUntil) })
                : t('frozen-no-term')}
            </p>
            <p className="small quiet mono frozen-uid">{study.studyInstanceUid}</p>
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}
