import { recordWithdrawal } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { SelectField, TextArea, TextField } from '../../../design-system/field.tsx';
import { useFacility } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import type { RequestFile } from '../../request-file.ts';
import { Refusal } from './refusal.tsx';

const channels = ['phone', 'in-person', 'letter', 'fax', 'email'] as const;

/** Who said it, what, when, and how it is known that it was them. Staff never say it for anybody. */
export function WithdrawForm({ file, onDone }: { file: RequestFile; onDone: () => void }) {
  const t = useText(deskDeterminationText);
  const record = useAct(recordWithdrawal);
  const { today } = useFacility();
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [said, setSaid] = useState('');
  const [identityBy, setIdentityBy] = useState('');
  const [on, setOn] = useState<string>(today);
  const act = async () => {
    if ((await record.act({ requestId: file.id, channel, said, identityBy, on })) !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      <SelectField
        label={t('channel')}
        value={channel}
        onChange={(value) => setChannel(channels.find((known) => known === value) ?? 'phone')}
        options={channels.map((value) => ({ value, label: t(`channel-${value}`) }))}
      />
      <TextArea label={t('said-words')} help={t('said-help')} value={said} onChange={setSaid} rows={2} />
      <TextField label={t('identity-by')} help={t('identity-by-help')} value={identityBy} onChange={setIdentityBy} />
      <TextField label={t('said-on')} type="date" value={on} onChange={setOn} />
      <Refusal problem={record.problem} />
      <Button busy={record.busy ? t('saving') : undefined} onClick={() => void act()}>
        {t('record-withdrawal')}
      </Button>
    </div>
  );
}
