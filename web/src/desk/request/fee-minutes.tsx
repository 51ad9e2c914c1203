import { copyingTasks, logLabour, uncountedTasks } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { FeeAccount } from './fee-account.ts';

type Task = FeeAccount['labour'][number]['task'];
const tasks = [...copyingTasks, ...uncountedTasks];

/** The minutes that a request took; what is never counted says so with its clause. */
export function FeeMinutes({ requestId, account }: { requestId: string; account: FeeAccount }) {
  const t = useText(feeText);
  const logging = useAct(logLabour);
  const [task, setTask] = useState<Task>('burning');
  const [minutes, setMinutes] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await logging.act({ requestId, task, minutes: Number(minutes) })) !== undefined) setMinutes('');
  };
  return (
    <section className="card stack">
      <h2>{t('minutes')}</h2>
      <p className="quiet">{t('minutes-help')}</p>
      <ul className="fee-lines">
        {account.labour.map((entry) => (
          <li key={`${entry.loggedAt}-${entry.task}`}>
            <span>
              {t(`task-${entry.task}`)}{' '}
              <span className="quiet small">
                {entry.loggedBy}
                {entry.notCountedBy && ` · ${t('not-counted')}: ${entry.notCountedBy}`}
              </span>
            </span>
            <span className="fee-amount">{t('minutes-count', { count: entry.minutes })}</span>
          </li>
        ))}
        {account.labour.length > 0 && (
          <li className="fee-total">
            <span>{t('counted', { count: account.copyMinutes })}</span>
          </li>
        )}
      </ul>
      <form className="fee-form" onSubmit={submit} noValidate>
        <SelectField
          label={t('task')}
          value={task}
          onChange={(value) => setTask(value as Task)}
          options={tasks.map((value) => ({ value, label: t(`task-${value}`) }))}
        />
        <TextField label={t('minutes')} value={minutes} onChange={setMinutes} inputMode="numeric" maxLength={3} />
        <Button type="submit" look="second" busy={logging.busy ? t('working') : undefined}>
          {t('log-minutes')}
        </Button>
      </form>
      <Problem problem={logging.problem} />
    </section>
  );
}
