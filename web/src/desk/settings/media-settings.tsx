import { chooseMediaSettings, readMediaSettings } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskMediaText } from '../../locales/desk-media.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

type Settings = OutputOf<typeof readMediaSettings>;

const most = { cd: 900, dvd: 8547 };

/** What the facility's discs hold, and whether they say whose they are; each with why it is as it is at first. */
export function MediaSettings() {
  const t = useText(deskMediaText);
  const read = useRead(readMediaSettings, {});
  return (
    <SettingsPage title={t('media-settings')}>
      <p className="quiet">{t('media-settings-help')}</p>
      <Problem problem={read.problem} onAgain={read.again} />
      {read.loading && <Loading words={t('reading-settings')} />}
      {read.value && <SettingsForm key={JSON.stringify(read.value)} settings={read.value} />}
    </SettingsPage>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useText(deskMediaText);
  const dates = useDates();
  const mayChange = useStaff().role === 'admin';
  const { act, busy, problem } = useAct(chooseMediaSettings);
  const [nameOnDisc, setNameOnDisc] = useState(settings.nameOnDisc);
  const [cd, setCd] = useState(String(settings.cdMegabytes));
  const [dvd, setDvd] = useState(String(settings.dvdMegabytes));
  const wrongCd = isWrong(cd, most.cd);
  const wrongDvd = isWrong(dvd, most.dvd);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrongCd || wrongDvd) return;
    await act({ nameOnDisc, cdMegabytes: Number(cd), dvdMegabytes: Number(dvd) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">
        {settings.decidedOn ? t('since', { day: dates.plainDay(settings.decidedOn) }) : t('since-start')}
        {!mayChange && ` ${t('only-admin')}`}
      </p>
      <Checkbox label={t('name-setting')} help={t('name-setting-why')} checked={nameOnDisc} onChange={setNameOnDisc} />
      <div className="policy-columns">
        <TextField
          label={t('cd-room')}
          help={t('cd-room-why')}
          value={cd}
          onChange={setCd}
          inputMode="numeric"
          problem={wrongCd ? t('need-number', { most: most.cd }) : undefined}
        />
        <TextField
          label={t('dvd-room')}
          help={t('dvd-room-why')}
          value={dvd}
          onChange={setDvd}
          inputMode="numeric"
          problem={wrongDvd ? t('need-number', { most: most.dvd }) : undefined}
        />
      </div>
      <Problem problem={problem} />
      {mayChange && (
        <p className="button-row">
          <Button type="submit" busy={busy ? t('saving') : undefined}>
            {t('save')}
          </Button>
        </p>
      )}
    </form>
  );
}

function isWrong(typed: string, highest: number): boolean {
  return !/^[1-9]\d*$/.test(typed.trim()) || Number(typed) > highest;
}
