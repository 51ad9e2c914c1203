import { readAccounting, sendAccounting } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
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
  if (!may) return null;
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
      {accounting.value && <SendTo patientId={patientId} askers={accounting.value.askers} />}
    </section>
  );
}

type Asker = OutputOf<typeof readAccounting>['askers'][number];

/** The list is the right of whoever asks for it, so staff say who that is: nobody is chosen before. */
function SendTo({ patientId, askers }: { patientId: string; askers: readonly Asker[] }) {
  const t = useText(deskSetupText);
  const sending = useAct(sendAccounting);
  const [requestId, setRequestId] = useState<string>();
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<string>();
  if (sent) return <p role="status">{t('accounting-sent', { reference: sent })}</p>;
  if (askers.length === 0) return <p className="quiet">{t('accounting-nobody')}</p>;
  const send = async () => {
    setTried(true);
    if (requestId) setSent((await sending.act({ patientId, requestId }))?.reference);
  };
  return (
    <>
      <RadioTiles
        legend={t('accounting-to')}
        value={requestId}
        onChange={setRequestId}
        problem={tried && !requestId ? t('accounting-choose') : undefined}
        choices={askers.map((asker) => ({
          value: asker.requestId,
          label: asker.name,
          help: t(`asker-${asker.is}`),
          aside: <span className="mono">{asker.reference}</span>,
        }))}
      />
      <Problem problem={sending.problem} />
      <p>
        <Button look="second" busy={sending.busy ? t('accounting-sending') : undefined} onClick={() => void send()}>
          {t('accounting-send')}
        </Button>
      </p>
    </>
  );
}
