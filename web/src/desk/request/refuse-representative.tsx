import { refuseRepresentative } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';

const beliefs = ['violence-abuse-or-neglect', 'endangerment'] as const;

/** Not to treat somebody as a representative: a licensed professional, the belief, the judgement and why. */
export function RefuseRepresentative({ requestId, cite }: { requestId: string; cite: string }) {
  const t = useText(deskAuthorityText);
  const refuse = useAct(refuseRepresentative);
  const [belief, setBelief] = useState<(typeof beliefs)[number]>();
  const [notInBestInterest, setNotInBestInterest] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = () => {
    setTried(true);
    if (belief) void refuse.act({ requestId, belief, notInBestInterest, reason: reason.trim() });
  };
  return (
    <Disclosure summary={t('refuse')}>
      <div className="form">
        <p>
          {t('refuse-lead')}{' '}
          <span className="quiet small">
            <Cite of={cite} />
          </span>
        </p>
        <RadioTiles
          legend={t('refuse-belief')}
          value={belief}
          onChange={setBelief}
          problem={tried && !belief ? t('refuse-choose') : undefined}
          choices={beliefs.map((value) => ({ value, label: t(`refuse-${value}`) }))}
        />
        <Checkbox label={t('refuse-interest')} checked={notInBestInterest} onChange={setNotInBestInterest} />
        <TextArea
          label={t('refuse-reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          problem={fieldProblem(refuse.problem, '/reason')}
        />
        <Problem problem={refuse.problem} />
        <Button look="second" busy={refuse.busy ? t('saving') : undefined} onClick={act}>
          {t('refuse-act')}
        </Button>
      </div>
    </Disclosure>
  );
}
