import { readFacility } from '@echoback/server/contract';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { OutputOf } from './client.ts';
import { Problem } from './design-system/problem.tsx';
import { Loading } from './design-system/surface.tsx';
import { moneyWords } from './locales/amounts.ts';
import { type DateWords, dateWords } from './locales/dates.ts';
import { useLanguage, useText } from './locales/use-text.tsx';
import { wordsText } from './locales/words.ts';
import { useRead } from './use-endpoint.ts';

export type Facility = OutputOf<typeof readFacility>;

const FacilityContext = createContext<{ facility: Facility; dates: DateWords } | undefined>(undefined);

/** Asks once who runs this portal; every page names it and counts days where it is. */
export function FacilityProvider({ children }: { children: ReactNode }) {
  const { value: facility, problem, again } = useRead(readFacility, {});
  const { language } = useLanguage();
  const t = useText(wordsText);
  const known = useMemo(
    () => facility && { facility, dates: dateWords(language, facility.timeZone, facility.today) },
    [facility, language],
  );
  if (known) return <FacilityContext value={known}>{children}</FacilityContext>;
  return (
    <main className="page">
      {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('loading')} />}
    </main>
  );
}

export function useFacility(): Facility {
  return useKnown().facility;
}

/** Dates in words, in the person's language and the facility's time zone. */
export function useDates(): DateWords {
  return useKnown().dates;
}

/** Amounts in words, in the person's language and the currency of the facility's law. */
export function useMoney(): (cents: number) => string {
  const { currency } = useFacility();
  const { language } = useLanguage();
  return (cents) => moneyWords(cents, language, currency);
}

function useKnown() {
  const known = useContext(FacilityContext);
  if (!known) throw new Error('FacilityProvider is missing above this component');
  return known;
}
