import {
  correctReceipt,
  joinRequests,
  openScan,
  readIntake,
  recordReminder,
  recordSignature,
} from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf, type OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf, noDate } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct, useRead } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';

type Came = OutputOf<typeof readIntake>;

/** How the request came, its page, and other requests of the same person with how like they are. */
export function IntakeCard({ requestId, closed }: { requestId: string; closed: boolean }) {
  const t = useText(deskIntakeText);
  const dates = useDates();
  const came = useRead(readIntake, { requestId });
  if (!came.value) return <Problem problem={came.problem} onAgain={came.again} />;
  const { channel, scan, enteredBy, department, corrections, reminders, others } = came.value;
  return (
    <section className="stack-small">
      <h2>{t('how-it-came')}</h2>
      <p>
        {t(`channel-${channel}`)}
        {department && ` · ${department}`}
        {enteredBy && ` · ${t('entered-by', { name: enteredBy })}`}
      </p>
      {scan && (
        <p>
          <Link href={addressOf(openScan, { scanId: scan.scanId })} newTab>
            {t('scan')}
          </Link>
        </p>
      )}
      {inOrder(
        corrections.map(({ before, reason }) => t('moved-earlier', { before: dates.plainDay(before), reason })),
      ).map(({ place, one }) => (
        <p key={place} className="small">
          {one}
        </p>
      ))}
      {inOrder(reminders).map(({ place, one }) => (
        <p key={place} className="small">
          {t('reminded', { on: dates.plainDay(one.on), channel: t(`channel-${one.channel}`) })}
        </p>
      ))}
      {!closed && <Acts requestId={requestId} waits={came.value.waitsForSignature} />}
      {others.length > 0 && <Others requestId={requestId} others={others} />}
    </section>
  );
}

function Acts({ requestId, waits }: { requestId: string; waits: boolean }) {
  const t = useText(deskIntakeText);
  const { today } = useFacility();
  const sign = useAct(recordSignature);
  const remind = useAct(recordReminder);
  const correct = useAct(correctReceipt);
  const [day, setDay] = useState(noDate);
  const [reason, setReason] = useState('');
  const receivedOn = calendarDateOf(day);
  return (
    <>
      {waits && (
        <>
          <p>{t('waits-signature')}</p>
          <Button look="second" onClick={() => void sign.act({ requestId, signedOn: today })}>
            {t('signature-came')}
          </Button>
        </>
      )}
      <Button look="plain" onClick={() => void remind.act({ requestId, channel: 'phone' })}>
        {t('record-reminder')}
      </Button>
      <Problem problem={sign.problem ?? remind.problem} />
      <Disclosure summary={t('correct-day')}>
        <DateField label={t('received-on')} value={day} onChange={setDay} />
        <TextField label={t('reason')} value={reason} onChange={setReason} />
        <Problem problem={correct.problem} />
        <Button
          look="second"
          disabled={!receivedOn || reason.trim().length < 3}
          onClick={() => receivedOn && void correct.act({ requestId, receivedOn, reason })}
        >
          {t('save-day')}
        </Button>
      </Disclosure>
    </>
  );
}

function Others({ requestId, others }: { requestId: string; others: Came['others'] }) {
  const t = useText(deskIntakeText);
  const words = useText(wordsText);
  const dates = useDates();
  const join = useAct(joinRequests);
  return (
    <>
      <h3>{t('same-person')}</h3>
      <Problem problem={join.problem} />
      {others.map((other) => (
        <div key={other.requestId} className="stack-small">
          <p>
            <Link to={`/desk/requests/${other.requestId}`}>
              <span className="mono">{other.reference}</span>
            </Link>
            {` · ${t(`channel-${other.channel}`)} · ${dates.plainDay(other.receivedOn)}`}
            {other.known && ` · ${t(`known-${other.known}`)}`}
          </p>
          <p className="small">
            {other.exams
              .map(({ examType, likeness }) => `${words(`exam-${examType}`)}: ${t(`likeness-${likeness}`)}`)
              .join('; ')}
            {!other.sameRequester && ` · ${t('other-requester')}`}
            {other.added > 0 && ` · ${t('keeps-added', { count: other.added })}`}
          </p>
          {other.would && (
            <Button look="second" onClick={() => void join.act({ requestId, otherId: other.requestId })}>
              {t(other.would === 'joined' ? 'join' : 'link')}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}
