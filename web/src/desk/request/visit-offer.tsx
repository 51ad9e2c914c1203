import { offerInspection, previewInspectionOffer } from '@echoback/server/contract';
import { type ReactNode, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { type LetterContent, LetterView } from '../../letters/letter-view.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { RequestLayout } from './request-layout.tsx';
import type { Inspection } from './visit-card.tsx';

type Time = { key: number; on: string; at: string };
const mostTimes = 6;

/** Times and a place, then their letter: nothing is sent that was not read. */
export function VisitOffer({
  file,
  inspection,
  beside,
}: {
  file: RequestFile;
  inspection: Inspection;
  beside: ReactNode;
}) {
  const t = useText(visitText);
  const dates = useDates();
  const preview = useAct(previewInspectionOffer);
  const send = useAct(offerInspection);
  const [times, setTimes] = useState<Time[]>([{ key: 0, on: '', at: '' }]);
  const [place, setPlace] = useState(inspection.place);
  const [askFor, setAskFor] = useState(inspection.askFor);
  const [letter, setLetter] = useState<LetterContent>();
  const [tried, setTried] = useState(false);
  const { standing, dueOn, offerBy, suits } = inspection;
  const wish = { requestId: file.id, place, askFor, times: times.map(({ on, at }) => ({ on, at })) };
  const isWhole = times.every(({ on, at }) => on && at);
  const isLate = isWhole && times.every(({ on }) => on > dueOn);
  const see = async () => {
    setTried(true);
    if (isWhole) setLetter(await preview.act(wish));
  };
  const edit = (key: number, part: Partial<Time>) =>
    setTimes(times.map((time) => (time.key === key ? { ...time, ...part } : time)));
  if (letter)
    return (
      <RequestLayout
        file={file}
        place="copies"
        title={t('title-read')}
        primary={{ label: t('send'), act: () => void send.act(wish), busy: send.busy ? t('sending') : undefined }}
        beside={
          <>
            <Problem problem={send.problem} />
            <Button look="second" wide onClick={() => setLetter(undefined)}>
              {t('change')}
            </Button>
          </>
        }
      >
        <LetterView letter={letter} />
      </RequestLayout>
    );
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-offer')}
      subtitle={t('help-offer', { due: dates.shortDay(dueOn), by: dates.shortDay(offerBy) })}
      primary={{ label: t('see'), act: () => void see(), busy: preview.busy ? t('seeing') : undefined }}
      beside={
        <>
          <Problem problem={preview.problem} />
          {beside}
        </>
      }
    >
      {suits && <p>{t('card-suits', { times: suits })}</p>}
      {standing.is === 'to-offer' && standing.wish && <p>{t('card-wish', { wish: standing.wish })}</p>}
      {standing.is === 'offered' && <p>{t('replaces-offer')}</p>}
      {standing.is === 'chosen' && (
        <p className="clock-late">{t('takes-back', { when: dates.dayAt(standing.time) })}</p>
      )}
      {times.map(({ key, on, at }, index) => (
        <fieldset key={key} className="stack-small">
          <legend className="field-label">{t('time', { n: index + 1 })}</legend>
          <div className="form-grid">
            <TextField
              label={t('day')}
              type="date"
              value={on}
              onChange={(day) => edit(key, { on: day })}
              problem={fieldProblem(preview.problem, `/times/${index}/on`)}
            />
            <TextField
              label={t('hour')}
              type="time"
              value={at}
              onChange={(hour) => edit(key, { at: hour })}
              problem={fieldProblem(preview.problem, `/times/${index}/at`)}
            />
          </div>
          {times.length > 1 && (
            <p>
              <LinkButton onClick={() => setTimes(times.filter((time) => time.key !== key))}>
                {t('remove-time', { n: index + 1 })}
              </LinkButton>
            </p>
          )}
        </fieldset>
      ))}
      {tried && !isWhole && (
        <p className="field-problem" role="alert">
          {t('need-times')}
        </p>
      )}
      {isLate && <p className="clock-late">{t('late-offer', { due: dates.shortDay(dueOn) })}</p>}
      {times.length < mostTimes && (
        <p>
          <LinkButton
            onClick={() => setTimes([...times, { key: 1 + Math.max(...times.map(({ key }) => key)), on: '', at: '' }])}
          >
            {t('add-time')}
          </LinkButton>
        </p>
      )}
      <TextField
        label={t('place')}
        help={t('place-help')}
        value={place}
        onChange={setPlace}
        maxLength={200}
        problem={fieldProblem(preview.problem, '/place')}
      />
      <TextField
        label={t('ask-for')}
        value={askFor}
        onChange={setAskFor}
        maxLength={120}
        problem={fieldProblem(preview.problem, '/askFor')}
      />
    </RequestLayout>
  );
}
