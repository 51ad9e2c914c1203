import { listPatients, recallRelease } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { TextArea, TextField } from '../../../design-system/field.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { useFacility } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct, useRead } from '../../../use-endpoint.ts';
import type { Determinations } from './determinations.ts';
import { Refusal } from './refusal.tsx';

const fields = ['kindsOfData', 'protectYourself', 'whatWeDo'] as const;
const labels = { kindsOfData: 'kinds-of-data', protectYourself: 'protect-yourself', whatWeDo: 'what-we-do' } as const;

/** Of a copy by plain e-mail, after its warning, only a mistyped address is ours: HHS FAQ 2061. */
const mailEvents = ['no mail', 'sent to a mistyped address', 'read in transit'] as const;

/** Takes the newest copy back: access ends at once, and whoever is concerned gets the notice of 45 CFR 164.404. */
export function RecallForm({ decided, onDone }: { decided: Determinations; onDone: () => void }) {
  const t = useText(deskDeterminationText);
  const { today } = useFacility();
  const recall = useAct(recallRelease);
  const [what, setWhat] = useState<'wrong-patient' | 'wrong-recipient'>('wrong-patient');
  const [mailEvent, setMailEvent] = useState<(typeof mailEvents)[number]>('no mail');
  const [said, setSaid] = useState({ reason: '', discoveredOn: today as string, whatHappened: '' });
  const [tollFree, setTollFree] = useState('');
  const [lists, setLists] = useState({ kindsOfData: '', protectYourself: '', whatWeDo: '' });
  const [affectedPatientId, setAffected] = useState<string>();
  const release = decided.releases.findLast(({ incident }) => incident === null);
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const act = async () => {
    if (!release) return;
    const done = await recall.act({
      releaseId: release.id,
      what,
      ...said,
      ...(decided.tollFreeWanted ? { tollFree } : {}),
      kindsOfData: lines(lists.kindsOfData),
      protectYourself: lines(lists.protectYourself),
      whatWeDo: lines(lists.whatWeDo),
      ...(what === 'wrong-recipient' && mailEvent !== 'no mail' ? { mailEvent } : {}),
      ...(what === 'wrong-patient' && affectedPatientId ? { affectedPatientId } : {}),
    });
    if (done !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      {!decided.privacyOfficer && <p className="lacks">{t('only-privacy-officer')}</p>}
      <RadioTiles
        legend={t('recall-what')}
        value={what}
        onChange={setWhat}
        choices={[
          { value: 'wrong-patient', label: t('wrong-patient') },
          { value: 'wrong-recipient', label: t('wrong-recipient') },
        ]}
        columns={2}
      />
      {what === 'wrong-recipient' && (
        <RadioTiles
          legend={t('mail-event')}
          value={mailEvent}
          onChange={setMailEvent}
          choices={mailEvents.map((value) => ({ value, label: t(`mail-event-${value}`) }))}
        />
      )}
      {what === 'wrong-patient' && <Affected value={affectedPatientId} onChange={setAffected} />}
      <TextField label={t('reason')} value={said.reason} onChange={(reason) => setSaid({ ...said, reason })} />
      <TextField
        label={t('discovered-on')}
        type="date"
        value={said.discoveredOn}
        onChange={(discoveredOn) => setSaid({ ...said, discoveredOn })}
      />
      <TextArea
        label={t('what-happened')}
        help={t('what-happened-help')}
        value={said.whatHappened}
        onChange={(whatHappened) => setSaid({ ...said, whatHappened })}
      />
      {fields.map((name) => (
        <TextArea
          key={name}
          label={t(labels[name])}
          value={lists[name]}
          onChange={(value) => setLists({ ...lists, [name]: value })}
        />
      ))}
      {decided.tollFreeWanted && <TextField label={t('toll-free')} value={tollFree} onChange={setTollFree} />}
      <Refusal problem={recall.problem} />
      <Button
        disabled={!decided.privacyOfficer}
        busy={recall.busy ? t('saving') : undefined}
        onClick={() => void act()}
      >
        {t('recall-it')}
      </Button>
    </div>
  );
}

function Affected({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const t = useText(deskDeterminationText);
  const [search, setSearch] = useState('');
  const found = useRead(listPatients, { search }, { when: search.trim().length > 1 });
  const patients = found.value?.rows.slice(0, 8) ?? [];
  return (
    <>
      <TextField label={t('affected-mrn')} value={search} onChange={setSearch} />
      {patients.length > 0 && (
        <RadioTiles
          legend={t('wrong-patient')}
          hideLegend
          value={value}
          onChange={onChange}
          choices={patients.map(({ id, givenName, familyName, birthDate }) => ({
            value: id,
            label: `${givenName} ${familyName}`,
            help: birthDate,
          }))}
        />
      )}
    </>
  );
}
