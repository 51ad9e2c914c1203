import { authorizationFaults, noteAuthorizationFaults, readAuthorityCard } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';

/** Each authorization that was not taken back, with what only somebody who reads it sees. */
export function PaperFaults({ requestId }: { requestId: string }) {
  const { value } = useRead(readAuthorityCard, { requestId });
  const papers =
    value?.instruments.filter(({ under, state }) => under === 'authorization' && state !== 'revoked') ?? [];
  return papers.map((paper) => (
    <Faults
      key={`${paper.askedDeliveryId} ${faultsIn(paper).join()}`}
      requestId={requestId}
      paper={paper}
      cite={value?.cites.notValid ?? ''}
    />
  ));
}

type Paper = AuthorityCard['instruments'][number];
type Fault = (typeof authorizationFaults)[number];

/** The engine's names of them. */
const names: Record<Fault, string> = {
  wronglyCombined: 'wrongly combined',
  wronglyConditioned: 'wrongly conditioned',
  knownFalse: 'known false',
};

function faultsIn({ lacks }: Paper): Fault[] {
  return authorizationFaults.filter((fault) => lacks.some(({ name }) => name === names[fault]));
}

function Faults({ requestId, paper, cite }: { requestId: string; paper: Paper; cite: string }) {
  const t = useText(deskAuthorityText);
  const { act, busy, problem } = useAct(noteAuthorizationFaults);
  const [faults, setFaults] = useState(() => faultsIn(paper));
  const [seen, setSeen] = useState('');
  const [tried, setTried] = useState(false);
  const { askedDeliveryId, recipientName } = paper;
  const tooShort = seen.trim().length < 3;
  const note = () => {
    setTried(true);
    if (!tooShort) void act({ requestId, askedDeliveryId, faults, whatWasSeen: seen.trim() });
  };
  return (
    <Disclosure summary={t('faults')}>
      <div className="form">
        <p>
          {t('faults-lead', { name: recipientName ?? t('somebody-else') })}{' '}
          <span className="quiet small">
            <Cite of={cite} />
          </span>
        </p>
        <CheckTiles
          legend={t('faults-legend')}
          values={faults}
          onChange={setFaults}
          choices={authorizationFaults.map((value) => ({ value, label: t(`fault-${value}`) }))}
        />
        <TextArea
          label={t('seen')}
          help={t('faults-help')}
          value={seen}
          onChange={setSeen}
          rows={2}
          problem={tried && tooShort ? t('need-seen') : fieldProblem(problem, '/whatWasSeen')}
        />
        <Problem problem={problem} />
        <Button look="second" busy={busy ? t('saving') : undefined} onClick={note}>
          {t('faults-act')}
        </Button>
      </div>
    </Disclosure>
  );
}
