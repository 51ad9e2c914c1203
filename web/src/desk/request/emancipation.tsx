import { recordEmancipation } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf, noDate } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';

/** A paper may make a minor their own individual: from its day on a parent asks as the parent of an adult. */
export function Emancipation({ requestId, card }: { requestId: string; card: AuthorityCard }) {
  const t = useText(deskAuthorityText);
  const dates = useDates();
  const { act, busy, problem } = useAct(recordEmancipation);
  const [day, setDay] = useState(noDate);
  const [seen, setSeen] = useState('');
  const [tried, setTried] = useState(false);
  if (!card.mayBeEmancipated) return null;
  const { emancipation } = card;
  const on = calendarDateOf(day);
  const tooShort = seen.trim().length < 3;
  const record = async (emancipatedOn: string | null) => {
    setTried(true);
    if (tooShort || emancipatedOn === '') return;
    if ((await act({ requestId, emancipatedOn, whatWasSeen: seen.trim() })) === undefined) return;
    setSeen('');
    setDay(noDate);
    setTried(false);
  };
  const words = (
    <TextArea
      label={t(emancipation ? 'emancipated-mistake' : 'seen')}
      help={emancipation ? undefined : t('emancipated-help')}
      value={seen}
      onChange={setSeen}
      rows={2}
      problem={tried && tooShort ? t('need-words') : fieldProblem(problem, '/whatWasSeen')}
    />
  );
  return (
    <Disclosure summary={t('emancipated')} open={emancipation !== null}>
      <div className="form">
        {emancipation ? (
          <>
            <p>
              {t('emancipated-since', { day: dates.plainDay(emancipation.on) })} “{emancipation.whatWasSeen}”{' '}
              <span className="quiet small">
                {t('judged-by', { name: emancipation.recordedBy, when: dates.dayAndTime(emancipation.recordedAt) })}
              </span>
            </p>
            {words}
          </>
        ) : (
          <>
            <p>
              {t('emancipated-lead')}{' '}
              <span className="quiet small">
                <Cite of={card.cites.ofAge} />
              </span>
            </p>
            <DateField
              label={t('emancipated-on')}
              value={day}
              onChange={setDay}
              problem={tried && !on ? t('emancipated-need-day') : fieldProblem(problem, '/emancipatedOn')}
            />
            {words}
          </>
        )}
        <Problem problem={problem} />
        <Button
          look="second"
          busy={busy ? t('saving') : undefined}
          onClick={() => void record(emancipation ? null : (on ?? ''))}
        >
          {t(emancipation ? 'emancipated-undo' : 'emancipated-act')}
        </Button>
      </div>
    </Disclosure>
  );
}
