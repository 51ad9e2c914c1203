import { email as emailAddress, oneTimeCode } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link, LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { PageTitle } from '../../frame.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { PortalPage } from '../portal-page.tsx';
import { CodeFields } from './code-fields.tsx';
import { useAnswers } from './use-answers.tsx';
import { useMailbox } from './use-mailbox.ts';

/** From any phone or computer: the mailbox that the answers were saved with opens them again. */
export function ComeBack() {
  const t = useText(askText);
  const words = useText(wordsText);
  const navigate = useNavigate();
  const { takeUp, change } = useAnswers();
  const mailbox = useMailbox();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [codeId, setCodeId] = useState<string>();
  const [tried, setTried] = useState(false);
  const [nothing, setNothing] = useState(false);
  const email = typed.trim();
  const isAddress = emailAddress.safeParse(email).success;
  const isCode = oneTimeCode.safeParse(code).success;

  const send = async () => {
    setTried(!isAddress);
    if (isAddress) setCodeId(await mailbox.send(email));
  };
  const open = async (id: string) => {
    setTried(true);
    if (!isCode) return;
    const done = await mailbox.confirm(id, code);
    if (!done) return;
    const at = done.opened && takeUp(done.opened);
    if (at) return void navigate(`/ask/${at}`, { replace: true });
    // The mailbox is proved: beginning again does not ask for it a second time.
    change({ email, codeId: id, confirmedEmail: email });
    setNothing(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void (codeId ? open(codeId) : send());
  };
  if (nothing) return <Nothing />;
  return (
    <PortalPage title={t('come-back')}>
      <Link to="/" back>
        {words('back')}
      </Link>
      <PageTitle>{t('come-back')}</PageTitle>
      <p className="page-help">{t('come-back-help')}</p>
      <form className="form" noValidate onSubmit={submit}>
        {codeId ? (
          <CodeFields
            email={email}
            code={code}
            onChange={setCode}
            problem={tried && !isCode ? t('need-code') : undefined}
          >
            <LinkButton onClick={() => void send()}>{t('other-code')}</LinkButton>
            <LinkButton onClick={() => setCodeId(undefined)}>{t('use-other-email')}</LinkButton>
          </CodeFields>
        ) : (
          <TextField
            label={t('email')}
            type="email"
            inputMode="email"
            autoComplete="email"
            value={typed}
            onChange={setTyped}
            problem={tried && !isAddress ? t('need-email') : undefined}
            maxLength={254}
          />
        )}
        <Problem problem={mailbox.problem} />
        <Button
          type="submit"
          wide
          busy={mailbox.sending ? t('sending-code') : mailbox.confirming ? t('checking-code') : undefined}
        >
          {t(codeId ? 'come-back-open' : 'send-code')}
        </Button>
      </form>
    </PortalPage>
  );
}

/** A drawn state, not a refusal: the time may have passed, or the request was sent. */
function Nothing() {
  const t = useText(askText);
  return (
    <PortalPage title={t('come-back')}>
      <PageTitle>{t('nothing-saved')}</PageTitle>
      <p>{t('nothing-saved-why')}</p>
      <div className="home-ways">
        <ButtonLink to="/ask/whose" wide>
          {t('begin')}
        </ButtonLink>
        <ButtonLink to="/sign-in" wide look="second">
          {t('to-sent-request')}
        </ButtonLink>
      </div>
    </PortalPage>
  );
}
