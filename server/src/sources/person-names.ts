import { type NameParts, personName } from '@echoback/dicom-media';

export type AskedName = { familyName: string; givenName: string };

export type NameVerdict = 'same' | 'near' | 'differs' | 'unknown';

/**
 * A name as a person says it against one as a DICOM header spells it (PN, PS3.5 6.2.1.1). Case, accents, punctuation,
 * the order of the components and the script group do not count. `near` is what a clerk would call a slip: a middle name
 * more or less, an initial, one wrong letter, half of a double family name, a machine that was told the family name only.
 */
export function compareName(asked: AskedName, found: string | null): NameVerdict {
  const { alphabetic, ideographic, phonetic } = personName(found ?? '');
  const groups = [alphabetic, ideographic, phonetic].filter((group) => group !== undefined);
  return best(groups.map((group) => compareWithGroup(asked, group)));
}

/** The kindest verdict over several names of one person, former names among them. */
export function compareNames(asked: readonly AskedName[], found: string | null): NameVerdict {
  return best(asked.map((name) => compareName(name, found)));
}

/** Letters and digits only, without case and accents: `O'Brien-López` is `obrien`, `lopez`. */
export function foldWords(text: string): string[] {
  const bare = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .replaceAll(/['’`.]/g, '');
  return bare.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

const KINDEST_FIRST: readonly NameVerdict[] = ['same', 'near', 'differs', 'unknown'];

function best(verdicts: NameVerdict[]): NameVerdict {
  return KINDEST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}

function compareWithGroup(asked: AskedName, group: NameParts): NameVerdict {
  const wanted = { family: foldWords(asked.familyName), given: foldWords(asked.givenName) };
  const held = { family: foldWords(group.family), given: [...foldWords(group.given), ...foldWords(group.middle)] };
  const wantedWords = [...wanted.family, ...wanted.given];
  const heldWords = [...held.family, ...held.given];
  if (wantedWords.length === 0 || heldWords.length === 0) return 'unknown';
  if (sameWords(wantedWords, heldWords)) return 'same';
  if (joined(wanted.family) === joined(held.family) && joined(wanted.given) === joined(held.given)) return 'same';
  const swapped = { family: held.given, given: held.family };
  if (isNear(wanted, held) || isNear(wanted, swapped)) return 'near';
  const inOneComponent = held.given.length === 0 || held.family.length === 0;
  if (inOneComponent && includesAll(heldWords, wantedWords)) return 'near';
  return held.given.length === 0 && joined(held.family) === joined(wanted.family) ? 'near' : 'differs';
}

type Words = { family: string[]; given: string[] };

function isNear(wanted: Words, held: Words): boolean {
  return nearFamily(wanted.family, held.family) && nearGiven(wanted.given, held.given);
}

function nearFamily(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return includesAll(a, b) || includesAll(b, a) || oneSlip(joined(a), joined(b));
}

/** The first given name carries the meaning; further ones are middle names. */
function nearGiven(a: string[], b: string[]): boolean {
  const [first = '', second = ''] = [a[0], b[0]];
  if (first === '' || second === '') return false;
  if (first === second || oneSlip(first, second) || joined(a) === joined(b)) return true;
  return (first.length === 1 || second.length === 1) && first[0] === second[0];
}

function sameWords(a: string[], b: string[]): boolean {
  return joined([...a].sort()) === joined([...b].sort());
}

function includesAll(all: string[], some: string[]): boolean {
  return some.every((word) => all.includes(word));
}

function joined(words: string[]): string {
  return words.join('');
}

const SHORTEST_WORD_WITH_SLIP = 4;

/** One letter more, less, other, or two neighbours swapped; never in short words, where it makes another name. */
function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_WORD_WITH_SLIP || Math.abs(a.length - b.length) > 1) return a === b;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (restA === restB) return true;
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
