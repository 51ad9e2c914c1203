import { previewLackLetter, readAuthorityCard, sendLackLetter } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';
import { ElectronicCopy } from './electronic-copy.tsx';

type Due = AuthorityCard['letters'][number];

/** What a copy for somebody else still lacks, with the letter that asks for it; nothing where nothing does. */
export function LackingPaper({ requestId }: { requestId: string }) {
  const t = useText(deskAuthorityText);
  const { value, problem, again } = useRead(readAuthorityCard, { requestId });
  const [told, setTold] = useState<{ name: string; passcode: string }>();
  const lacking = value?.instruments.filter(({ state }) => state !== 'valid' && state !== 'not-needed') ?? [];
  return (
    <>
      <Problem problem={problem} onAgain={again} />
      {told && <p role="status">{t('passcode-told', told)}</p>}
      {lacking.map(({ askedDeliveryId, recipientName, lacks, ...paper }) => (
        <div key={askedDeliveryId}>
          <p className="small">{t('copy-waits', { name: recipientName ?? t('somebody-else') })}</p>
          <ul className="small">
            {lacks.map(({ name }) => (
              <li key={name}>
                <LackWords name={name} />
              </li>
            ))}
          </ul>
          <LackLetter
            requestId={requestId}
            letters={value?.letters.filter((one) => one.askedDeliveryId === askedDeliveryId) ?? []}
          />
          {paper.directiveId && paper.offers.includes('electronic-copy-to-recipient') && (
            <ElectronicCopy
              requestId={requestId}
              directiveId={paper.directiveId}
              recipientEmail={paper.recipientEmail}
              hasAddress={paper.hasAddress}
              onLink={(passcode) => setTold({ name: recipientName ?? t('somebody-else'), passcode })}
            />
          )}
        </div>
      ))}
    </>
  );
}

/** The letters that ask for exactly what is missing: each seen first, then sent. */
export function LackLetter({
  requestId,
  letters,
  pauseAsks = null,
}: {
  requestId: string;
  letters: readonly Due[];
  pauseAsks?: AuthorityCard['pauseAsks'];
}) {
  return letters.map((letter) => (
    <OneLetter
      key={`${letter.code} ${letter.askedDeliveryId}`}
      requestId={requestId}
      letter={letter}
      asksPromptly={letter.code === 'L-VER' && pauseAsks === 'asked-promptly'}
    />
  ));
}

function OneLetter({ requestId, letter, asksPromptly }: { requestId: string; letter: Due; asksPromptly: boolean }) {
  const t = useText(deskAuthorityText);
  const preview = useAct(previewLackLetter);
  const send = useAct(sendLackLetter);
  const [html, setHtml] = useState<string>();
  const [isSent, setSent] = useState(false);
  const [askedPromptly, setAskedPromptly] = useState(false);
  if (isSent) return <p role="status">{t('letter-sent')}</p>;
  const wish = {
    requestId,
    code: letter.code,
    ...(letter.askedDeliveryId ? { askedDeliveryId: letter.askedDeliveryId } : {}),
    ...(asksPromptly && { askedPromptly }),
  };
  // What changes the letter takes its picture away: nothing is sent that was not read.
  const say = (promptly: boolean) => {
    setAskedPromptly(promptly);
    setHtml(undefined);
  };
  const see = async () => {
    const seen = await preview.act(wish);
    if (seen) setHtml(seen.html);
  };
  const go = async () => {
    if (await send.act(wish)) setSent(true);
  };
  return (
    <>
      {asksPromptly && (
        <Checkbox label={t('asked-promptly')} help={t('asked-promptly-help')} checked={askedPromptly} onChange={say} />
      )}
      <Button look="second" wide onClick={() => void see()}>
        {t('preview')}
      </Button>
      {html && <iframe className="letter-preview" title={t('preview-title')} sandbox="" srcDoc={html} />}
      {html && (
        <Button look="second" wide busy={send.busy ? t('sending') : undefined} onClick={() => void go()}>
          {letter.code === 'L-NPR' ? t('send-who-may-ask') : `${t('send-letter')} (${letter.code})`}
        </Button>
      )}
      <Problem problem={preview.problem ?? send.problem} />
    </>
  );
}

/** The engine's name of a lack, in words. */
export function LackWords({ name }: { name: string }) {
  const t = useText(deskAuthorityText);
  const key = `lack-${name}`;
  return <>{key in deskAuthorityText.en ? t(key as 'lack-signature') : name}</>;
}
