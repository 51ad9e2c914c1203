import { answerFee } from '@echoback/server/contract';
import { Button } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useMoney } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { FeeLines } from '../fee-lines.tsx';
import type { Tracked } from './where-it-stands.ts';

/** A fee that waits for a yes: the amount, why, what holds until then, and the ways to answer. */
export function FeeChange({ change }: { change: NonNullable<Tracked['feeChange']> }) {
  const t = useText(feeText);
  const money = useMoney();
  const answering = useAct(answerFee);
  const { quoteId, fee, agreedCents } = change;
  const amount = money(fee.totalCents);
  const answer = (said: 'yes' | 'no', cannotPay = false) =>
    void answering.act({ quoteId, totalCents: fee.totalCents, answer: said, cannotPay });
  return (
    <Card tone="asking">
      <h2>{t('change-title', { amount })}</h2>
      <p>{agreedCents === null ? t('change-first') : t('change-rise', { amount: money(agreedCents) })}</p>
      <FeeLines fee={fee} />
      <Problem problem={answering.problem} />
      <Button wide busy={answering.busy ? t('answering') : undefined} onClick={() => answer('yes')}>
        {t('say-yes', { amount })}
      </Button>
      <p className="link-row">
        <LinkButton onClick={() => answer('no')}>{t('say-no')}</LinkButton>
        <LinkButton onClick={() => answer('no', true)}>{t('cannot-pay')}</LinkButton>
      </p>
    </Card>
  );
}
