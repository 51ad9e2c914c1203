import { readAccounting, sendAccounting } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { useStaff } from '../signed-in.tsx';

/** Who got this patient's pictures, at their direction or by mistake: what 45 CFR 164.528 has a facility tell on request. */
export function Accounting({ patientId }: { patientId: string }) {
  const t = useText(deskSetupText);
  const dates = useDates();
  // An administrator runs the system and has no business in anybody's pictures.
  const may = useStaff().role !== 'admin';
  const accounting = useRead(readAccounting, { patientId }, { when: may });
  const sending = useAct(sendAccounting);
  const [sent, setSent] = useState<string>();
  if (!may) return null;
  const send = async () => setSent((await sending.act({ patientId }))?.reference);
  const examWords = ({ label, studyDate }: { label: string; studyDate: string | null }) =>
    studyDate ? `${label}, ${dates.plainDay(studyDate)}` : label;
  const entries = accounting.value?.entries ?? [];
  return (
    <section className="stack-small patient-accounting">
      <h2>{t('accounting')}</h2>
      <Problem problem={accounting.problem} onAgain={accounting.again} />
      {accounting.loading && <Loading words={t('reading-accounting')} />}
      {accounting.value && (
        <p className="quiet">
          {t(entries.length > 0 ? 'accounting-since' : 'accounting-none', {
            day: dates.plainDay(accounting.value.from),
          })}
        </p>
      )}
      <ul className="record-list">
        {inOrder(entries).map(({ place, one }) => (
          <li key={place}>
            <strong>{dates.plainDay(one.on)}</strong> · {one.recipient} · {one.exams.map(examWords).join('; ')} ·{' '}
            {t(`accounting-${one.why}`)} <span className="mono quiet">{one.reference}</span>
          </li>
        ))}
      </ul>
      <Problem problem={sending.problem} />
      {sent ? (
        <p role="status">{t('accounting-sent', { reference: sent })}</p>
      ) : (
        <p>
          <Button look="second" busy={sending.busy ? t('accounting-sending') : undefined} onClick={() => void send()}>
            {t('accounting-send')}
          </Button>
        </p>
      )}
    </section>
  );
}
