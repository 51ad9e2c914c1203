import type { WritableLetter } from './letter-facts.ts';
import { letterKinds } from './letter-kinds.ts';
import type { Bilingual } from './letters/bilingual.ts';
import { citePhrases } from './letters/cite-words.ts';
import { denialPassages } from './letters/denial-passages.ts';
import { filledInto } from './letters/filled-in.ts';
import { framePassages } from './letters/frame.ts';
import { passages } from './letters/passages.ts';
import { visitPassages } from './letters/visit-passages.ts';
import { sharedNames } from './letters/wording.ts';

/** Sentences that belong together: of this letter alone, what is put into them, or shared with other letters. */
export type WordingSection = Bilingual & { readonly id: 'own' | 'filled-in' | 'denial' | 'shared' | 'names' };

/**
 * Every word that a letter of this kind may hold, each in its languages. Letters are made from these values, and a review
 * is of their version: who reads them all has read whatever can be sent.
 */
export function wordingSections(code: WritableLetter): readonly WordingSection[] {
  const denies = code === 'L-DEN' || code === 'L-PART';
  return [
    { id: 'own', ...letterKinds[code].words },
    ...(denies ? [{ id: 'denial', ...denialPassages } as const] : []),
    ...(filledInto[code] ?? []).map((words) => ({ id: 'filled-in', ...words }) as const),
    ...(code === 'L-ACK' || code === 'L-DONE' ? [{ id: 'shared', ...visitPassages } as const] : []),
    { id: 'shared', ...framePassages },
    { id: 'shared', ...passages },
    { id: 'names', ...sharedNames },
    { id: 'names', ...citePhrases },
  ];
}
