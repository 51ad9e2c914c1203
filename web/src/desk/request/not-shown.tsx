import { answerUnidentified, readAuthorityCard } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import type { AuthorityCard } from './authority-card.ts';
import { LackLetter } from './lack-letter.tsx';

/** Who they are was not shown: the letter that asks for it, and in the end the written answer. */
export function NotShown({ file }: { file: RequestFile }) {
  const t = useText(deskAuthorityText);
  if (!file.closed) return <AskedFor requestId={file.id} />;
  const answered = file.examItems.some(({ outcome }) => outcome === 'identity-not-shown');
  return answered && <p role="status">{t('answered-closed')}</p>;
}

function AskedFor({ requestId }: { requestId: string }) {
  const { value, problem, again } = useRead(readAuthorityCard, { requestId });
  return (
    <>
      <Problem problem={problem} onAgain={again} />
      {value && (
        <LackLetter
          requestId={requestId}
          letters={value.letters.filter((letter) => letter.code === 'L-VER')}
          pauseAsks={value.pauseAsks}
        />
      )}
      {value && <FinalAnswer requestId={requestId} card={value} />}
    </>
  );
}

/** The written answer of the last day, once somebody was asked; what it does to the request is the facility's choice. */
export function FinalAnswer({ requestId, card }: { requestId: string; card: AuthorityCard }) {
  const t = useText(deskAuthorityText);
  const dates = useDates();
  const { act, busy, problem } = useAct(answerUnidentified);
  const [answered, setAnswered] = useState<boolean>();
  const { unidentified } = card;
  if (answered !== undefined) return <p role="status">{t(answered ? 'answered-closed' : 'answered-open')}</p>;
  if (!unidentified?.asked) return null;
  return (
    <>
      <p className="identity-title">{t('not-shown')}</p>
      <p className="small">{t(unidentified.closes ? 'not-shown-closes' : 'not-shown-open')}</p>
      {unidentified.notBefore ? (
        <p className="small quiet">{t('not-shown-from', { day: dates.plainDay(unidentified.notBefore) })}</p>
      ) : (
        <Button
          look="second"
          wide
          busy={busy ? t('sending') : undefined}
          onClick={() => void act({ requestId }).then((done) => done && setAnswered(done.closed))}
        >
          {t('answer-not-shown')}
        </Button>
      )}
      <Problem problem={problem} />
    </>
  );
}
