import { changeRequesterEmail } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';

/** The address that somebody gives later. What it does not do is said beside it: it proves nobody. */
export function RequesterEmail({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const { act, busy, problem } = useAct(changeRequesterEmail);
  const [email, setEmail] = useState('');
  const [howKnown, setHowKnown] = useState('');
  const [tried, setTried] = useState(false);
  const noAddress = !/^\S+@\S+$/.test(email.trim());
  const tooShort = howKnown.trim().length < 3;
  const save = async () => {
    setTried(true);
    if (noAddress || tooShort) return;
    const wish = { requestId: file.id, email: email.trim(), howKnown: howKnown.trim() };
    if ((await act(wish)) === undefined) return;
    setEmail('');
    setHowKnown('');
    setTried(false);
  };
  return (
    <Disclosure summary={t(file.asked.requesterEmail ? 'email-other' : 'email-add')}>
      <div className="form">
        <p>{t('email-lead')}</p>
        <TextField
          type="email"
          label={t('email')}
          value={email}
          onChange={setEmail}
          autoComplete="off"
          problem={tried && noAddress ? t('email-need') : fieldProblem(problem, '/email')}
        />
        <TextField
          label={t('email-how')}
          help={t('email-how-help')}
          value={howKnown}
          onChange={setHowKnown}
          maxLength={500}
          problem={tried && tooShort ? t('email-how-need') : fieldProblem(problem, '/howKnown')}
        />
        <Problem problem={problem} />
        <Button look="second" busy={busy ? t('email-saving') : undefined} onClick={() => void save()}>
          {t('email-act')}
        </Button>
      </div>
    </Disclosure>
  );
}
