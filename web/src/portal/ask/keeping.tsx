import { deleteDraft, leaveDraft } from '@echoback/server/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, type Trouble } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Dialog } from '../../design-system/disclosure.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { isConfirmed } from './answers.ts';
import { deletedAddress, savedAddress, useAnswers } from './use-answers.tsx';

/** Saves, and lets this browser forget: whoever sits at it next needs the mailbox. Before there is a mailbox, nothing. */
export function SaveForLater() {
  const t = useText(askText);
  const navigate = useNavigate();
  const { answers, saving } = useAnswers();
  const [busy, setBusy] = useState(false);
  if (!isConfirmed(answers)) return null;
  const leave = async () => {
    if (busy) return;
    setBusy(true);
    const kept = await saving.saveNow();
    const left = kept && (await call(leaveDraft, { contactCodeId: answers.codeId ?? '' }));
    setBusy(false);
    if (left === false || !left.ok) return;
    void navigate(savedAddress, { replace: true });
  };
  return <LinkButton onClick={() => void leave()}>{busy ? t('saving') : t('save-for-later')}</LinkButton>;
}

/** Whether what was typed is kept, and the way to throw it all away. */
export function KeptLine() {
  const t = useText(askText);
  const dates = useDates();
  const { answers, saving } = useAnswers();
  if (!isConfirmed(answers)) return <p className="question-kept">{t('kept-here')}</p>;
  const words = () => {
    if (saving.problem) return t('not-saved');
    return saving.savedAt ? t('saved-at', { time: dates.time(saving.savedAt) }) : t('saving');
  };
  return (
    <div className="question-kept">
      <span role="status">{words()}</span> · <DeleteAnswers />
    </div>
  );
}

function DeleteAnswers() {
  const t = useText(askText);
  const navigate = useNavigate();
  const { answers } = useAnswers();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Trouble>();
  const erase = async () => {
    setBusy(true);
    const done = await call(deleteDraft, { contactCodeId: answers.codeId ?? '' });
    setBusy(false);
    if (!done.ok) return setProblem(done.problem);
    void navigate(deletedAddress, { replace: true });
  };
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{t('delete-answers')}</LinkButton>
      <Dialog title={t('delete-title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('delete-words')}</p>
        <Problem problem={problem} />
        <p className="dialog-act">
          <Button wide busy={busy ? t('deleting') : undefined} onClick={() => void erase()}>
            {t('delete-act')}
          </Button>
        </p>
      </Dialog>
    </>
  );
}
