import { useDates } from '../../facility.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { viewerText } from '../../locales/viewer.ts';
import { wordsText } from '../../locales/words.ts';
import { CountsLine, MissingList } from '../../viewer/counts-line.tsx';
import type { Tracked } from './where-it-stands.ts';

type Item = Tracked['examItems'][number];

const states = [
  'received',
  'searching',
  'matched',
  'granted',
  'retrieving',
  'checking',
  'released',
  'delivered',
  'closed',
] as const;
const outcomes = [
  'given',
  'given-in-part',
  'denied',
  'none-found',
  'none-to-give',
  'not-maintained',
  'withdrawn',
  'not-theirs',
] as const;

/** Each exam with its own state or result, and the same counts as everywhere else. */
export function Asked({ request }: { request: Tracked }) {
  const t = useText(portalText);
  return (
    <section>
      <h2>{t('what-asked')}</h2>
      <ul className="lines">
        {request.examItems.map((item) => (
          <AskedItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function AskedItem({ item }: { item: Item }) {
  const t = useText(portalText);
  const words = useText(wordsText);
  const viewer = useText(viewerText);
  const dates = useDates();
  const asked = [words(`exam-${item.examType}`), item.bodyPart, useWhenWords(item), item.place]
    .filter(Boolean)
    .join(', ');
  const outcome = outcomes.find((known) => known === item.outcome);
  const state = states.find((known) => known === item.state);
  const found = item.found && (item.found.description ?? t('exam-without-name'));
  return (
    <li>
      <p>
        {asked}. <strong>{outcome ? t(`outcome-${outcome}`) : state && t(`state-${state}`)}</strong>
      </p>
      {found && (
        <p className="page-help">
          {item.found?.studyDate
            ? t('exam-found-day', { exam: found, day: dates.plainDay(item.found.studyDate) })
            : t('exam-found', { exam: found })}
        </p>
      )}
      {item.outcomeReason && <p className="page-help">{item.outcomeReason}</p>}
      {item.partGiven && <p className="page-help">{t(`part-given-${item.partGiven}`)}</p>}
      {item.reportOpens && (
        <p>
          {viewer('report-opens', { when: dates.opening(item.reportOpens.at) })}{' '}
          <span className="page-help">{item.reportOpens.cite}</span>
        </p>
      )}
      {item.counts && (
        <>
          <CountsLine counts={item.counts} />
          <MissingList missing={item.counts.missing} />
        </>
      )}
    </li>
  );
}

function useWhenWords({ onOrAfter, onOrBefore, dateWords }: Item): string {
  const dates = useDates();
  if (dateWords) return `“${dateWords}”`;
  if (!onOrAfter || !onOrBefore) return '';
  if (onOrAfter === onOrBefore) return dates.plainDay(onOrAfter);
  const [first, last] = [dates.month(onOrAfter), dates.month(onOrBefore)];
  return first === last ? first : `${first} – ${last}`;
}
