import { changeFeeSchedule, readFeeSchedule } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { useCite } from '../../cite.tsx';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useFacility, useMoney } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

type List = OutputOf<typeof readFeeSchedule>;
type Schedule = List['schedule'];

/** The facility's prices. The rules are the server's: a price that breaks one is refused beside its field. */
export function FeeSettings() {
  const t = useText(feeText);
  const { value, problem, again } = useRead(readFeeSchedule, {});
  return (
    <SettingsPage title={t('place-prices')}>
      <p className="quiet">{t('prices-help')}</p>
      <Problem problem={problem} onAgain={again} />
      {!value && !problem && <Loading words={t('reading-prices')} />}
      {value && <PriceForm list={value} />}
    </SettingsPage>
  );
}

const prices = [
  ['labourCentsPerHour', 'price-labour'],
  ['cdCents', 'price-cd'],
  ['dvdCents', 'price-dvd'],
  ['usbCents', 'price-usb'],
  ['printSheetCents', 'price-sheet'],
  ['postageCents', 'price-postage'],
] as const;
type Typed = Record<(typeof prices)[number][0] | 'flatCents' | 'promiseCents' | 'electronic' | 'sheet', string>;

const dollars = (cents: number | undefined) => (cents === undefined ? '' : (cents / 100).toFixed(2));
const centsOf = (text: string) => Math.round(Number(text) * 100);

function typedOf({ thirdParty, ...schedule }: Schedule): Typed {
  return {
    labourCentsPerHour: dollars(schedule.labourCentsPerHour),
    cdCents: dollars(schedule.cdCents),
    dvdCents: dollars(schedule.dvdCents),
    usbCents: dollars(schedule.usbCents),
    printSheetCents: dollars(schedule.printSheetCents),
    postageCents: dollars(schedule.postageCents),
    flatCents: dollars(schedule.flatCents),
    promiseCents: dollars(schedule.promiseCents),
    electronic: dollars(thirdParty?.electronicCopyCents),
    sheet: dollars(thirdParty?.hardCopySheetCents),
  };
}

function PriceForm({ list: { schedule, rules } }: { list: List }) {
  const t = useText(feeText);
  const money = useMoney();
  const citeOf = useCite();
  const { today } = useFacility();
  const mayChange = useStaff().role === 'admin';
  const saving = useAct(changeFeeSchedule);
  const [method, setMethod] = useState(schedule.method);
  const [typed, setTyped] = useState(() => typedOf(schedule));
  const [minutes, setMinutes] = useState(String(schedule.averageMinutes));
  const [derivation, setDerivation] = useState(schedule.averageBasis?.derivation ?? '');
  const [derivedOn, setDerivedOn] = useState(schedule.averageBasis?.on ?? today);
  const [lower, setLower] = useState(schedule.chargeTheLower);
  const [third, setThird] = useState(schedule.thirdParty !== undefined);
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const { electronic, sheet, promiseCents, ...plain } = typed;
    const amounts = Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, centsOf(text)])) as Record<
      keyof typeof plain,
      number
    >;
    const answer = await saving.act({
      ...schedule,
      ...amounts,
      method,
      averageMinutes: Number(minutes),
      averageBasis: derivation.trim() ? { derivation, on: derivedOn } : undefined,
      chargeTheLower: lower,
      promiseCents: promiseCents ? centsOf(promiseCents) : undefined,
      thirdParty: third ? { electronicCopyCents: centsOf(electronic), hardCopySheetCents: centsOf(sheet) } : undefined,
    });
    setSaved(answer !== undefined);
  };
  /** What is wrong in words, with the clause that says so. */
  const wrong = (pointer: string) => {
    const cite = fieldProblem(saving.problem, pointer);
    return cite && `${saving.problem?.title} (${citeOf(cite)})`;
  };
  const field = (name: keyof Typed, label: string, help?: string) => (
    <TextField
      key={name}
      label={label}
      help={help}
      value={typed[name]}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
      inputMode="decimal"
      disabled={!mayChange}
      problem={wrong(`/${name}`)}
    />
  );
  const cap = { amount: money(rules.flatCapCents), cite: citeOf(rules.flatCapCite) };
  const offers = (one: typeof method) => rules.methods.includes(one);
  return (
    <form className="stack card" onSubmit={submit} noValidate>
      <SelectField
        label={t('method')}
        value={method}
        onChange={(value) => setMethod(value as typeof method)}
        options={rules.methods.map((value) => ({ value, label: t(`method-${value}` as 'method-flat') }))}
        problem={wrong('/method')}
      />
      <div className="price-fields">
        {offers('flat') && field('flatCents', t('price-flat'), t('cap-help', cap))}
        {prices.map(([name, label]) =>
          field(name, t(label), name === 'labourCentsPerHour' ? t('labour-help') : undefined),
        )}
        {offers('average') && (
          <TextField
            label={t('price-minutes')}
            value={minutes}
            onChange={setMinutes}
            inputMode="numeric"
            disabled={!mayChange}
          />
        )}
        {field('promiseCents', t('price-promise'))}
      </div>
      {offers('average') && (
        <>
          <TextField
            label={t('derivation')}
            value={derivation}
            onChange={setDerivation}
            maxLength={500}
            disabled={!mayChange}
            problem={wrong('/averageBasis')}
          />
          <TextField label={t('derivation-on')} value={derivedOn} onChange={setDerivedOn} disabled={!mayChange} />
        </>
      )}
      {offers('flat') && <Checkbox label={t('charge-lower')} checked={lower} onChange={setLower} />}
      <Checkbox label={t('own-third')} help={t('third-help')} checked={third} onChange={setThird} />
      {third && (
        <div className="price-fields">
          {field('electronic', t('price-third-electronic'))}
          {field('sheet', t('price-third-sheet'))}
        </div>
      )}
      <Problem problem={saving.problem} />
      {saved && <p role="status">{t('saved')}</p>}
      {mayChange ? (
        <Button type="submit" keyHint="⏎" busy={saving.busy ? t('saving') : undefined}>
          {t('save')}
        </Button>
      ) : (
        <p className="quiet">{t('read-only')}</p>
      )}
    </form>
  );
}
