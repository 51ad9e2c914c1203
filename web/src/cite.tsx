import { citeIn } from '@echoback/server/contract';
import { useLanguage } from './locales/use-text.tsx';

/** A citation with its words in the reader's language; the section itself stays as it can be looked up. */
export function useCite(): (cite: string) => string {
  const { language } = useLanguage();
  return (cite) => citeIn(cite, language);
}

export function Cite({ of }: { of: string }) {
  return useCite()(of);
}
