/** ISO 9660 level 1 (ECMA-119 10.1): eight characters, for files a point and up to three more. */
const FILE = /^[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?$/;
const FOLDER = /^[A-Z0-9_]{1,8}$/;

const DIGITS = 4;
const STEM_CHARACTERS = 8;

type Named = { readonly name: string; readonly isFolder: boolean };

function isShortName({ name, isFolder }: Named): boolean {
  return (isFolder ? FOLDER : FILE).test(name);
}

/**
 * The level 1 names of one folder's members, in their order. A name that is one already stays; a long one becomes its
 * first letters and a running number, so that `2026-01-10 Obstetric ultrasound 07.jpg` is `OBST0007.JPG` when it is the
 * seventh such name. The same list gives the same names.
 */
export function shortNames(members: readonly Named[]): string[] {
  const taken = new Set(members.filter(isShortName).map(({ name }) => name));
  const counted = new Map<string, number>();
  return members.map((member) => (isShortName(member) ? member.name : numberedName(member, taken, counted)));
}

function numberedName({ name, isFolder }: Named, taken: Set<string>, counted: Map<string, number>): string {
  const dot = isFolder ? -1 : name.lastIndexOf('.');
  const ending = dot < 0 ? '' : shortEnding(name.slice(dot + 1));
  const letters = firstLetters(dot < 0 ? name : name.slice(0, dot));
  for (;;) {
    const number = (counted.get(letters + ending) ?? 0) + 1;
    counted.set(letters + ending, number);
    const digits = String(number).padStart(DIGITS, '0');
    const made = `${letters.slice(0, STEM_CHARACTERS - digits.length)}${digits}${ending}`;
    if (taken.has(made)) continue;
    taken.add(made);
    return made;
  }
}

/** Dates and numbers in front tell members of one folder apart the least. */
function firstLetters(stem: string): string {
  const plain = upperAscii(stem);
  return plain.replaceAll(/[^A-Z]/g, '').slice(0, STEM_CHARACTERS - DIGITS) || 'FILE';
}

function shortEnding(ending: string): string {
  const plain = upperAscii(ending).replaceAll(/[^A-Z0-9]/g, '');
  const short = plain === 'JPEG' ? 'JPG' : plain.slice(0, 3);
  return short && `.${short}`;
}

function upperAscii(text: string): string {
  return text.normalize('NFKD').toUpperCase();
}
