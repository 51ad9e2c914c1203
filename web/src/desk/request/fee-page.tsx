import { confirmFee, readFeeAccount, sendFeeNotice } from '@echoback/server/contract';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useMoney } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { FeeLines } from '../../portal/fee-lines.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useStaff } from '../signed-in.tsx';
import type { KeptQuote } from './fee-account.ts';
import { FeeActions } from './fee-actions.tsx';
import { FeeMinutes } from './fee-minutes.tsx';
import { FeeQuotes } from './fee-quotes.tsx';
import { RequestLayout } from './request-layout.tsx';

/** What the copy costs: the quote with its rules, the methods beside each other, minutes, and everything that was said. */
export function FeePage({ file }: { file: RequestFile }) {
  const t = useText(feeText);
  const money = useMoney();
  const account = useRead(readFeeAccount, { requestId: file.id });
  const telling = useAct(sendFeeNotice);
  const value = account.value;
  const noCopy = value?.copyComes === false;
  const quote = (id: string | null | undefined) => (noCopy ? undefined : value?.quotes.find((one) => one.id === id));
  const open = quote(value?.pending?.quoteId);
  const held = quote(value?.inForceId);
  const shown = open ?? held;
  const amount = money(shown?.fee.totalCents ?? 0);
  const state = open && value?.pending?.state;
  const tell =
    open && state === 'not-told'
      ? {
          label: t('send-notice'),
          act: () => void telling.act({ requestId: file.id, quoteId: open.id }),
          busy: telling.busy ? t('working') : undefined,
        }
      : undefined;
  const titleOf = () => {
    if (noCopy) return t('desk-title-no-copy');
    if (state) return t(`desk-title-${state}`, { amount });
    return shown && shown.fee.totalCents > 0 ? t('desk-title-agreed', { amount }) : t('desk-title-free');
  };
  return (
    <RequestLayout
      file={file}
      place="fee"
      title={titleOf()}
      subtitle={state && (held ? t('desk-goes-on', { amount: money(held.fee.totalCents) }) : t('desk-free-only'))}
      primary={tell}
      beside={
        <>
          <Problem problem={telling.problem} />
          {value && (
            <FeeActions key={shown?.id} file={file} account={value} open={state === 'not-told' ? undefined : open} />
          )}
        </>
      }
    >
      <Problem problem={account.problem} onAgain={account.again} />
      {account.loading && <Loading words={t('reading-fee')} />}
      {value?.circumstances.includes('cannot-pay') && <p>{t('said-cannot-pay')}</p>}
      {shown && (
        <div className="card stack">
          <FeeLines fee={shown.fee} />
          <Compared fee={shown.fee} />
          {shown.fee.needsSupervisor && <Supervisor requestId={file.id} quote={shown} />}
        </div>
      )}
      {value && <FeeMinutes requestId={file.id} account={value} />}
      {value && <FeeQuotes account={value} />}
    </RequestLayout>
  );
}

function Compared({ fee }: { fee: KeptQuote['fee'] }) {
  const t = useText(feeText);
  const money = useMoney();
  if (fee.compared.length < 2) return null;
  return (
    <div>
      <h2>{t('methods')}</h2>
      <ul className="fee-lines">
        {fee.compared.map(({ method, totalCents }) => (
          <li key={method}>
            <span>{t(`method-${method}` as 'method-flat')}</span>
            <span className="fee-amount">{money(totalCents)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Supervisor({ requestId, quote }: { requestId: string; quote: KeptQuote }) {
  const t = useText(feeText);
  const confirming = useAct(confirmFee);
  const mayConfirm = useStaff().role === 'supervisor';
  return (
    <p>
      {t('needs-supervisor')} {quote.confirmed && t('confirmed')}
      {!quote.confirmed && mayConfirm && (
        <LinkButton onClick={() => void confirming.act({ requestId, quoteId: quote.id })}>{t('confirm')}</LinkButton>
      )}
    </p>
  );
}
