import { readInspection } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';

export type Inspection = NonNullable<OutputOf<typeof readInspection>>;

/** An answer from the person's own page comes up at a desk that has the file open. */
const answerComesMs = 15_000;

/** Looking in person, where it was asked for: how far the appointment is, and who came. */
export function VisitCard({ file }: { file: RequestFile }) {
  const t = useText(visitText);
  const dates = useDates();
  const asked = file.deliveries.some(({ kind }) => kind === 'inspection');
  const { value, problem, again } = useRead(
    readInspection,
    { requestId: file.id },
    { when: asked, every: () => (file.closed ? false : answerComesMs) },
  );
  if (!asked) return null;
  if (!value) return <Problem problem={problem} onAgain={again} />;
  return (
    <section className="stack-small">
      <h2>{t('card-title')}</h2>
      {value.suits && <p>{t('card-suits', { times: value.suits })}</p>}
      {value.visits.map(({ on, at, came, shownBy }) => (
        <p key={`${on} ${at}`} className="small">
          {came && shownBy
            ? t('card-held', { when: dates.dayAt({ on, at }), came, by: shownBy })
            : t('card-no-show', { when: dates.dayAt({ on, at }) })}
        </p>
      ))}
      {!file.closed && (
        <>
          <Standing inspection={value} />
          <p>
            <Link to="?at=visit">{t('card-open')}</Link>
          </p>
        </>
      )}
    </section>
  );
}

function Standing({ inspection: { standing, offerBy, dueOn } }: { inspection: Inspection }) {
  const t = useText(visitText);
  const dates = useDates();
  switch (standing.is) {
    case 'offered':
      return <p>{t('card-offered', { count: standing.offer.times.length })}</p>;
    case 'chosen':
      return <p>{t('card-chosen', { when: dates.dayAt(standing.time) })}</p>;
    case 'to-offer':
      return (
        <>
          {standing.wish && <p>{t('card-wish', { wish: standing.wish })}</p>}
          {standing.missed && <p>{t('card-missed', { when: dates.dayAt(standing.missed) })}</p>}
          <p>{t('card-to-offer', { by: dates.shortDay(offerBy), due: dates.shortDay(dueOn) })}</p>
        </>
      );
    case 'held':
      return null;
  }
}
