import { approveRelease } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { useKeys } from '../use-keys.ts';
import { CertainPictures } from './certain-pictures.tsx';
import { CompleteCheck, CutOffCheck, IdentityCheck, OnePatientCheck, QuarantineCheck } from './check-lines.tsx';
import type { Checking } from './checking.ts';
import { GiveParts } from './give-parts.tsx';
import { ReportCheck } from './report-check.tsx';

/** The two proofs with what was counted, the report, and the one decision. */
export function ChecksPanel({
  file,
  checking,
  looking,
}: {
  file: RequestFile;
  checking: Checking;
  /** A picture is open large: Enter is not meant for the approval. */
  looking: boolean;
}) {
  const t = useText(deskCheckText);
  const approve = useAct(approveRelease);
  const dates = useDates();
  const { deliveriesInShort } = useAskedWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const gap = !checking.complete.ok;
  const needsReason = gap && reason.trim().length < 3;
  const act = () => {
    setTried(true);
    if (needsReason) {
      document.querySelector<HTMLElement>('.check-panel textarea')?.focus();
      return;
    }
    void approve.act({
      requestId: file.id,
      version: file.version,
      ...(gap ? { missingReason: reason.trim() } : {}),
    });
  };
  const blocked = blockedBy(t, file, checking);
  const press = blocked || approve.busy ? undefined : act;
  useKeys({ Enter: looking ? undefined : press, 'mod+Enter': press });
  return (
    <aside className="check-panel" aria-label={t('checks')}>
      <p className="quiet">
        <Link to={`/desk/requests/${file.id}`} back>
          <span className="mono">{file.reference}</span>
        </Link>{' '}
        · {checking.patientName}
      </p>
      <h1 tabIndex={-1}>{t('ready-to-give')}</h1>
      <ul className="checks">
        <IdentityCheck file={file} />
        <CompleteCheck checking={checking} />
        <OnePatientCheck file={file} checking={checking} />
        <ReportCheck file={file} checking={checking} />
        <CutOffCheck checking={checking} />
        <QuarantineCheck checking={checking} />
      </ul>
      <CertainPictures checking={checking} />
      {checking.stillOpen.length > 0 && !blocked && (
        <p>{t('still-open', { exams: checking.stillOpen.join(', '), day: dates.plainDay(file.due.on) })}</p>
      )}
      {gap && !blocked && (
        <TextArea
          label={t('missing-reason')}
          help={t('missing-reason-help')}
          value={reason}
          onChange={setReason}
          problem={tried && needsReason ? t('need-missing-reason') : fieldProblem(approve.problem, '/missingReason')}
        />
      )}
      <Button
        wide
        keyHint={gap || looking ? 'Ctrl ⏎' : '⏎'}
        disabled={Boolean(blocked)}
        busy={approve.busy ? t('approving') : undefined}
        onClick={act}
      >
        {t(gap ? 'approve-with-gap' : 'approve')}
      </Button>
      {blocked && <p className="small">{blocked}</p>}
      <Problem problem={approve.problem}>
        {approve.problem && (
          <p>
            <Link to={`/desk/requests/${file.id}`}>{t('to-request')}</Link>
          </p>
        )}
      </Problem>
      <GiveParts file={file} missingReason={reason} />
      <p className="small quiet">
        {t('what-happens', { ways: deliveriesInShort(checking.recipients.map(({ kind }) => kind)) })}
      </p>
    </aside>
  );
}

function blockedBy(t: Text<typeof deskCheckText.en>, file: RequestFile, checking: Checking) {
  if (!checking.onePatient.ok) return t('blocked-patients');
  if (!checking.complete.ok && !checking.complete.askedAgain) return t('blocked-ask-again');
  if (checking.ready) return undefined;
  if (!file.identity.proved) return t('blocked-identity');
  return t('blocked-undecided');
}
