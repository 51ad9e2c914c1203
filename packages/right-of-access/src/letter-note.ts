/** The most that staff may add to a letter: one plain paragraph. */
export const NOTE_MAX_LETTERS = 600;

export type NoteFault = 'blank' | 'too-long' | 'not-one-plain-paragraph' | 'holds-a-web-address';

/**
 * What is wrong with a paragraph that staff want to add, if anything. It stands beside locked texts: markup, hidden signs
 * and addresses of other pages have no place there.
 */
export function noteFault(note: string): NoteFault | undefined {
  if (note.trim() === '') return 'blank';
  if ([...note.trim()].length > NOTE_MAX_LETTERS) return 'too-long';
  if (/[\p{Cc}\p{Bidi_Control}\u200b\ufeff<>]/u.test(note.trim())) return 'not-one-plain-paragraph';
  return /https?:|www\.|\w\.(com|org|net|info|gov|edu)\b/i.test(note) ? 'holds-a-web-address' : undefined;
}
