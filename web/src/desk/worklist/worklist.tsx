import { listRequests } from '@echoback/server/contract';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ButtonLink } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskText } from '../../locales/desk.ts';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useDeskMemory } from '../desk-frame.tsx';
import { useKeys } from '../use-keys.ts';
import { Filters, fits, readFilter, type Show, shows } from './filters.tsx';
import type { Row } from './row.ts';
import { WorklistRow } from './worklist-row.tsx';
import './worklist.css';

const pollMs = 15_000;
const typingPauseMs = 200;

/** Every open request by the days left on its clock, as the server orders them. Filters live in the address; a search does not. */
export function Worklist() {
  const t = useText(deskText);
  const paper = useText(deskIntakeText);
  const navigate = useNavigate();
  usePageTitle(t('worklist'));
  useKeys({ i: () => void navigate('/desk/intake') });
  const { search, setSearch } = useDeskMemory();
  const [address, setAddress] = useSearchParams();
  const filter = readFilter(address.get('only'));
  const show: Show = shows.find((known) => known === address.get('show')) ?? 'open';
  const wanted = usePaused(useDeferredValue(search.trim()));
  const list = useRead(listRequests, { show, ...(wanted ? { search: wanted } : {}) }, { every: pollMs });
  const value = useLatest(list.value);
  const rows = (value?.rows ?? []).filter((row) => fits(row, filter));
  const change = (name: 'only' | 'show', value: string | undefined) =>
    setAddress(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  return (
    <main className="worklist" id="content" tabIndex={-1}>
      <Filters
        counts={value?.counts}
        shown={wanted || show !== 'open' ? rows.length : undefined}
        filter={filter}
        onFilter={(chosen) => change('only', chosen)}
        show={show}
        onShow={(chosen) => change('show', chosen === 'open' ? undefined : chosen)}
      />
      <p className="worklist-note">
        <ButtonLink look="second" to="/desk/intake">
          {paper('intake')} (i)
        </ButtonLink>
      </p>
      {list.problem && (
        <div className="worklist-note">
          <Problem problem={list.problem} onAgain={list.again} />
        </div>
      )}
      {list.loading && !value && (
        <div className="worklist-note">
          <Loading words={t('worklist-loading')} />
        </div>
      )}
      {value && rows.length > 0 && <Rows rows={rows} />}
      {value && !list.loading && rows.length === 0 && (
        <div className="worklist-note">
          <NothingHere
            searched={wanted}
            filtered={filter !== undefined}
            show={show}
            onClear={() => {
              setSearch('');
              change('only', undefined);
            }}
            onAll={() => change('show', 'all')}
          />
        </div>
      )}
    </main>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useText(deskText);
  const list = useRef<HTMLOListElement>(null);
  const { lastOpened } = useDeskMemory();
  const move = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.worklist-row') ?? [])];
    const now = links.indexOf(document.activeElement as HTMLAnchorElement);
    const from = now < 0 ? links.findIndex((link) => link.dataset.id === lastOpened.current) : now;
    links[Math.min(links.length - 1, Math.max(0, from < 0 ? 0 : from + by))]?.focus();
  };
  const down = () => move(1);
  const up = () => move(-1);
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up });
  useEffect(() => {
    if (!lastOpened.current) return;
    list.current?.querySelector<HTMLAnchorElement>(`[data-id="${lastOpened.current}"]`)?.focus();
  }, [lastOpened]);
  return (
    <>
      <div className="worklist-head" aria-hidden="true">
        <span>{t('column-due')}</span>
        <span>{t('column-patient')}</span>
        <span>{t('column-asked')}</span>
        <span>{t('column-next')}</span>
        <span>{t('column-with')}</span>
      </div>
      <ol ref={list} className="worklist-rows" aria-label={t('worklist')}>
        {rows.map((row) => (
          <WorklistRow key={row.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function NothingHere({
  searched,
  filtered,
  show,
  onClear,
  onAll,
}: {
  searched: string;
  filtered: boolean;
  show: Show;
  onClear: () => void;
  onAll: () => void;
}) {
  const t = useText(deskText);
  if (!searched && !filtered) {
    return (
      <Empty title={t(show === 'closed' ? 'none-closed' : 'none-open')}>
        <p>{t('none-open-next')}</p>
        <p className="worklist-start">
          <ButtonLink look="second" to="/ask">
            {t('ask-at-portal')}
          </ButtonLink>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={searched ? t('none-found', { search: searched }) : t('none-fits')}>
      <p>
        <LinkButton onClick={onClear}>{t('show-all-open')}</LinkButton>
        {searched && show === 'open' && (
          <>
            {' · '}
            <LinkButton onClick={onAll}>{t('search-closed-too')}</LinkButton>
          </>
        )}
      </p>
    </Empty>
  );
}

/** While another list is being read, the one before stays: nothing jumps at each letter. */
function useLatest<T>(value: T | undefined): T | undefined {
  const latest = useRef(value);
  if (value !== undefined) latest.current = value;
  return latest.current;
}

/** Waits for a pause in typing before it asks the server. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), typingPauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
