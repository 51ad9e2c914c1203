/** Languages that every letter has wording in. */
export const letterLanguages = ['en', 'es'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

export type Templates = Readonly<Record<string, string>>;

/** The sentences of a letter or passage in each language; `{names}` are filled in. */
export type Bilingual<E extends Templates = Templates> = {
  readonly en: E;
  readonly es: { readonly [Key in keyof E]: string };
};

/** A sentence that one language lacks, or has too many, fails the type check. */
export function bilingual<const E extends Templates>(
  en: E,
  es: { readonly [Key in keyof E]: string },
): { readonly en: E; readonly es: { readonly [Key in keyof E]: string } } {
  return { en, es };
}

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Filling<S> = [NamesIn<S>] extends [never] ? [] : [facts: { readonly [Name in NamesIn<S>]: string | number }];

/** Asks for exactly the facts that the English sentence names. */
export type Say<E extends Templates> = <Key extends keyof E & string>(key: Key, ...facts: Filling<E[Key]>) => string;

export function sayIn<E extends Templates>(words: Bilingual<E>, language: LetterLanguage): Say<E> {
  return (key, ...[facts]) => {
    const known: Readonly<Record<string, string | number>> = facts ?? {};
    return words[language][key].replaceAll(/\{([\w-]+)\}/g, (whole, name: string) => String(known[name] ?? whole));
  };
}
