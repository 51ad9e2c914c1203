import { readOutbox } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../client.ts';
import { Button } from '../design-system/button.tsx';
import { Problem } from '../design-system/problem.tsx';
import { Card, Empty, Loading } from '../design-system/surface.tsx';
import { useDates } from '../facility.tsx';
import { Page, PageTitle } from '../frame.tsx';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import { useRead } from '../use-endpoint.ts';
import { linesOf } from './message-lines.ts';
import './outbox.css';

type Message = OutputOf<typeof readOutbox>['rows'][number];

const everyMs = 3_000;

/** Demo facility only: what would have gone out by e-mail or text message. */
export default function Outbox() {
  const t = useText(portalText);
  const { value, problem, again } = useRead(readOutbox, {}, { every: everyMs });
  const messages = [...(value?.rows ?? [])].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  return (
    <Page title={t('outbox-title')} subtitle={t('subtitle')}>
      <PageTitle>{t('outbox-title')}</PageTitle>
      <p>{t('outbox-lead')}</p>
      <Problem problem={problem} onAgain={again} />
      {!value && !problem && <Loading words={t('outbox-loading')} />}
      {value && messages.length === 0 && (
        <Empty title={t('outbox-empty')}>
          <p>{t('outbox-empty-next')}</p>
        </Empty>
      )}
      {messages.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </Page>
  );
}

function MessageCard({ message }: { message: Message }) {
  const t = useText(portalText);
  const dates = useDates();
  const { lines, codes } = linesOf(message.body);
  return (
    <Card>
      <article className="message">
        <p className="message-head">
          {t(`outbox-${message.channel}`)} · {t('outbox-to', { recipient: message.recipient })}
          <time dateTime={message.madeAt}>{dates.dayAndTime(message.madeAt)}</time>
        </p>
        <h2>{message.subject}</h2>
        {codes.map((code) => (
          <CopyCode key={code} code={code} />
        ))}
        {lines.map(({ place, parts }) => (
          <p key={place} className="message-line">
            {parts.map((part) =>
              part.href ? (
                <a key={part.place} className="link" href={part.href}>
                  {part.text}
                </a>
              ) : (
                <span key={part.place}>{part.text}</span>
              ),
            )}
          </p>
        ))}
      </article>
    </Card>
  );
}

function CopyCode({ code }: { code: string }) {
  const t = useText(portalText);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      // No clipboard without permission or a secure page: the code can still be selected and copied by hand.
    }
  };
  return (
    <p className="message-code">
      <span className="reference">{code}</span>
      <Button look="second" onClick={() => void copy()}>
        {t(copied ? 'outbox-copied' : 'outbox-copy', { code })}
      </Button>
    </p>
  );
}
