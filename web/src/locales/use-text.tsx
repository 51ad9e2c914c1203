import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Catalogue, type Entries, type Language, languages, type Text, textOf } from './text.ts';

const storageKey = 'echoback-language';
const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'en',
  choose: () => undefined,
});

/**
 * The chosen language outlives a reload; it is the only thing that the pages keep in the browser. `first` is the language
 * of a page that was made for one person; `onLanguage` hears it before anything below is drawn.
 */
export function LanguageProvider({
  first,
  onLanguage,
  children,
}: {
  first?: Language;
  onLanguage?: (language: Language) => void;
  children: ReactNode;
}) {
  const [language, setLanguage] = useState(first ?? firstLanguage);
  onLanguage?.(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        try {
          localStorage.setItem(storageKey, chosen);
        } catch {
          // Storage may be switched off; the choice then lasts until the page is closed.
        }
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage() {
  return useContext(LanguageContext);
}

export function useText<E extends Entries>(catalogue: Catalogue<E>): Text<E> {
  const { language } = useLanguage();
  return useMemo(() => textOf(catalogue, language), [catalogue, language]);
}

function firstLanguage(): Language {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(storageKey);
  } catch {
    // Storage may be switched off.
  }
  const wanted = [stored ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return (
    languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? 'en'
  );
}
