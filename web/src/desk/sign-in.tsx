import { staffSignIn } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design-system/button.tsx';
import { TextField } from '../design-system/field.tsx';
import { fieldProblem, Problem } from '../design-system/problem.tsx';
import { useFacility } from '../facility.tsx';
import { Page } from '../frame.tsx';
import { deskText } from '../locales/desk.ts';
import { useText } from '../locales/use-text.tsx';
import { useAct } from '../use-endpoint.ts';

export function SignIn({ lapsed, onSignedIn }: { lapsed: boolean; onSignedIn: (displayName: string) => void }) {
  const t = useText(deskText);
  const facility = useFacility();
  const { act, problem, busy } = useAct(staffSignIn);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!username.trim() || !password) return;
    const staff = await act({ username, password });
    if (staff) onSignedIn(staff.displayName);
    setPassword('');
  };
  return (
    <Page title={t('sign-in')} subtitle={t('desk')}>
      <h1>{t(lapsed ? 'sign-in-again' : 'sign-in')}</h1>
      <p className="page-help">{t(lapsed ? 'sign-in-again-help' : 'sign-in-help')}</p>
      <form className="sign-in" onSubmit={submit} noValidate>
        <TextField
          label={t('username')}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          problem={tried && !username.trim() ? t('need-username') : fieldProblem(problem, '/username')}
        />
        <TextField
          label={t('password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          problem={tried && !password && !problem && !busy ? t('need-password') : fieldProblem(problem, '/password')}
        />
        <Problem problem={problem} />
        <Button type="submit" wide keyHint="⏎" busy={busy ? t('signing-in') : undefined}>
          {t('sign-in-act')}
        </Button>
      </form>
      {facility.demo && <p className="page-help">{t('demo-sign-in')}</p>}
    </Page>
  );
}
