import { openDeskReport, takeReportOff } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { sizeWords } from '../../locales/amounts.ts';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';

/** A report that staff attached, to be read, and taken off while it was not given. */
export function AttachedReport({ report, given }: { report: { id: string; sizeBytes: number }; given: boolean }) {
  const t = useText(deskCheckText);
  const { language } = useLanguage();
  const { act, busy, problem } = useAct(takeReportOff);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = reason.trim().length < 3;
  const takeOff = () => {
    setTried(true);
    if (!tooShort) void act({ reportId: report.id, reason: reason.trim() });
  };
  return (
    <div className="stack-small">
      <Link href={addressOf(openDeskReport, { reportId: report.id })} newTab>
        {t('open-attached', { size: sizeWords(report.sizeBytes, language) })}
      </Link>
      {!given && (
        <Disclosure summary={t('take-off')}>
          <div className="form">
            <p>{t('take-off-lead')}</p>
            <TextField
              label={t('take-off-reason')}
              value={reason}
              onChange={setReason}
              maxLength={500}
              problem={tried && tooShort ? t('take-off-need') : fieldProblem(problem, '/reason')}
            />
            <Problem problem={problem} />
            <Button look="second" busy={busy ? t('taking-off') : undefined} onClick={takeOff}>
              {t('take-off-act')}
            </Button>
          </div>
        </Disclosure>
      )}
    </div>
  );
}

/** What was attached by mistake stays in the file, with who took it off and why. */
export function ReportsTakenOff({ file, examItemId }: { file: RequestFile; examItemId: string }) {
  const t = useText(deskCheckText);
  const dates = useDates();
  const item = file.examItems.find(({ id }) => id === examItemId);
  return item?.reportsTakenOff.map(({ id, reason, takenOffBy, takenOffAt }) => (
    <p key={id} className="small quiet">
      {t('taken-off', { name: takenOffBy, when: dates.dayAndTime(takenOffAt) })} “{reason}”
    </p>
  ));
}
