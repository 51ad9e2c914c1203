import { readLateAnswers } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { lateAnswersText } from '../../locales/late-answers.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { SettingsPage } from './settings-page.tsx';

type Report = OutputOf<typeof readLateAnswers>;

/** For compliance: what was answered late, or not yet, and what was denied until a day that has come. */
export function LateAnswers() {
  const t = useText(lateAnswersText);
  const [days, setDays] = useState({ from: '', to: '' });
  const asked = Object.fromEntries(Object.entries(days).filter(([, day]) => /^\d{4}-\d{2}-\d{2}$/.test(day)));
  const { value, problem, loading, again } = useRead(readLateAnswers, asked);
  return (
    <SettingsPage title={t('title')}>
      <p className="quiet">{t('help')}</p>
      <div className="form-grid">
        <TextField
          type="date"
          label={t('from')}
          value={days.from || (value?.from ?? '')}
          onChange={(from) => setDays({ ...days, from })}
        />
        <TextField
          type="date"
          label={t('to')}
          value={days.to || (value?.to ?? '')}
          onChange={(to) => setDays({ ...days, to })}
        />
      </div>
      <Problem problem={problem} onAgain={again} />
      {loading && <Loading words={t('reading')} />}
      {value && <Late report={value} />}
      {value && value.returned.length > 0 && <Returned report={value} />}
    </SettingsPage>
  );
}

function Late({ report }: { report: Report }) {
  const t = useText(lateAnswersText);
  const dates = useDates();
  const { received, answeredInTime, late } = report;
  const sums = { received: String(received), inTime: String(answeredInTime), late: String(late.length) };
  return (
    <section className="stack">
      <p>{t('summary', sums)}</p>
      {late.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <table className="plain-table late-answers">
          <thead>
            <tr>
              <th scope="col">{t('request')}</th>
              <th scope="col">{t('received')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('answered')}</th>
              <th scope="col">{t('days')}</th>
            </tr>
          </thead>
          <tbody>
            {late.map((row) => (
              <tr key={row.requestId}>
                <td className="mono">
                  <Link to={`/desk/requests/${row.requestId}`}>{row.reference}</Link>
                </td>
                <td>{dates.plainDay(row.receivedOn)}</td>
                <td>{dates.plainDay(row.dueOn)}</td>
                <td>{row.answeredOn ? dates.plainDay(row.answeredOn) : t('not-answered')}</td>
                <td>{row.daysLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Returned({ report }: { report: Report }) {
  const t = useText(lateAnswersText);
  const dates = useDates();
  return (
    <section className="stack">
      <h2>{t('returned')}</h2>
      <p className="quiet">{t('returned-help')}</p>
      <ul>
        {report.returned.map(({ requestId, reference, returnedOn }) => (
          <li key={requestId}>
            <Link to={`/desk/requests/${requestId}`}>
              {t('returned-on', { reference, day: dates.plainDay(returnedOn) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
