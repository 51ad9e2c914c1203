import { previewLackLetter, sendLackLetter } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { AuthorityCard } from './judge-authority.tsx';

/** The letter that asks for exactly what is missing: seen first, then sent. */
export function LackLetter({ requestId, letters }: { requestId: string; letters: AuthorityCard['letters'] }) {
  const t = useText(deskAuthorityText);
  const preview = useAct(previewLackLetter);
  const send = useAct(sendLackLetter);
  const [html, setHtml] = useState<string>();
  const [isSent, setSent] = useState(false);
  const letter = letters.find(({ code }) => code !== 'L-CLAR');
  if (isSent) return <p role="status">{t('letter-sent')}</p>;
  if (!letter) return null;
  const wish = {
    requestId,
    code: letter.code,
    ...(letter.askedDeliveryId ? { askedDeliveryId: letter.askedDeliveryId } : {}),
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
      <Button look="second" wide onClick={() => void see()}>
        {t('preview')}
      </Button>
      {html && <iframe className="letter-preview" title={t('preview-title')} sandbox="" srcDoc={html} />}
      {html && (
        <Button look="second" wide busy={send.busy ? t('sending') : undefined} onClick={() => void go()}>
          {t('send-letter')} ({letter.code})
        </Button>
      )}
      <Problem problem={preview.problem ?? send.problem} />
    </>
  );
}
