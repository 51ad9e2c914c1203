import { useState } from 'react';
import { useNavigate } from 'react-router';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { isConfirmed } from './answers.ts';
import { CodeFields } from './code-fields.tsx';
import { FoundDraft } from './found-draft.tsx';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { type Confirmed, useMailbox } from './use-mailbox.ts';

/** Asked early: from here on nothing that is typed gets lost. Who they are is shown later, by a contact held before. */
export function AskEmail({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn, takeUp, setPapers } = useQuestion(place);
  const words = useText(wordsText);
  const navigate = useNavigate();
  const mailbox = useMailbox();
  const [found, setFound] = useState<Confirmed['opened']>(null);
  const email = answers.email.trim();
  const confirmed = isConfirmed(answers);
  const isWaiting = Boolean(answers.codeId) && !confirmed;

  const send = async () => {
    const codeId = await mailbox.send(email);
    if (codeId) change({ codeId, code: '', confirmedEmail: undefined });
    return Boolean(codeId);
  };
  const confirm = async () => {
    const done = await mailbox.confirm(answers.codeId ?? '', answers.code);
    if (!done) return false;
    // Papers belong to the mailbox that they were sent with.
    const proved = { confirmedEmail: email, papersSeen: false };
    if (done.opened) {
      setFound(done.opened);
      return true;
    }
    goOn(proved);
    return true;
  };
  if (found) {
    return (
      <FoundDraft
        opened={found}
        onTakeUp={() => {
          const at = takeUp(found);
          if (at) void navigate(`/ask/${at}`, { replace: true });
          else goOn({ confirmedEmail: email });
        }}
        onAnew={() => {
          // Papers that were handed in before stay to be seen, and taken back, on their page.
          setPapers(found.papers);
          goOn({ confirmedEmail: email, papersSeen: false });
        }}
      />
    );
  }
  return (
    <QuestionPage
      place={place}
      title={t('email-question')}
      help={t('email-help')}
      continueWords={confirmed || isWaiting ? t('continue') : t('send-code')}
      busy={mailbox.sending ? t('sending-code') : mailbox.confirming ? t('checking-code') : undefined}
      onContinue={async () => {
        if (!check()) return false;
        if (isWaiting) return confirm();
        if (!confirmed) return send();
        goOn();
        return true;
      }}
    >
      {!isWaiting && (
        <TextField
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={answers.email}
          onChange={(typed) => change({ email: typed, codeId: undefined })}
          problem={problem('email')}
          help={confirmed ? t('email-confirmed') : undefined}
          maxLength={254}
        />
      )}
      {isWaiting && (
        <CodeFields email={email} code={answers.code} onChange={(code) => change({ code })} problem={problem('code')}>
          <LinkButton onClick={() => void send()}>{t('other-code')}</LinkButton>
          <LinkButton
            onClick={() => {
              mailbox.forget();
              change({ codeId: undefined, code: '', confirmedEmail: undefined });
            }}
          >
            {t('use-other-email')}
          </LinkButton>
        </CodeFields>
      )}
      <Problem problem={mailbox.problem} />
      <TextField
        label={t('phone')}
        optional={words('optional')}
        type="tel"
        autoComplete="tel"
        value={answers.phone}
        onChange={(phone) => change({ phone })}
        maxLength={40}
      />
    </QuestionPage>
  );
}
