import { attachReport } from '@echoback/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Trouble, upload } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Dialog } from '../../design-system/disclosure.tsx';
import { Link, LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useText } from '../../locales/use-text.tsx';
import { ReportPaper } from '../../viewer/report-paper.tsx';
import type { RequestFile } from '../request-file.ts';
import { AttachedReport, ReportsTakenOff } from './attached-report.tsx';
import { CheckLine } from './check-lines.tsx';
import type { CheckedExam, Checking } from './checking.ts';
import { type CheckedStageItem, itemsOf } from './checking-stage.tsx';

/** The report: in the archive, attached here, or still to be attached. */
export function ReportCheck({ file, checking }: { file: RequestFile; checking: Checking }) {
  const t = useText(deskCheckText);
  const wanted = file.examItems.some((item) => item.withReport && item.state !== 'closed');
  const state = checking.reportIncluded || !wanted ? 'ok' : 'look';
  const title = checking.reportIncluded ? 'report-included' : wanted ? 'report-lacking' : 'report-not-asked';
  return (
    <CheckLine state={state} title={t(title)}>
      {!checking.reportIncluded && wanted && <p>{t('report-lacking-help')}</p>}
      {checking.exams.map((exam) => (
        <ExamReports
          key={`${exam.examItemId}-${exam.matchId}`}
          file={file}
          exam={exam}
          named={checking.exams.length > 1}
          lacking={state === 'look'}
        />
      ))}
    </CheckLine>
  );
}

function ExamReports({
  file,
  exam,
  named,
  lacking,
}: {
  file: RequestFile;
  exam: CheckedExam;
  named: boolean;
  lacking: boolean;
}) {
  const t = useText(deskCheckText);
  const items = itemsOf(exam);
  return (
    <div className="stack-small">
      {named && <p className="small quiet">{exam.label}</p>}
      <ul>
        {items
          .filter(({ item }) => item.kind === 'pdf-report')
          .map((one) => (
            <li key={one.key}>
              <Link href={one.address('report-pdf')} newTab>
                {t('open-pdf')}
              </Link>
            </li>
          ))}
        {items
          .filter(({ item }) => item.structuredReport)
          .map((one) => (
            <li key={one.key}>
              <ReadReport one={one} />
            </li>
          ))}
        {exam.attachedReports.map((report) => (
          <li key={report.id}>
            <AttachedReport report={report} given={false} />
          </li>
        ))}
      </ul>
      <ReportsTakenOff file={file} examItemId={exam.examItemId} />
      <AttachReport examItemId={exam.examItemId} look={lacking ? 'second' : 'plain'} />
    </div>
  );
}

function ReadReport({ one }: { one: CheckedStageItem }) {
  const t = useText(deskCheckText);
  const [open, setOpen] = useState(false);
  const report = one.item.structuredReport;
  if (!report) return null;
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{t('read-report', { title: report.title })}</LinkButton>
      <Dialog title={t('report')} open={open} onClose={() => setOpen(false)}>
        <ReportPaper report={report} />
      </Dialog>
    </>
  );
}

/** Takes a PDF; the bytes are kept as they come. */
export function AttachReport({ examItemId, look }: { examItemId: string; look: 'second' | 'plain' }) {
  const t = useText(deskCheckText);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<Trouble>();
  const send = async (pdf: File) => {
    setProblem(undefined);
    setSent(0);
    const answer = await upload(attachReport, { examItemId }, pdf, setSent);
    setSent(undefined);
    if (input.current) input.current.value = '';
    if (!answer.ok) setProblem(answer.problem);
    await queries.invalidateQueries();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('attach-pdf')}
        onChange={(event) => {
          const pdf = event.currentTarget.files?.[0];
          if (pdf) void send(pdf);
        }}
      />
      <p>
        <Button
          look={look}
          busy={sent === undefined ? undefined : t('attaching', { percent: Math.round(sent * 100) })}
          onClick={() => input.current?.click()}
        >
          {t('attach-pdf')}
        </Button>
      </p>
      <Problem problem={problem} />
    </>
  );
}
