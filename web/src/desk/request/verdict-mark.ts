/** Drawn beside the word, never instead of it. */
export const verdictMark = { same: '✓', near: '≈', differs: '✗', unknown: '?' } as const;

/** Equal but for case, accents and spaces; a person looks at the rest. */
export function sameText(asked: string | null, held: string | null): 'same' | 'differs' | 'unknown' {
  if (!asked?.trim() || !held?.trim()) return 'unknown';
  return fold(asked) === fold(held) ? 'same' : 'differs';
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
