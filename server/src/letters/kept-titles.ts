import type { Letter } from '@echoback/right-of-access';

/** What a letter calls itself, in the language that it was written in first, then in any other that it also holds. */
export type KeptTitle = { language: string; title: string };

export function keptTitles(content: object): KeptTitle[] {
  const { beside, ...letter } = content as Letter;
  return [letter, ...(beside ? [beside] : [])].map(({ language, title }) => ({ language, title }));
}
