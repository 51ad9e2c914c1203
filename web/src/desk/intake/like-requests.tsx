import { findLikeRequests, recordReminder } from '@echoback/server/contract';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card, Pill } from '../../design-system/surface.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct, useRead } from '../../use-endpoint.ts';
import { nameOfRequester, patientOf, type TypedIntake, type TypedPatient } from './typed-intake.ts';

type Like = OutputOf<typeof findLikeRequests>['others'][number];
/** So long after the last key it is looked for, in milliseconds. */
const restMs = 400;

/** As soon as it is known who and what: requests of the same person, so that a repeat is not begun as a new one. */
export function LikeRequests({ typed, patient }: { typed: TypedIntake; patient: TypedPatient }) {
  const t = useText(deskIntakeText);
  const { today } = useFacility();
  const known = patientOf(patient);
  const wish = useRested(known ? JSON.stringify(asked(typed, known, today)) : '');
  const found = useRead(findLikeRequests, wish ? JSON.parse(wish) : asked(typed, nobody, today), {
    when: wish !== '',
  });
  const others = wish ? (found.value?.others ?? []) : [];
  if (others.length === 0) return null;
  const isRepeat = others.some(({ would, sameRequester }) => would === 'joined' && sameRequester);
  return (
    <div role="status">
      <Card tone="asking">
        <h2>{t(isRepeat ? 'like-title' : 'like-title-other', { count: others.length })}</h2>
        <p>{t('like-help')}</p>
        <ul className="lines">
          {others.map((other) => (
            <LikeLine key={other.requestId} other={other} channel={typed.channel} />
          ))}
        </ul>
        <Problem problem={found.problem} />
      </Card>
    </div>
  );
}

function LikeLine({ other, channel }: { other: Like; channel: TypedIntake['channel'] }) {
  const t = useText(deskIntakeText);
  const words = useText(wordsText);
  const dates = useDates();
  const remind = useAct(recordReminder);
  const [written, setWritten] = useState(false);
  const write = async () => {
    if ((await remind.act({ requestId: other.requestId, channel })) !== undefined) setWritten(true);
  };
  return (
    <li className="stack-small">
      <p>
        <Link to={`/desk/requests/${other.requestId}`}>
          <span className="mono">{other.reference}</span>
        </Link>
        {` · ${t(`channel-${other.channel}`)} · ${dates.plainDay(other.receivedOn)} `}
        {other.closed && <Pill>{t('like-closed')}</Pill>}
      </p>
      <p className="small">
        {other.exams
          .map(({ examType, likeness }) => `${words(`exam-${examType}`)}: ${t(`likeness-${likeness}`)}`)
          .join('; ')}
        {!other.sameRequester && ` · ${t('other-requester')}`}
      </p>
      {written && <p role="status">{t('reminder-written')}</p>}
      {!written && !other.closed && other.sameRequester && (
        <p>
          <Button look="second" busy={remind.busy ? t('saving') : undefined} onClick={() => void write()}>
            {t('only-reminder')}
          </Button>
        </p>
      )}
      <Problem problem={remind.problem} />
    </li>
  );
}

const nobody = { patient: { familyName: '-', givenName: '-', birthDate: '1900-01-01' }, examItems: [] };
type Known = NonNullable<ReturnType<typeof patientOf>> | typeof nobody;

function asked(typed: TypedIntake, { patient, examItems }: Known, today: string) {
  const { familyName, givenName, birthDate } = patient;
  return {
    patient: { familyName, givenName, birthDate },
    requesterName: nameOfRequester(typed),
    receivedOn: calendarDateOf(typed.receivedOn) ?? today,
    examItems: [...examItems],
  };
}

/** The same value, once it has not changed for a moment: nothing is asked at every key. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
