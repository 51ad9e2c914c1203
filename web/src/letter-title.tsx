import type { trackRequest } from '@echoback/server/contract';
import type { OutputOf } from './client.ts';
import { useLanguage } from './locales/use-text.tsx';

type Titles = OutputOf<typeof trackRequest>['letters'][number]['titles'];

/** What a letter calls itself: in the reader's language where it holds it, else in its own. */
export function useLetterTitle(titles: Titles): { title: string; language: string } {
  const { language } = useLanguage();
  const found = titles.find((one) => one.language === language) ?? titles[0];
  return found ?? { title: '', language };
}

export function LetterTitle({ titles }: { titles: Titles }) {
  const { title, language } = useLetterTitle(titles);
  return <span lang={language}>{title}</span>;
}
