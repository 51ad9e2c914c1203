import { Fragment } from 'react';
import { sizeWords } from '../locales/amounts.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { ReportPaper } from './report-paper.tsx';
import type { ExamView, StageItem } from './stage-item.ts';
import './viewer.css';

/** Paper beside the stage: what the office attached, PDF reports of the archive, and the machine's measurements. */
export function Reports({
  exam,
  items,
  reportAddress,
  onRead,
  sayWhen,
}: {
  exam: ExamView;
  items: readonly StageItem[];
  reportAddress: (ordinal: number) => string;
  /** Shows a PDF in the place of the picture; absent where the browser or the page can't. */
  onRead: ((address: string) => void) | undefined;
  /** Absent where every report lies open: in a package. */
  sayWhen: ((at: string) => string) | undefined;
}) {
  const t = useText(viewerText);
  const { language } = useLanguage();
  const pdfs = items.filter((one) => one.item.kind === 'pdf-report');
  const structured = items.filter((one) => one.item.structuredReport);
  const none = pdfs.length + structured.length + exam.attachedReports.length === 0;
  return (
    <aside className="paper" id="report" tabIndex={-1} aria-label={t('reports')}>
      <h2>{t('report')}</h2>
      {exam.reportOpens && sayWhen && (
        <p>
          {t('report-opens', { when: sayWhen(exam.reportOpens.at) })}{' '}
          <span className="quiet small">{exam.reportOpens.cite}</span>
        </p>
      )}
      {none && !exam.reportOpens && <p className="quiet">{t('no-report')}</p>}
      <ul className="paper-files">
        {exam.attachedReports.map((report) => (
          <li key={`attached-${report.ordinal}`}>
            <ReportLink
              href={reportAddress(report.ordinal)}
              words={t('open-report-size', { size: sizeWords(report.sizeBytes, language) })}
              onRead={onRead}
            />
          </li>
        ))}
        {pdfs.map((one) => (
          <li key={one.key}>
            <ReportLink
              href={one.address('report-pdf')}
              name={one.item.label}
              words={
                one.item.fileBytes
                  ? t('open-report-size', { size: sizeWords(one.item.fileBytes, language) })
                  : t('open-report')
              }
              onRead={onRead}
            />
          </li>
        ))}
      </ul>
      {structured.map(
        (one) =>
          one.item.structuredReport && (
            <Fragment key={one.key}>
              <ReportPaper report={one.item.structuredReport} />
              {one.saves.includes('report-pdf') && (
                <p>
                  <ReportLink href={one.address('report-pdf')} words={t('report-to-keep')} onRead={undefined} />
                </p>
              )}
            </Fragment>
          ),
      )}
    </aside>
  );
}

function ReportLink({
  href,
  words,
  name,
  onRead,
}: {
  href: string;
  words: string;
  name?: string;
  onRead: ((address: string) => void) | undefined;
}) {
  const t = useText(viewerText);
  return (
    <>
      {name && <p className="paper-name">{name}</p>}
      <a className="paper-link" href={href} target="_blank" rel="noopener">
        {words}
      </a>
      {onRead && (
        <button type="button" className="link paper-read" onClick={() => onRead(href)}>
          {t('read-report')}
        </button>
      )}
    </>
  );
}
