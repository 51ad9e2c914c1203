import { answerInspectionOffer } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { useAct } from '../../use-endpoint.ts';
import type { Tracked } from './where-it-stands.ts';

type Standing = NonNullable<Tracked['visit']>;
type Offer = Extract<Standing, { is: 'offered' }>['offer'];

const none = 'none';

/** Looking in person: times to choose from, or the appointment with where, whom to ask for and what to bring. */
export function Visit({ visit }: { visit: Standing }) {
  const [again, setAgain] = useState(false);
  if (visit.is === 'held') return null;
  if (visit.is === 'to-offer') return <ToOffer wish={visit.wish} missed={visit.missed} />;
  const { offer } = visit;
  if (visit.is === 'chosen' && !again) return <Appointment visit={visit} onAgain={() => setAgain(true)} />;
  const keep = visit.is === 'chosen' ? () => setAgain(false) : undefined;
  return <ChooseTime key={offer.id} offer={offer} onKeep={keep} onSent={() => setAgain(false)} />;
}

function ToOffer({ wish, missed }: Omit<Extract<Standing, { is: 'to-offer' }>, 'is'>) {
  const t = useText(visitText);
  const dates = useDates();
  return (
    <Card>
      <h2>{t('my-to-offer')}</h2>
      {wish && <p>{t('my-wished', { wish })}</p>}
      {missed && <p>{t('my-missed', { when: dates.dayAt(missed) })}</p>}
      <p className="page-help">{t('my-to-offer-help')}</p>
    </Card>
  );
}

function Appointment({ visit, onAgain }: { visit: Extract<Standing, { is: 'chosen' }>; onAgain: () => void }) {
  const t = useText(visitText);
  const dates = useDates();
  const { place, askFor } = visit.offer;
  return (
    <Card>
      <h2>{t('my-chosen', { when: dates.dayAt(visit.time) })}</h2>
      <p>{t('my-where', { place, askFor })}</p>
      <p>{t('my-help')}</p>
      <p className="page-help">{t('my-no-id')}</p>
      <Button look="second" wide onClick={onAgain}>
        {t('my-another')}
      </Button>
    </Card>
  );
}

function ChooseTime({
  offer,
  onKeep,
  onSent,
}: {
  offer: Offer;
  /** Where a time was chosen before: leave it as it is. */
  onKeep: (() => void) | undefined;
  onSent: () => void;
}) {
  const t = useText(visitText);
  const dates = useDates();
  const answering = useAct(answerInspectionOffer);
  const [chosen, setChosen] = useState<string>();
  const [wish, setWish] = useState('');
  const [tried, setTried] = useState(false);
  const time = offer.times.find((one) => keyOf(one) === chosen);
  const isNone = chosen === none;
  const send = async () => {
    setTried(true);
    if (!chosen || (isNone && wish.trim().length < 2)) return;
    const answer = time ? { time } : { wish };
    if ((await answering.act({ offerId: offer.id, ...answer })) !== undefined) onSent();
  };
  return (
    <Card tone="asking">
      <h2>{t('my-title')}</h2>
      <p>{t('my-where', { place: offer.place, askFor: offer.askFor })}</p>
      <p className="page-help">
        {t('my-help')} {t('my-no-id')}
      </p>
      <RadioTiles
        legend={t('my-times')}
        value={chosen}
        onChange={setChosen}
        problem={tried && !chosen ? t('my-need-time') : fieldProblem(answering.problem, '/time')}
        choices={[
          ...offer.times.map((one) => ({ value: keyOf(one), label: dates.dayAt(one) })),
          { value: none, label: t('my-none') },
        ]}
      />
      {isNone && (
        <TextArea
          label={t('my-wish')}
          help={t('my-wish-help')}
          value={wish}
          onChange={setWish}
          rows={2}
          problem={tried && wish.trim().length < 2 ? t('my-need-wish') : fieldProblem(answering.problem, '/wish')}
        />
      )}
      <Problem problem={answering.problem} />
      <Button wide busy={answering.busy ? t('my-sending') : undefined} onClick={() => void send()}>
        {t('my-send')}
      </Button>
      {onKeep && (
        <Button look="second" wide onClick={onKeep}>
          {t('my-keep')}
        </Button>
      )}
    </Card>
  );
}

function keyOf({ on, at }: { on: string; at: string }): string {
  return `${on} ${at}`;
}
