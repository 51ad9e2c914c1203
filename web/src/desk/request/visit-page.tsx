import { readInspection } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useFacility } from '../../facility.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { BackToRequest } from './asked-question.tsx';
import { RequestLayout } from './request-layout.tsx';
import { VisitAnswer } from './visit-answer.tsx';
import type { Inspection } from './visit-card.tsx';
import { VisitOffer } from './visit-offer.tsx';
import { VisitRecord } from './visit-record.tsx';

type Deed = 'offer' | 'answer' | 'visit';

/** Looking in person: the deed that is next comes up, the others are a button away. */
export function VisitPage({ file }: { file: RequestFile }) {
  const t = useText(visitText);
  const { today } = useFacility();
  const { value, problem, again } = useRead(readInspection, { requestId: file.id });
  const [chosen, setChosen] = useState<{ deed: Deed; at: string }>();
  if (!value && (problem || value === undefined))
    return (
      <RequestLayout file={file} place="copies" title={t('card-title')}>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('card-title')} />}
      </RequestLayout>
    );
  if (!value || file.closed)
    return <RequestLayout file={file} place="copies" title={t('title-over')} beside={<BackToRequest />} />;
  const { standing } = value;
  const at = JSON.stringify([standing, value.visits.length]);
  // What was chosen belongs to how things stood: after a deed the next one comes up.
  const deed = chosen?.at === at ? chosen.deed : nextDeed(value, today);
  const open = (one: Deed) => () => setChosen({ deed: one, at });
  const beside = (
    <>
      {deed !== 'answer' && (standing.is === 'offered' || standing.is === 'chosen') && (
        <Other words={t('do-answer')} onClick={open('answer')} />
      )}
      {deed !== 'offer' && <Other words={t('do-other-times')} onClick={open('offer')} />}
      {deed !== 'visit' && value.ready.length > 0 && <Other words={t('do-visit')} onClick={open('visit')} />}
      <BackToRequest />
    </>
  );
  const about = { file, inspection: value, beside };
  if (deed === 'visit') return <VisitRecord {...about} />;
  if (deed === 'answer' && (standing.is === 'offered' || standing.is === 'chosen'))
    return <VisitAnswer {...about} key={standing.offer.id} offer={standing.offer} />;
  return <VisitOffer {...about} />;
}

function nextDeed({ standing, ready }: Inspection, today: string): Deed {
  if (standing.is === 'offered') return 'answer';
  if (standing.is === 'chosen') return standing.time.on <= today && ready.length > 0 ? 'visit' : 'answer';
  return 'offer';
}

function Other({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <Button look="second" wide onClick={onClick}>
      {words}
    </Button>
  );
}
