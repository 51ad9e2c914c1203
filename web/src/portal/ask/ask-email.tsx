import { confirmContact, sendContactCode } from '@echoback/server/contract';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

/** Proves that the address is theirs, not who they are: that comes later, from a contact the facility already held. */
export function AskEmail({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  const words = useText(wordsText);
  const { language } = useLanguage();
  const sending = useAct(sendContactCode);
  const confirming = useAct(confirmContact);
  const email = answers.email.trim();
  const isConfirmed = answers.confirmedEmail === email && email !== '';
  const isWaiting = Boolean(answers.codeId) && !isConfirmed;

  const send = async () => {
    confirming.forget();
    const sent = await sending.act({ email, language });
    if (sent) change({ codeId: sent.codeId, code: '', confirmedEmail: undefined });
    return Boolean(sent);
  };
  const confirm = async () => {
    const done = await confirming.act({ codeId: answers.codeId ?? '', code: answers.code });
    if (done === undefined) return false;
    change({ confirmedEmail: email });
    goOn();
    return true;
  };
  const forgetAddress = () => {
    confirming.forget();
    change({ codeId: undefined, code: '', confirmedEmail: undefined });
  };
  return (
    <QuestionPage
      place={place}
      title={t('email-question')}
      help={t('email-help')}
      continueWords={isConfirmed || isWaiting ? t('continue') : t('send-code')}
      busy={sending.busy ? t('sending-code') : confirming.busy ? t('checking-code') : undefined}
      onContinue={async () => {
        if (!check()) return false;
        if (isWaiting) return confirm();
        if (!isConfirmed) return send();
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
          onChange={(typed) => change({ email: typed })}
          problem={problem('email')}
          help={isConfirmed ? t('email-confirmed') : undefined}
          maxLength={254}
        />
      )}
      {isWaiting && (
        <div className="field-group">
          <p role="status">{t('code-sent', { email })}</p>
          <TextField
            label={t('code')}
            className="field-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={answers.code}
            onChange={(code) => change({ code })}
            problem={problem('code')}
            maxLength={12}
          />
          <p className="link-row">
            <LinkButton onClick={() => void send()}>{t('other-code')}</LinkButton>
            <LinkButton onClick={forgetAddress}>{t('other-email')}</LinkButton>
          </p>
        </div>
      )}
      <Problem problem={confirming.problem ?? sending.problem} />
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
