import type { OfflineViewerData } from '@echoback/server/contract';
import { useEffect, useMemo } from 'react';
import { LinkButton } from '../design-system/link.tsx';
import { Mark } from '../design-system/mark.tsx';
import { dateWords } from '../locales/dates.ts';
import { offlineText } from '../locales/offline.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { StageViewer } from '../viewer/stage-viewer.tsx';
import { asRelease } from './as-release.ts';
import './offline.css';

/** INDEX.HTM of a package: whose pictures, from where, the stage, and what else lies beside this page. */
export function OfflinePage({ data }: { data: OfflineViewerData }) {
  const t = useText(offlineText);
  const { language, choose } = useLanguage();
  const { release, addresses } = useMemo(() => asRelease(data), [data]);
  const { plainDay } = dateWords(language, 'UTC', data.createdOn);
  const other = language === 'en' ? 'es' : 'en';
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <>
      <StageViewer
        release={release}
        addresses={addresses}
        examName={(exam) => [exam.label, exam.studyDate && plainDay(exam.studyDate)].filter(Boolean).join(' · ')}
        header={() => (
          <header className="viewer-header">
            <div className="viewer-title">
              <Mark />
              <div>
                <h1>{data.patient.name}</h1>
                <p>
                  {t('born', { day: plainDay(data.patient.birthDate) })} · {data.facility.name}
                </p>
              </div>
            </div>
            <LinkButton onClick={() => choose(other)} lang={other}>
              {other === 'es' ? 'Español' : 'English'}
            </LinkButton>
          </header>
        )}
      />
      <footer className="offline-foot">
        <p>{t('for-a-doctor', { count: data.dicom.files, folder: data.dicom.folder })}</p>
        <p>{t('private')}</p>
        <p>
          {t('made-by', { facility: data.facility.name, day: plainDay(data.createdOn) })} {data.facility.officeName},{' '}
          {data.facility.phone}. {t('reference')} <span className="mono">{data.reference}</span>
        </p>
        <p>
          <a href={data.readme}>{data.readme}</a> · {data.product.name} {data.product.version}
        </p>
      </footer>
    </>
  );
}
