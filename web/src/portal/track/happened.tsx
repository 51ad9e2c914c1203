import { readLetter } from '@echoback/server/contract';
import { addressOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { LetterTitle, useLetterTitle } from '../../letter-title.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import { useEventWords } from './use-event-words.ts';
import type { Tracked } from './where-it-stands.ts';

/** The letters as they were sent: to read here, and as PDF. */
export function Letters({ request }: { request: Tracked }) {
  const t = useText(portalText);
  if (request.letters.length === 0) return null;
  return (
    <section>
      <h2>{t('letters')}</h2>
      <ul className="lines">
        {request.letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} />
        ))}
      </ul>
    </section>
  );
}

function LetterLine({ letter: { id, titles, madeAt } }: { letter: Tracked['letters'][number] }) {
  const t = useText(portalText);
  const dates = useDates();
  const { title: name } = useLetterTitle(titles);
  return (
    <li>
      <Link to={`/letters/${id}`}>
        <LetterTitle titles={titles} />
      </Link>{' '}
      <Link href={addressOf(readLetter, { letterId: id })} newTab label={t('letter-of', { name })}>
        PDF
      </Link>
      <p className="page-help">{dates.dayAndTime(madeAt)}</p>
    </li>
  );
}

/** What happened, newest first, a heading a day. */
export function Happened({ request }: { request: Tracked }) {
  const t = useText(portalText);
  const dates = useDates();
  const { today } = useFacility();
  const wordsOf = useEventWords();
  const events = request.history
    .flatMap((event) => {
      const words = wordsOf(event);
      return words ? [{ at: event.at, words }] : [];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
  const days = [...new Set(events.map((event) => dates.dayOf(event.at)))];
  return (
    <section>
      <h2>{t('what-happened')}</h2>
      {days.map((day) => (
        <div key={day} className="happened">
          <h3>{day === today ? t('today') : dates.day(day)}</h3>
          <ol>
            {inOrder(events.filter((event) => dates.dayOf(event.at) === day)).map(({ place, one }) => (
              <li key={place}>
                <time dateTime={one.at}>{dates.time(one.at)}</time>
                <p>{one.words}</p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
