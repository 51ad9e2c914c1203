import { type LetterLanguage, lackNames, paperNames } from '@echoback/right-of-access';

type Names = Readonly<Record<string, string>>;

/** What may be lacking, by the engine's names, as the letter says it. */
export function lackInWords(name: string, language: LetterLanguage): string {
  const names: Names = lackNames[language];
  return names[name] ?? name;
}

/** Those that have a name to look for; the rest of the list is said once. */
export function papersInWords(names: readonly string[], language: LetterLanguage): string[] {
  const known: Names = paperNames[language];
  return names.flatMap((name) => known[name] ?? []);
}
