import { endHold } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { TextField } from '../../../design-system/field.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import type { Determinations } from './determinations.ts';
import { Refusal } from './refusal.tsx';

/** Ends a hold, with why. Where state law lets a clinician open a report sooner: who did, and when. */
export function EndHold({ hold }: { hold: Determinations['holds'][number] }) {
  const t = useText(deskDeterminationText);
  const end = useAct(endHold);
  const [how, setHow] = useState<'clinician' | 'other'>('clinician');
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const byClinician = hold.clinicianMayOpen && how === 'clinician';
  const act = () => {
    const clinician = { name: name.trim(), when: { on: day, ...(time ? { at: time } : {}) } };
    void end.act({ holdId: hold.id, reason, ...(byClinician ? { clinician } : {}) });
  };
  return (
    <div className="form">
      {hold.clinicianMayOpen && (
        <RadioTiles
          legend={t('end-how')}
          value={how}
          onChange={setHow}
          choices={[
            { value: 'clinician', label: t('end-by-clinician') },
            { value: 'other', label: t('end-other') },
          ]}
          columns={2}
        />
      )}
      {byClinician && (
        <>
          <TextField label={t('clinician-name')} value={name} onChange={setName} autoComplete="off" />
          <TextField type="date" label={t('clinician-day')} value={day} onChange={setDay} />
          <TextField
            type="time"
            label={t('finalised-time')}
            help={t('facility-clock')}
            value={time}
            onChange={setTime}
          />
        </>
      )}
      <TextField label={t(byClinician ? 'clinician-words' : 'end-hold-reason')} value={reason} onChange={setReason} />
      <Button
        look="second"
        busy={end.busy ? t('saving') : undefined}
        disabled={byClinician && (!name.trim() || !day)}
        onClick={act}
      >
        {t(byClinician ? 'open-report' : 'end-hold')}
      </Button>
      <Refusal problem={end.problem} />
    </div>
  );
}
