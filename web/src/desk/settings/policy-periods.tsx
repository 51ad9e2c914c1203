import { confirmRule } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import type { deskPolicyEn } from '../../locales/desk-policy.en.ts';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { PolicyView } from './policy.tsx';

type Period = PolicyView['periods'][number];

/** Every period that runs, with its clause, and how sure the pack is of it. */
export function Periods({ policy, mayConfirm }: { policy: PolicyView; mayConfirm: boolean }) {
  const t = useText(deskPolicyText);
  return (
    <section className="stack">
      <h2>{t('periods')}</h2>
      <ul className="period-list">
        {policy.periods.map((period) => (
          <li key={period.id} className="period">
            <p>
              <strong>{limitWords(t, period)}</strong> · {t(`kind-${period.kind}`)} ·{' '}
              {t(period.extension ? 'with-extension' : 'no-extension')}
            </p>
            <p className="small quiet">
              <span className="mono">{period.id}</span> · {period.cite}
              {period.note && ` · ${period.note}`}
            </p>
            <p className="small">
              {period.confirmedBy
                ? t('confirmed-by', { name: period.confirmedBy })
                : period.confidence !== 'high' && t(`sure-${period.confidence}`)}
            </p>
            {mayConfirm && period.confidence === 'medium' && !period.confirmedBy && <Confirm row={period.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function limitWords(t: Text<typeof deskPolicyEn>, { limit }: Period): string {
  return limit ? t(`limit-${limit.unit}`, { count: limit.n }) : t('limit-none');
}

function Confirm({ row }: { row: string }) {
  const t = useText(deskPolicyText);
  const { act, busy, problem } = useAct(confirmRule);
  const [by, setBy] = useState<string>();
  if (by === undefined) return <LinkButton onClick={() => setBy('')}>{t('confirm')}</LinkButton>;
  return (
    <div className="stack">
      <TextField label={t('confirm-by')} help={t('confirm-by-help')} value={by} onChange={setBy} autoComplete="off" />
      <Problem problem={problem} />
      <p className="button-row">
        <Button
          look="second"
          busy={busy ? t('saving') : undefined}
          disabled={!by.trim()}
          onClick={() => void act({ row, by: by.trim() })}
        >
          {t('confirm')}
        </Button>
        <LinkButton onClick={() => setBy(undefined)}>{t('cancel')}</LinkButton>
      </p>
    </div>
  );
}
