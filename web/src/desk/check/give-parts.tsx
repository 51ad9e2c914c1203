import { approveRelease, readParts } from '@echoback/server/contract';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../client.ts';
import { Button, ButtonLink } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { AttachedReport, ReportsTakenOff } from './attached-report.tsx';
import { AttachReport } from './report-check.tsx';

type ExamParts = OutputOf<typeof readParts>['exams'][number];

/** The report before its pictures, or the pictures before their report (OD-17). Open where something may go. */
export function GiveParts({ file, missingReason }: { file: RequestFile; missingReason?: string }) {
  const t = useText(deskCheckText);
  const parts = useRead(readParts, { requestId: file.id });
  const exams = parts.value?.exams ?? [];
  if (!parts.value || exams.length === 0) return <Problem problem={parts.problem} onAgain={parts.again} />;
  const speaks = exams.some(({ free, given }) => free || given.length > 0);
  return (
    <Disclosure key={String(speaks)} summary={t('parts-title')} open={speaks}>
      <div className="stack-small">
        <p className="small">{t('parts-help')}</p>
        {exams.map((exam) => (
          <ExamPart key={exam.examItemId} file={file} exam={exam} checking={missingReason !== undefined} />
        ))}
        <Give file={file} exams={exams} standing={parts.value.standing} missingReason={missingReason} />
      </div>
    </Disclosure>
  );
}

function ExamPart({ file, exam, checking }: { file: RequestFile; exam: ExamParts; checking: boolean }) {
  const t = useText(deskCheckText);
  const { inShort } = useAskedWords();
  const item = file.examItems.find(({ id }) => id === exam.examItemId);
  const name = item ? inShort(item) : '';
  const given = exam.given.at(-1);
  return (
    <>
      {given && <p>{t(`part-given-${given}`, { exam: name })}</p>}
      {exam.free && <p>{t(`part-free-${exam.free}`, { exam: name })}</p>}
      {!checking && (
        <>
          {exam.attachedReports.map((report) => (
            <AttachedReport key={report.id} report={report} given={exam.given.includes('report')} />
          ))}
          <ReportsTakenOff file={file} examItemId={exam.examItemId} />
          {!exam.given.includes('report') && (
            <>
              {file.examItems.length > 1 && <p className="small quiet">{name}</p>}
              <AttachReport examItemId={exam.examItemId} look="second" />
            </>
          )}
        </>
      )}
    </>
  );
}

function Give({
  file,
  exams,
  standing,
  missingReason,
}: {
  file: RequestFile;
  exams: readonly ExamParts[];
  standing: boolean;
  missingReason: string | undefined;
}) {
  const t = useText(deskCheckText);
  const approve = useAct(approveRelease);
  const navigate = useNavigate();
  const isFree = (part: 'pictures' | 'report') => exams.some(({ free }) => free === part);
  const give = async (only: 'pictures' | 'report') => {
    const reason = missingReason?.trim() ? { missingReason: missingReason.trim() } : {};
    const done = await approve.act({ requestId: file.id, version: file.version, only, ...reason });
    if (done) void navigate(`/desk/requests/${file.id}`);
  };
  const busy = approve.busy ? t('approving') : undefined;
  if (!isFree('report') && !isFree('pictures')) return null;
  if (!standing) return <p className="small">{t('part-standing')}</p>;
  // What came with the study is looked at where it is drawn; what was attached opens here.
  const seenHere = exams.every(({ free, attachedReports }) => free === null || attachedReports.length > 0);
  if (missingReason === undefined && (isFree('pictures') || !seenHere)) {
    return (
      <p>
        <ButtonLink look="second" to={`/desk/requests/${file.id}/check`}>
          {t('look-at-it')}
        </ButtonLink>
      </p>
    );
  }
  return (
    <>
      {isFree('report') && (
        <>
          <p className="small">{t('part-look')}</p>
          <Button look="second" busy={busy} onClick={() => void give('report')}>
            {t('give-report')}
          </Button>
        </>
      )}
      {isFree('pictures') && (
        <Button look="second" busy={busy} onClick={() => void give('pictures')}>
          {t('give-pictures')}
        </Button>
      )}
      <Problem problem={approve.problem} />
    </>
  );
}
