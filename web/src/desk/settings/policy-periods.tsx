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
import { useLawWords } from '../law-words.ts';
import type { PolicyView } from './policy-view.ts';

type Period = PolicyView['periods'][number];

/** Every period that runs, with its clause, and how sure the pack is of it. */
export function Periods({ policy, mayConfirm }: { policy: PolicyView; mayConfirm: boolean }) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
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
              <span className="mono">{period.id}</span> · {law(period.cite)}
              {period.note && ` · ${law(period.note)}`}
            </p>
            <Sure rule={period} mayConfirm={mayConfirm} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rules about other things than periods, of which the pack is not sure. */
export function UnsureRules({ policy, mayConfirm }: { policy: PolicyView; mayConfirm: boolean }) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
  if (policy.unsureRules.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('unsure-rules')}</h2>
      <ul className="period-list">
        {policy.unsureRules.map((rule) => (
          <li key={rule.id} className="period">
            <p>
              <strong>{t(`about-${rule.about}`)}</strong>
            </p>
            <p className="small quiet">
              <span className="mono">{rule.id}</span> · {law(rule.cite)}
            </p>
            <Sure rule={rule} mayConfirm={mayConfirm} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Rule = Pick<Period, 'id' | 'confidence' | 'confirmedBy'>;

function Sure({ rule: { id, confidence, confirmedBy }, mayConfirm }: { rule: Rule; mayConfirm: boolean }) {
  const t = useText(deskPolicyText);
  return (
    <>
      <p className="small">
        {confirmedBy ? t('confirmed-by', { name: confirmedBy }) : confidence !== 'high' && t(`sure-${confidence}`)}
      </p>
      {mayConfirm && confidence === 'medium' && !confirmedBy && <Confirm row={id} />}
    </>
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
