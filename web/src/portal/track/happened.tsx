import { readLetter } from '@echoback/server/contract';
import { addressOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import type { Tracked } from './track.tsx';

const letterCodes = ['ack', 'done', 'none', 'not'] as const;
/** What a patient is told; anything else in the audit trail is the office's own. */
const told = [
  'request-received',
  'identity-code-sent',
  'identity-proved',
  'patient-chosen',
  'studies-searched',
  'match-confirmed',
  'match-withdrawn',
  'retrieval-started',
  'retrieval-finished',
  'retrieval-failed',
  'report-attached',
  'release-approved',
  'delivery-ready',
  'delivery-handed-over',
  'release-viewed',
  'package-downloaded',
  'letter-made',
  'share-link-opened',
  'outcome-recorded',
] as const;

/** The letters as they were sent, and what happened, newest first. */
export function Happened({ request }: { request: Tracked }) {
  const t = useText(portalText);
  const dates = useDates();
  const facility = useFacility();
  const events = request.history
    .flatMap(({ at, event }) => {
      const known = told.find((name) => name === event.replaceAll('.', '-'));
      return known ? [{ at, words: t(`event-${known}`, { facility: facility.name }) }] : [];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      {request.letters.length > 0 && (
        <section>
          <h2>{t('letters')}</h2>
          <ul className="lines">
            {request.letters.map((letter) => {
              const code = letterCodes.find((known) => `l-${known}` === letter.code.toLowerCase());
              return (
                <li key={letter.id}>
                  <Link href={addressOf(readLetter, { letterId: letter.id })} newTab>
                    {t('letter-of', { name: t(code ? `letter-${code}` : 'letter-other') })}
                  </Link>
                  <p className="page-help">{dates.dayAndTime(letter.madeAt)}</p>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('what-happened')}</h2>
        <ol className="happened">
          {inOrder(events).map(({ place, one }) => (
            <li key={place}>
              <time dateTime={one.at}>{dates.dayAndTime(one.at)}</time>
              <p>{one.words}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
