import { setHold } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { SelectField, TextArea, TextField } from '../../../design-system/field.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { useDates } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import { useLawWords } from '../../law-words.ts';
import type { RequestFile } from '../../request-file.ts';
import { useAskedWords } from '../../use-asked-words.ts';
import type { Determinations } from './determinations.ts';
import { EndHold } from './end-hold.tsx';
import { Refusal } from './refusal.tsx';
import { Why } from './why.tsx';

/** What lets the request wait, on what and since when: in view until it ends. */
export function Holds({ decided }: { decided: Determinations }) {
  const t = useText(deskDeterminationText);
  const dates = useDates();
  return (
    <>
      {decided.holds.map((hold) => (
        <HoldCard key={hold.id} hold={hold} />
      ))}
      {decided.letOpen.map(({ clinician, at, reason, recordedBy }) => (
        <p key={at} className="quiet">
          {t('let-open', { clinician, when: dates.dayAndTime(at), name: recordedBy })} “{reason}”
        </p>
      ))}
    </>
  );
}

function HoldCard({ hold }: { hold: Determinations['holds'][number] }) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  const dates = useDates();
  return (
    <section className="card denial" aria-label={t('hold-stands', { title: law(hold.title) })}>
      <h2 className="choice-title">{t('hold-stands', { title: law(hold.title) })}</h2>
      <p>
        {t('hold-since', { when: dates.dayAndTime(hold.setAt), name: hold.setBy })}{' '}
        {hold.opensAt
          ? t('hold-opens', { when: dates.opening(hold.opensAt) })
          : hold.until && t('hold-until', { day: dates.day(hold.until) })}
      </p>
      <Why reasons={[hold.why]} />
      <EndHold hold={hold} />
    </section>
  );
}

type Brought = { caseDecision: string; policy: string; precondition: string; ground: string; statute: string };
type Days = { reasonSentInWritingOn: string; from: string; until: string };

const noWords: Brought = { caseDecision: '', policy: '', precondition: '', ground: '', statute: '' };
const noDays: Days = { reasonSentInWritingOn: '', from: '', until: '' };
const words = [
  ['caseDecision', 'demand-case-decision', ['case-decision', 'policy-or-case-decision', 'written-reason-in-time']],
  ['policy', 'demand-policy', ['written-policy', 'policy-or-case-decision']],
  ['precondition', 'demand-precondition', ['unmet-precondition-or-unreviewable-ground']],
  ['ground', 'demand-ground', ['endangers-life-or-physical-safety', 'unmet-precondition-or-unreviewable-ground']],
  ['statute', 'demand-statute', ['statute']],
] as const;
const days = [
  ['reasonSentInWritingOn', 'demand-reason-sent', ['written-reason-in-time']],
  ['from', 'demand-from', ['start-and-end']],
  ['until', 'demand-until', ['start-and-end']],
] as const;

/** State law keeps some reports closed for a while: which law, whose report, and when it was finished. */
function EmbargoFields({
  file,
  decided,
  embargo,
  onChange,
}: {
  file: RequestFile;
  decided: Determinations;
  embargo: Embargo;
  onChange: (embargo: Embargo) => void;
}) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  const { inShort } = useAskedWords();
  const open = file.examItems.filter(({ outcome }) => outcome === null);
  const set = (change: Partial<Embargo>) => onChange({ ...embargo, ...change });
  return (
    <>
      <p className="quiet">{t('embargo-help')}</p>
      <SelectField
        label={t('embargo-statute')}
        value={embargo.statute}
        onChange={(statute) => set({ statute })}
        options={[
          { value: '', label: '–' },
          ...decided.embargoes.map(({ id, covers, cite }) => ({ value: id, label: `${law(cite)}: ${law(covers)}` })),
        ]}
      />
      {open.length > 1 && (
        <SelectField
          label={t('embargo-exam')}
          value={embargo.examItemId}
          onChange={(examItemId) => set({ examItemId })}
          options={[{ value: '', label: '–' }, ...open.map((item) => ({ value: item.id, label: inShort(item) }))]}
        />
      )}
      <TextField type="date" label={t('finalised-day')} value={embargo.day} onChange={(day) => set({ day })} />
      <TextField
        type="time"
        label={t('finalised-time')}
        help={t('facility-clock')}
        value={embargo.time}
        onChange={(time) => set({ time })}
      />
    </>
  );
}

type Embargo = { statute: string; examItemId: string; day: string; time: string };

/** The day and time as they are on the facility's own clock, wherever this computer stands. */
function embargoWish({ statute, examItemId, day, time }: Embargo) {
  return {
    ...(statute ? { statute } : {}),
    ...(examItemId ? { examItemId } : {}),
    ...(day ? { finalised: { on: day, ...(time ? { at: time } : {}) } } : {}),
  };
}

/** A hold asks for exactly what its code demands; what never holds is in the list too, and refused by its name. */
export function HoldForm({
  file,
  decided,
  onDone,
}: {
  file: RequestFile;
  decided: Determinations;
  onDone: () => void;
}) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  const set = useAct(setHold);
  const [code, setCode] = useState('');
  const [what, setWhat] = useState<'images' | 'report'>('images');
  const [brought, setBrought] = useState(noWords);
  const [when, setWhen] = useState(noDays);
  const [embargo, setEmbargo] = useState<Embargo>({ statute: '', examItemId: '', day: '', time: '' });
  const isEmbargo = code === 'state-embargo';
  const chosen = decided.holdCodes.find((one) => one.code === code);
  const asks = (demands: readonly string[]) => chosen?.demands.some((demand) => demands.includes(demand)) === true;
  const act = async () => {
    const typed = Object.fromEntries(
      Object.entries({ ...brought, ...when }).filter(([, value]) => value.trim() !== ''),
    );
    const given = isEmbargo ? embargoWish(embargo) : typed;
    const holds: ('images' | 'report')[] = what === 'images' && !isEmbargo ? ['images', 'report'] : ['report'];
    if ((await set.act({ requestId: file.id, code, holds, ...given })) !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      <SelectField
        label={t('hold-code')}
        value={code}
        onChange={setCode}
        options={[
          { value: '', label: '–' },
          ...decided.holdCodes.map((one) => ({ value: one.code, label: `${law(one.title)} (${law(one.cite)})` })),
          ...decided.neverHolds.map((one) => ({ value: one.code, label: `${t('hold-never')}: ${law(one.sentence)}` })),
        ]}
      />
      {isEmbargo && <EmbargoFields file={file} decided={decided} embargo={embargo} onChange={setEmbargo} />}
      {chosen && !isEmbargo && (
        <>
          <RadioTiles
            legend={t('hold-what')}
            value={what}
            onChange={setWhat}
            choices={[
              { value: 'images', label: t('hold-images') },
              { value: 'report', label: t('hold-report') },
            ]}
            columns={2}
          />
          {words
            .filter(([, , demands]) => asks(demands))
            .map(([name, label]) => (
              <TextArea
                key={name}
                label={t(label)}
                value={brought[name]}
                onChange={(value) => setBrought({ ...brought, [name]: value })}
                rows={2}
              />
            ))}
          {days
            .filter(([, , demands]) => asks(demands))
            .map(([name, label]) => (
              <TextField
                key={name}
                type="date"
                label={t(label)}
                value={when[name]}
                onChange={(value) => setWhen({ ...when, [name]: value })}
              />
            ))}
        </>
      )}
      <Refusal problem={set.problem} />
      <Button disabled={!code} busy={set.busy ? t('saving') : undefined} onClick={() => void act()}>
        {t('set-hold')}
      </Button>
    </div>
  );
}
