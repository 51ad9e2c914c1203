import type { OfflineExam, OfflineViewerData } from '@echoback/server/contract';
import type { ReactNode } from 'react';
import { Mark } from '../design-system/mark.tsx';
import { dateWords } from '../locales/dates.ts';
import { offlineText } from '../locales/offline.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { wordsText } from '../locales/words.ts';
import { countList } from '../viewer/counts.ts';
import { inOrder } from '../viewer/in-order.ts';
import { besidePage } from './as-release.ts';
import { usePatientLine } from './patient-line.ts';
import type { ShownExam } from './use-shown-exam.ts';

/** Everybody in the package with their exams: name, birth date, day, what there is of each. */
export function Overview({
  data,
  onShow,
  languageSwitch,
}: {
  data: OfflineViewerData;
  onShow: (shown: ShownExam) => void;
  languageSwitch: ReactNode;
}) {
  const t = useText(offlineText);
  const lineOf = usePatientLine(data.createdOn);
  return (
    <main className="overview" id="content">
      <header className="overview-head">
        <Mark />
        <h1>{data.patients.length > 1 ? t('people', { count: data.patients.length }) : t('exams-here')}</h1>
        {languageSwitch}
      </header>
      {data.patients.length > 1 && <p className="quiet">{t('choose-exam')}</p>}
      {inOrder(data.patients).map(({ place: patient, one }) => (
        <section key={patient} className="overview-person">
          <h2>{one.name || t('no-name')}</h2>
          <p className="quiet">{lineOf(one)}</p>
          <ul className="overview-exams">
            {inOrder(one.exams).map(({ place: exam, one: shown }) => (
              <li key={exam}>
                <ExamButton exam={shown} createdOn={data.createdOn} onShow={() => onShow({ patient, exam })} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function ExamButton({ exam, createdOn, onShow }: { exam: OfflineExam; createdOn: string; onShow: () => void }) {
  const t = useText(offlineText);
  const viewer = useText(viewerText);
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { examDay } = dateWords(language, 'UTC', createdOn);
  const first = exam.items.find((item) => item.poster ?? item.picture);
  const { missing, given } = exam.counts;
  return (
    <button type="button" className="overview-exam" onClick={onShow}>
      {first ? (
        <img src={besidePage(first.poster ?? first.picture)} alt="" loading="lazy" width={120} height={90} />
      ) : (
        <span className="overview-no-picture" />
      )}
      <span>
        <strong>{exam.label}</strong>
        <span className="overview-line">{exam.studyDate ? examDay(exam.studyDate) : t('no-date')}</span>
        <span className="overview-line">{countList(given, words, language)}</span>
        {missing.length > 0 && (
          <span className="overview-line overview-missing">{viewer('some-missing', { count: missing.length })}</span>
        )}
      </span>
    </button>
  );
}
