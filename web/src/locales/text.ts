/** One sentence, with `{names}` to fill in; or its plural forms, chosen by `count`. */
export type Entry = string | { readonly one: string; readonly other: string };
export type Entries = Readonly<Record<string, Entry>>;
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Every room's sentences in every language: a key that one language lacks, or has too many, fails the type check. */
export type Catalogue<E extends Entries> = { en: E; es: { readonly [K in keyof E]: Entry } };

export function catalogue<const E extends Entries>(en: E, es: { readonly [K in keyof E]: Entry }): Catalogue<E> {
  return { en, es };
}

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<E> = E extends { one: infer One; other: infer Other }
  ? 'count' | NamesIn<One> | NamesIn<Other>
  : NamesIn<E>;
type Facts<E> = { [Name in NamesOf<E>]: Name extends 'count' ? number : string | number };
type Arguments<E> = [NamesOf<E>] extends [never] ? [] : [facts: Facts<E>];

/** Asks for exactly the facts that the English sentence names. */
export type Text<E extends Entries> = <K extends keyof E & string>(key: K, ...facts: Arguments<E[K]>) => string;

export function textOf<E extends Entries>(catalogue: Catalogue<E>, language: Language): Text<E> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, ...[facts]) => {
    const entry: Entry = catalogue[language][key] ?? catalogue.en[key] ?? key;
    const known: Record<string, string | number> = facts ?? {};
    const sentence = typeof entry === 'string' ? entry : entry[pluralForm(plural, known.count)];
    const filled = sentence.replaceAll(/\{([\w-]+)\}/g, (whole, name: string) => {
      const fact = known[name];
      return fact === undefined ? whole : typeof fact === 'number' ? number.format(fact) : fact;
    });
    // “… a las 9:00 a.m.” at the end of a sentence has its full stop.
    return filled.replaceAll(/(\b[ap]\.\s?m\.)\./g, '$1');
  };
}

/** Spanish has a third form for millions; it reads like "other" in every sentence here. */
function pluralForm(rules: Intl.PluralRules, count: string | number | undefined): 'one' | 'other' {
  return rules.select(Number(count ?? 0)) === 'one' ? 'one' : 'other';
}
