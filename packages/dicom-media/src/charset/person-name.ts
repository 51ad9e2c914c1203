/** The five parts of one group of a person name, each possibly empty (PS3.5 6.2.1.1). */
export type NameParts = { family: string; given: string; middle: string; prefix: string; suffix: string };

/** One name in up to three spellings; a group that is absent or blank is undefined. */
export type PersonName = {
  alphabetic: NameParts | undefined;
  ideographic: NameParts | undefined;
  phonetic: NameParts | undefined;
};

/** A decoded PN value such as `Yamada^Tarou=山田^太郎=やまだ^たろう`, taken apart at `=` and `^`. */
export function personName(value: string): PersonName {
  const [alphabetic, ideographic, phonetic] = value.split('=');
  return { alphabetic: parts(alphabetic), ideographic: parts(ideographic), phonetic: parts(phonetic) };
}

function parts(group: string | undefined): NameParts | undefined {
  if (group === undefined || group.replaceAll(/[\s^]/g, '') === '') return undefined;
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group.split('^').map((part) => part.trim());
  return { family, given, middle, prefix, suffix };
}
