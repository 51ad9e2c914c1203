import { readAuthorityCard, revokeAuthorization } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';

/** Each authorization that stands, to be taken back when the person says so in writing. */
export function TakenBack({ requestId }: { requestId: string }) {
  const { value } = useRead(readAuthorityCard, { requestId });
  const standing =
    value?.instruments.filter(({ under, state }) => under === 'authorization' && state === 'valid') ?? [];
  return standing.map((instrument) => (
    <TakeBack
      key={instrument.askedDeliveryId}
      requestId={requestId}
      instrument={instrument}
      cite={value?.cites.revoked ?? ''}
    />
  ));
}

type Instrument = AuthorityCard['instruments'][number];

function TakeBack({ requestId, instrument, cite }: { requestId: string; instrument: Instrument; cite: string }) {
  const t = useText(deskAuthorityText);
  const revoke = useAct(revokeAuthorization);
  const [seen, setSeen] = useState('');
  const { askedDeliveryId, recipientName } = instrument;
  const act = () => void revoke.act({ requestId, askedDeliveryId, whatWasSeen: seen.trim() });
  return (
    <Disclosure summary={t('taken-back')}>
      <div className="form">
        <p>
          {t('taken-back-lead', { name: recipientName ?? t('somebody-else') })}{' '}
          <span className="quiet small">
            <Cite of={cite} />
          </span>
        </p>
        <TextArea
          label={t('taken-back-seen')}
          help={t('taken-back-help')}
          value={seen}
          onChange={setSeen}
          rows={2}
          problem={fieldProblem(revoke.problem, '/whatWasSeen')}
        />
        <Problem problem={revoke.problem} />
        <Button look="second" busy={revoke.busy ? t('saving') : undefined} onClick={act}>
          {t('taken-back-act')}
        </Button>
      </div>
    </Disclosure>
  );
}
