import type { OfflinePatient, OfflineViewerData } from '@echoback/server/contract';
import { useEffect, useMemo } from 'react';
import { LinkButton } from '../design-system/link.tsx';
import { Mark } from '../design-system/mark.tsx';
import { dateWords } from '../locales/dates.ts';
import { offlineText } from '../locales/offline.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { PrintMenu } from '../viewer/print-menu.tsx';
import { StageViewer } from '../viewer/stage-viewer.tsx';
import { asRelease } from './as-release.ts';
import { OfflineFoot } from './offline-foot.tsx';
import { Overview } from './overview.tsx';
import { PartNote } from './part-note.tsx';
import { usePatientLine } from './patient-line.ts';
import { type ShownExam, useShownExam } from './use-shown-exam.ts';
import './offline.css';

/** INDEX.HTM of a package: who is in it, the stage, and what else lies beside this page. */
export function OfflinePage({ data }: { data: OfflineViewerData }) {
  const t = useText(offlineText);
  const exams = data.patients.reduce((sum, patient) => sum + patient.exams.length, 0);
  // One person wants to see pictures; whoever opens the files of several first has to say whose.
  const [shown, show] = useShownExam(data.patients.length === 1 ? { patient: 0, exam: 0 } : undefined);
  const patient = shown && data.patients[shown.patient];
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <>
      {patient ? (
        <PatientOnStage
          key={`${shown.patient}-${shown.exam}`}
          data={data}
          patient={patient}
          shown={shown}
          onOverview={exams > 1 ? () => show(undefined) : undefined}
        />
      ) : (
        <Overview data={data} onShow={show} languageSwitch={<LanguageSwitch />} />
      )}
      <OfflineFoot data={data} onPaper={!patient} />
    </>
  );
}

function PatientOnStage({
  data,
  patient,
  shown,
  onOverview,
}: {
  data: OfflineViewerData;
  patient: OfflinePatient;
  shown: ShownExam;
  onOverview: (() => void) | undefined;
}) {
  const t = useText(offlineText);
  const { language } = useLanguage();
  const { release, addresses } = useMemo(() => asRelease(data, patient), [data, patient]);
  const { plainDay } = dateWords(language, 'UTC', data.createdOn);
  const about = usePatientLine(data.createdOn)(patient);
  const name = patient.name || t('no-name');
  const examName = (exam: { label: string; studyDate: string | null }) =>
    [exam.label, exam.studyDate && plainDay(exam.studyDate)].filter(Boolean).join(' · ');
  return (
    <StageViewer
      release={release}
      addresses={addresses}
      first={shown.exam}
      examName={examName}
      header={(exam) => (
        <header className="viewer-header">
          <div className="viewer-title">
            <Mark />
            <div>
              <h1>{name}</h1>
              <p>{[about, examName(exam), data.facility?.name].filter(Boolean).join(' · ')}</p>
              <PartNote part={data.part} />
            </div>
          </div>
          <div className="viewer-links">
            {onOverview && <LinkButton onClick={onOverview}>{t('overview')}</LinkButton>}
            <LanguageSwitch />
          </div>
        </header>
      )}
      actions={({ exam, items, shown: picture }) => (
        <PrintMenu
          items={items}
          shown={picture}
          heading={[name, about, examName(exam), data.facility?.name].filter(Boolean).join(' · ')}
        />
      )}
    />
  );
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'es' : 'en';
  return (
    <LinkButton onClick={() => choose(other)} lang={other}>
      {other === 'es' ? 'Español' : 'English'}
    </LinkButton>
  );
}
