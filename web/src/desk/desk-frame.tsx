import { signOut } from '@echoback/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { call } from '../client.ts';
import { LinkButton } from '../design-system/link.tsx';
import { Mark } from '../design-system/mark.tsx';
import { useFacility } from '../facility.tsx';
import { DemoBanner, LanguageSwitch, SkipLink } from '../frame.tsx';
import { deskText } from '../locales/desk.ts';
import { useText } from '../locales/use-text.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useStaff } from './signed-in.tsx';
import { useKeys } from './use-keys.ts';

/** What staff typed into the search box, and the row they last opened: kept while the desk is open, in no address. */
type DeskMemory = { search: string; setSearch: (search: string) => void; lastOpened: { current: string | undefined } };
const MemoryContext = createContext<DeskMemory | undefined>(undefined);

export function useDeskMemory(): DeskMemory {
  const memory = useContext(MemoryContext);
  if (!memory) throw new Error('DeskFrame is missing above this component');
  return memory;
}

const places = [
  { to: '/desk', words: 'worklist', end: true },
  { to: '/desk/media', words: 'media', end: false },
  { to: '/desk/patients', words: 'patients', end: false },
  { to: '/desk/settings', words: 'settings', end: false },
] as const;

export function DeskFrame() {
  const t = useText(deskText);
  const facility = useFacility();
  const { role } = useStaff();
  const [search, setSearch] = useState('');
  const lastOpened = useRef<string | undefined>(undefined);
  const memory = useMemo(() => ({ search, setSearch, lastOpened }), [search]);
  return (
    <MemoryContext value={memory}>
      <SkipLink />
      <DemoBanner />
      <header className="desk-header">
        <NavLink to="/desk" className="desk-brand">
          <Mark />
          <span>{facility.name}</span>
        </NavLink>
        <nav className="desk-nav" aria-label={t('places')}>
          {places
            .filter(({ words }) => words !== 'media' || role !== 'admin')
            .map(({ to, words, end }) => (
              <NavLink key={to} to={to} end={end}>
                {t(words)}
              </NavLink>
            ))}
        </nav>
        <SearchBox search={search} onSearch={setSearch} />
        <Account />
      </header>
      <FocusOnArrival />
      <Outlet />
    </MemoryContext>
  );
}

/** Typing anywhere else and pressing Enter goes to the worklist, which searches as one types. */
function SearchBox({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const t = useText(deskText);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const box = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => box.current?.select() });
  return (
    <search className="desk-search">
      <input
        ref={box}
        className="field-input"
        type="search"
        value={search}
        maxLength={100}
        autoComplete="off"
        aria-label={t('search-label')}
        placeholder={t('search-hint')}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && pathname !== '/desk') void navigate('/desk');
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Escape') onSearch('');
        }}
      />
      <kbd className="desk-key">/</kbd>
    </search>
  );
}

function Account() {
  const t = useText(deskText);
  const staff = useStaff();
  const queries = useQueryClient();
  return (
    <div className="desk-account">
      <KeysHelp />
      <LanguageSwitch />
      <span className="desk-staff">{staff.displayName}</span>
      <LinkButton
        onClick={async () => {
          await call(signOut, {});
          // Nothing that was read stays in this browser's memory.
          queries.clear();
          window.location.assign('/desk');
        }}
      >
        {t('sign-out')}
      </LinkButton>
    </div>
  );
}

/** The heading of a screen takes the focus when it opens, so that the keyboard and a screen reader start there. */
function FocusOnArrival() {
  const { pathname, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen
  useEffect(() => {
    window.scrollTo(0, 0);
    if (key !== 'default') document.querySelector('h1')?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
