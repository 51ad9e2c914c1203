import {
  addFeeLine,
  chargeableLines,
  holdForMoney,
  noteCircumstance,
  quoteAgain,
  recordFeeAnswer,
  recordPayment,
  refundCauses,
  refundFee,
  waiveFee,
  waiverKinds,
} from '@echoback/server/contract';
import { useState } from 'react';
import type { Trouble } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useFacility, useMoney } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import type { FeeAccount, KeptQuote } from './fee-account.ts';

type Parts = { file: RequestFile; account: FeeAccount };

/** What can be done about a fee. The rules are the server's: what it refuses is shown with its clause. */
export function FeeActions({ file, account, open }: Parts & { open: KeptQuote | undefined }) {
  const t = useText(feeText);
  return (
    <>
      {open && <Answer file={file} quote={open} />}
      <Waive file={file} account={account} />
      <Disclosure summary={t('work-out')}>
        <WorkOut file={file} account={account} />
      </Disclosure>
      <Disclosure summary={t('add-line')}>
        <AddLine file={file} />
      </Disclosure>
      <Disclosure summary={t('hold')}>
        <Hold file={file} />
      </Disclosure>
      <Disclosure summary={t('money')}>
        <Money file={file} account={account} />
      </Disclosure>
    </>
  );
}

/** A refusal together with the clause that says so. */
function Refused({ problem }: { problem: Trouble | undefined }) {
  return (
    <Problem problem={problem}>
      {problem?.fields?.map(({ message }) => (
        <p key={message} className="small">
          {message}
        </p>
      ))}
    </Problem>
  );
}

function Answer({ file, quote }: { file: RequestFile; quote: KeptQuote }) {
  const t = useText(feeText);
  const { today } = useFacility();
  const answering = useAct(recordFeeAnswer);
  const [channel, setChannel] = useState<'phone' | 'paper' | 'in-person'>('phone');
  const say = (answer: 'yes' | 'no') =>
    void answering.act({
      requestId: file.id,
      quoteId: quote.id,
      totalCents: quote.fee.totalCents,
      answer,
      channel,
      on: today,
    });
  return (
    <div className="stack">
      <SelectField
        label={t('told-by')}
        value={channel}
        onChange={(value) => setChannel(value as typeof channel)}
        options={(['phone', 'paper', 'in-person'] as const).map((value) => ({ value, label: t(`channel-${value}`) }))}
      />
      <p className="button-row">
        <Button look="second" onClick={() => say('yes')}>
          {t('said-yes')}
        </Button>
        <LinkButton onClick={() => say('no')}>{t('said-no')}</LinkButton>
      </p>
      <Refused problem={answering.problem} />
    </div>
  );
}

function Waive({ file, account }: Parts) {
  const t = useText(feeText);
  const waiving = useAct(waiveFee);
  const [kind, setKind] = useState<(typeof waiverKinds)[number]>('courtesy');
  const [reason, setReason] = useState('');
  const noting = useAct(noteCircumstance);
  const requestId = file.id;
  if (account.upToCents === 0) return null;
  return (
    <>
      <Button look="second" wide onClick={() => void waiving.act({ requestId, kind: 'hardship' })}>
        {t('waive-hardship')}
      </Button>
      <Disclosure summary={t('waive')}>
        <SelectField
          label={t('waive-kind')}
          value={kind}
          onChange={(value) => setKind(value as typeof kind)}
          options={waiverKinds
            .filter((value) => value !== 'hardship')
            .map((value) => ({ value, label: t(`waive-${value}`) }))}
        />
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
        <Button look="second" onClick={() => void waiving.act({ requestId, kind, reason })}>
          {t('waive')}
        </Button>
        <p>
          <LinkButton onClick={() => void noting.act({ requestId, kind: 'benefit-claim-shown' })}>
            {t('claim-shown')}
          </LinkButton>
        </p>
      </Disclosure>
      <Refused problem={waiving.problem ?? noting.problem} />
    </>
  );
}

function WorkOut({ file, account }: Parts) {
  const t = useText(feeText);
  const money = useMoney();
  const quoting = useAct(quoteAgain);
  const [basis, setBasis] = useState<'schedule' | 'actual'>('actual');
  const [reason, setReason] = useState('');
  const [tell, setTell] = useState(false);
  const actual = money(account.actual?.totalCents ?? 0);
  return (
    <div className="stack">
      <SelectField
        label={t('basis')}
        value={basis}
        onChange={(value) => setBasis(value as typeof basis)}
        options={[
          { value: 'actual', label: t('by-minutes', { amount: actual }) },
          { value: 'schedule', label: t('by-schedule') },
        ]}
      />
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
      <Checkbox label={t('tell')} checked={tell} onChange={setTell} />
      <Button
        look="second"
        busy={quoting.busy ? t('working') : undefined}
        onClick={() => void quoting.act({ requestId: file.id, basis, reason, tell })}
      >
        {t('work-out')}
      </Button>
      <Refused problem={quoting.problem} />
    </div>
  );
}

const typed = [
  ...chargeableLines.filter((line) => line !== 'flat'),
  'retrieval',
  'search',
  'verification',
  'per-image',
  'portal-handling',
  'viewer',
  'bill-for-care',
  'other',
] as const;

function AddLine({ file }: { file: RequestFile }) {
  const t = useText(feeText);
  const adding = useAct(addFeeLine);
  const [label, setLabel] = useState<(typeof typed)[number]>('postage');
  const [dollars, setDollars] = useState('');
  const add = () =>
    void adding.act({
      requestId: file.id,
      label,
      cents: Math.round(Number(dollars) * 100),
      per: label === 'per-image' ? 'image' : 'copy',
      tell: true,
    });
  const nameOf = (line: (typeof typed)[number]) =>
    chargeableLines.some((each) => each === line)
      ? t(`line-${line}` as 'line-cd')
      : t(`never-${line}` as 'never-search');
  return (
    <div className="stack">
      <SelectField
        label={t('line')}
        value={label}
        onChange={(value) => setLabel(value as typeof label)}
        options={typed.map((value) => ({ value, label: nameOf(value) }))}
      />
      <TextField label={t('cents')} value={dollars} onChange={setDollars} inputMode="decimal" maxLength={8} />
      <Button look="second" busy={adding.busy ? t('working') : undefined} onClick={add}>
        {t('add-line')}
      </Button>
      <Refused problem={adding.problem} />
    </div>
  );
}

function Hold({ file }: { file: RequestFile }) {
  const t = useText(feeText);
  const holding = useAct(holdForMoney);
  return (
    <div className="stack">
      <p className="button-row">
        <LinkButton onClick={() => void holding.act({ requestId: file.id, for: 'unpaid-care' })}>
          {t('hold-unpaid-care')}
        </LinkButton>
        <LinkButton onClick={() => void holding.act({ requestId: file.id, for: 'this-copy' })}>
          {t('hold-this-copy')}
        </LinkButton>
      </p>
      <Refused problem={holding.problem} />
    </div>
  );
}

function Money({ file, account }: Parts) {
  const t = useText(feeText);
  const money = useMoney();
  const paying = useAct(recordPayment);
  const refunding = useAct(refundFee);
  const [how, setHow] = useState<'card' | 'check' | 'cash'>('check');
  const [cause, setCause] = useState<(typeof refundCauses)[number]>('fee-fell');
  const { paidCents, refundedCents, voidedCents } = account.money;
  const owed = (account.upToCents ?? 0) - paidCents + refundedCents;
  const amount = (cents: number) => ({ amount: money(cents) });
  return (
    <div className="stack">
      <p>{t('paid', amount(paidCents))}</p>
      {refundedCents > 0 && <p>{t('given-back', amount(refundedCents))}</p>}
      {voidedCents > 0 && <p>{t('voided', amount(voidedCents))}</p>}
      <SelectField
        label={t('how-paid')}
        value={how}
        onChange={(value) => setHow(value as typeof how)}
        options={(['card', 'check', 'cash'] as const).map((value) => ({ value, label: t(`how-${value}`) }))}
      />
      {owed > 0 && (
        <Button look="second" onClick={() => void paying.act({ requestId: file.id, cents: owed, how })}>
          {t('note-payment', amount(owed))}
        </Button>
      )}
      <SelectField
        label={t('reason')}
        value={cause}
        onChange={(value) => setCause(value as typeof cause)}
        options={refundCauses.map((value) => ({ value, label: t(`cause-${value}`) }))}
      />
      <Button look="second" onClick={() => void refunding.act({ requestId: file.id, cause, how })}>
        {t('refund')}
      </Button>
      <Refused problem={paying.problem ?? refunding.problem} />
    </div>
  );
}
