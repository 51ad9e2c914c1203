import { readTouchless, switchTouchless } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Card, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { touchlessText } from '../../locales/touchless.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { SettingsPage } from './settings-page.tsx';

type Setting = OutputOf<typeof readTouchless>;

const conditions = ['identity', 'self', 'study', 'headers', 'complete', 'readable', 'free'] as const;

/** May the program give without a person's look? Off until the privacy officer says otherwise, with the reason. */
export function TouchlessSettings() {
  const t = useText(touchlessText);
  const setting = useRead(readTouchless, {});
  return (
    <SettingsPage title={t('title')}>
      <p>{t('help')}</p>
      <p className="quiet">{t('help-law')}</p>
      <Problem problem={setting.problem} onAgain={setting.again} />
      {setting.loading && <Loading words={t('reading')} />}
      {setting.value && <Standing key={String(setting.value.allowed)} setting={setting.value} />}
      <h2>{t('all-must-hold')}</h2>
      <ul className="conditions">
        {conditions.map((condition) => (
          <li key={condition}>{t(`holds-${condition}`)}</li>
        ))}
      </ul>
    </SettingsPage>
  );
}

function Standing({ setting }: { setting: Setting }) {
  const t = useText(touchlessText);
  const dates = useDates();
  const { allowed, decision, mayChange } = setting;
  return (
    <Card tone={allowed ? 'proved' : 'plain'}>
      <div className="stack">
        <h2>{t(allowed ? 'is-on' : 'is-off')}</h2>
        <p className="quiet">
          {decision
            ? t('decided', { name: decision.by, when: dates.dayAndTime(decision.at), reason: decision.reason })
            : t('never-decided')}
        </p>
        {mayChange ? <Switch allowed={allowed} /> : <p>{t('only-privacy-officer')}</p>}
      </div>
    </Card>
  );
}

function Switch({ allowed }: { allowed: boolean }) {
  const t = useText(touchlessText);
  const { act, busy, problem } = useAct(switchTouchless);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = reason.trim().length < 3;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!lacks) await act({ allowed: !allowed, reason: reason.trim() });
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        label={t('reason')}
        help={t(allowed ? 'reason-help-off' : 'reason-help-on')}
        value={reason}
        onChange={setReason}
        problem={tried && lacks ? t('need-reason') : fieldProblem(problem, '/reason')}
      />
      <Problem problem={problem} />
      <p className="button-row">
        <Button type="submit" busy={busy ? t('saving') : undefined}>
          {t(allowed ? 'switch-off' : 'switch-on')}
        </Button>
      </p>
    </form>
  );
}
