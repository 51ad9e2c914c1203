import type { listRequests } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { deskText } from '../../locales/desk.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Row } from './row.ts';

type Counts = OutputOf<typeof listRequests>['counts'];
const filters = ['late', 'soon', 'yours', 'patient', 'itself'] as const;
export type Filter = (typeof filters)[number];
export const shows = ['open', 'closed', 'all'] as const;
export type Show = (typeof shows)[number];

const tones: Record<Filter, string> = {
  late: 'pill-late',
  soon: 'pill-soon',
  yours: 'pill-accent',
  patient: '',
  itself: '',
};

export function readFilter(value: string | null): Filter | undefined {
  return filters.find((known) => known === value);
}

export function fits(row: Row, filter: Filter | undefined): boolean {
  if (filter === undefined) return true;
  if (filter === 'late' || filter === 'soon') return row.due.level === filter && (!row.closed || row.answerToPost);
  return row.next.with === (filter === 'yours' ? 'you' : filter);
}

/** The counts are the filters: press one to see those requests, once more for all of them. */
export function Filters({
  counts,
  shown,
  filter,
  onFilter,
  show,
  onShow,
}: {
  counts: Counts | undefined;
  /** How many lines a search or another list found; undefined while all open ones are shown. */
  shown: number | undefined;
  filter: Filter | undefined;
  onFilter: (filter: Filter | undefined) => void;
  show: Show;
  onShow: (show: Show) => void;
}) {
  const t = useText(deskText);
  const title =
    shown !== undefined ? t('shown-count', { count: shown }) : t('open-count', { count: counts?.open ?? 0 });
  return (
    <div className="worklist-bar">
      <h1 tabIndex={-1} aria-live="polite">
        {counts ? title : t('worklist')}
      </h1>
      <fieldset className="worklist-filters">
        <legend className="visually-hidden">{t('filters')}</legend>
        {counts &&
          filters.map((each) => (
            <button
              key={each}
              type="button"
              className={`worklist-filter pill ${counts[each] > 0 ? tones[each] : ''}`}
              aria-pressed={filter === each}
              onClick={() => onFilter(filter === each ? undefined : each)}
            >
              {t(`count-${each}`, { count: counts[each] })}
            </button>
          ))}
      </fieldset>
      <fieldset className="worklist-show">
        <legend className="visually-hidden">{t('which-requests')}</legend>
        {shows.map((each) => (
          <button key={each} type="button" aria-pressed={show === each} onClick={() => onShow(each)}>
            {t(`show-${each}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
