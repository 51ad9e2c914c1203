/** How hard running text is to read; only relative figures are compared, so syllables are counted by simple rules. */

/** Grade of school in the United States after which English prose is understood: Flesch–Kincaid. */
export function fleschKincaidGrade(prose: string): number {
  const { sentences, words } = countable(prose);
  const syllables = words.reduce((sum, word) => sum + englishSyllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Szigriszt's perspicuity on the INFLESZ scale: from 55 “normal”, from 65 “fairly easy”, from 80 “very easy”. */
export function inflesz(prose: string): number {
  const { sentences, words } = countable(prose);
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences;
}

/** Addresses, numbers, references and citations are not reading matter. */
function countable(prose: string) {
  const plain = prose.replace(
    /\(45 CFR[^)]*\)+(\([^)]*\))*\)?|45 CFR \S+|https?:\S+|www\S+|\S+@\S+|EB \w{3} \w{3}|[\d-]{5,}/g,
    '',
  );
  const sentences = plain.split(/[.?](?:\s|$)|\n/).filter((sentence) => /\p{L}/u.test(sentence)).length;
  return { sentences, words: plain.match(/[\p{L}’]+/gu) ?? [] };
}

function englishSyllables(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}

/** Two strong vowels, or one that carries an accent beside a weak one, are apart; other neighbours are one. */
function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/y$/, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  const split = groups.reduce((sum, group) => {
    const strong = group.match(/[aeoáéóíú]/g)?.length ?? 0;
    return sum + Math.max(1, strong);
  }, 0);
  return Math.max(1, split);
}
