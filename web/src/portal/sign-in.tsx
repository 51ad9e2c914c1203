import { oneTimeCode, sendSignInCode, signIn } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../design-system/button.tsx';
import { TextField } from '../design-system/field.tsx';
import { Link, LinkButton } from '../design-system/link.tsx';
import { fieldProblem, Problem } from '../design-system/problem.tsx';
import { PageTitle } from '../frame.tsx';
import { portalText } from '../locales/portal.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import { useAct } from '../use-endpoint.ts';
import { PortalPage } from './portal-page.tsx';

/** Reference, then a code to the address of that request. Whether the reference exists is not told. */
export function SignIn() {
  const t = useText(portalText);
  const words = useText(wordsText);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const sending = useAct(sendSignInCode);
  const signing = useAct(signIn);
  const [reference, setReference] = useState('');
  const [code, setCode] = useState('');
  const [codeId, setCodeId] = useState<string>();
  const [tried, setTried] = useState(false);

  const send = async () => {
    signing.forget();
    const sent = await sending.act({ reference, language });
    if (sent) {
      setCodeId(sent.codeId);
      setTried(false);
      setCode('');
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!codeId) {
      if (reference.trim()) await send();
      return;
    }
    if (!oneTimeCode.safeParse(code).success) return;
    if (await signing.act({ codeId, code })) void navigate('/request');
  };
  return (
    <PortalPage title={t('sign-in-title')}>
      <Link to="/" back>
        {words('back')}
      </Link>
      <PageTitle>{t('sign-in-title')}</PageTitle>
      <p className="page-help">{t('sign-in-help')}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        {!codeId && (
          <TextField
            label={t('reference')}
            help={t('reference-help')}
            className="mono"
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            value={reference}
            onChange={setReference}
            problem={tried && !reference.trim() ? t('need-reference') : fieldProblem(sending.problem, '/reference')}
          />
        )}
        {codeId && (
          <>
            <p role="status">{t('code-sent', { reference })}</p>
            <TextField
              label={t('code')}
              className="field-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              maxLength={12}
              value={code}
              onChange={setCode}
              problem={tried && !oneTimeCode.safeParse(code).success ? t('need-code') : undefined}
            />
            <p className="link-row">
              <LinkButton onClick={() => void send()}>{t('other-code')}</LinkButton>
              <LinkButton onClick={() => setCodeId(undefined)}>{t('other-reference')}</LinkButton>
            </p>
          </>
        )}
        <Problem problem={signing.problem ?? sending.problem} />
        <Button type="submit" wide busy={sending.busy ? t('sending-code') : signing.busy ? t('signing-in') : undefined}>
          {t(codeId ? 'sign-in' : 'send-code')}
        </Button>
      </form>
    </PortalPage>
  );
}
