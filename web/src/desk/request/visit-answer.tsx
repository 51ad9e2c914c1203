import { recordInspectionAnswer } from '@echoback/server/contract';
import { type ReactNode, useState } from 'react';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { RequestLayout } from './request-layout.tsx';
import type { Inspection } from './visit-card.tsx';

const none = 'none';
const ways = ['phone', 'mail', 'in-person'] as const;
type Offer = Extract<Inspection['standing'], { is: 'offered' }>['offer'];

/** What the person told the office about the times: which one, or what would suit instead. */
export function VisitAnswer({
  file,
  inspection,
  offer,
  beside,
}: {
  file: RequestFile;
  inspection: Inspection;
  offer: Offer;
  beside: ReactNode;
}) {
  const t = useText(visitText);
  const dates = useDates();
  const { today } = useFacility();
  const saving = useAct(recordInspectionAnswer);
  const [chosen, setChosen] = useState<string>();
  const [wish, setWish] = useState('');
  const [how, setHow] = useState<(typeof ways)[number]>();
  const [saidOn, setSaidOn] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const time = offer.times.find(({ on, at }) => `${on} ${at}` === chosen);
  const { standing } = inspection;
  const act = () => {
    setTried(true);
    if (!chosen || !how || (!time && wish.trim().length < 2)) return;
    const answer = time ? { time } : { wish };
    void saving.act({ requestId: file.id, offerId: offer.id, how, saidOn, ...answer });
  };
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-answer')}
      subtitle={t('help-answer', { place: offer.place, askFor: offer.askFor })}
      primary={{ label: t('save'), act, busy: saving.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={saving.problem} />
          {beside}
        </>
      }
    >
      {standing.is === 'chosen' && <p>{t('card-chosen', { when: dates.dayAt(standing.time) })}</p>}
      <RadioTiles
        legend={t('the-times')}
        value={chosen}
        onChange={setChosen}
        problem={tried && !chosen ? t('my-need-time') : fieldProblem(saving.problem, '/time')}
        choices={[
          ...offer.times.map((one) => ({ value: `${one.on} ${one.at}`, label: dates.dayAt(one) })),
          { value: none, label: t('none-suits') },
        ]}
      />
      {chosen === none && (
        <TextField
          label={t('their-wish')}
          value={wish}
          onChange={setWish}
          maxLength={200}
          problem={tried && wish.trim().length < 2 ? t('my-need-wish') : fieldProblem(saving.problem, '/wish')}
        />
      )}
      <RadioTiles
        legend={t('told-how')}
        value={how}
        onChange={setHow}
        columns={2}
        problem={tried && !how ? t('need-told') : undefined}
        choices={ways.map((value) => ({ value, label: t(`told-${value}`) }))}
      />
      <TextField label={t('told-on')} type="date" value={saidOn} onChange={setSaidOn} />
    </RequestLayout>
  );
}
