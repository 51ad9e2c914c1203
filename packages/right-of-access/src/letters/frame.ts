import type { LetterBlock } from '../letter-block.ts';
import type { LetterSubject } from '../letter-subject.ts';
import { bilingual, type LetterLanguage, sayIn } from './bilingual.ts';
import type { LetterKind } from './letter-kind.ts';
import { complaints, help, officeWords, youngPatient } from './passages.ts';

/** What stands around every letter's own part. */
export const framePassages = bilingual(
  {
    'note-heading': 'A note from {office}',
    'two-languages':
      'This letter is in Spanish and in English. A qualified translator has not yet checked the Spanish text.',
    'office-words': 'What stands in quotation marks was typed by our office and is not translated.',
    'english-follows':
      'The same letter follows in English. If anything is not clear, call {phone}. An interpreter will explain it for free.',
    'same-in-english': 'This is the same letter in English. It is the text that we stand by.',
  },
  {
    'note-heading': 'Una nota de {office}',
    'two-languages':
      'Esta carta está en español y en inglés. Un traductor calificado todavía no ha visto el texto en español.',
    'office-words': 'Lo que está entre comillas lo escribió nuestra oficina y no está traducido.',
    'english-follows':
      'La misma carta sigue en inglés. Si algo no está claro, llame al {phone}. Un intérprete se la explica gratis.',
    'same-in-english': 'Esta es la misma carta en inglés. Es el texto que vale.',
  },
);

/** The letter's own part, then what all letters share: neutral sentence, note of the office, complaint routes, help. */
export function framed<Facts extends LetterSubject>(
  kind: LetterKind<Facts>,
  facts: Facts,
  language: LetterLanguage,
): readonly LetterBlock[] {
  return [
    ...kind.write(facts, language),
    ...youngPatient(facts, language),
    ...note(facts, language),
    ...(kind.complaints(facts) ? complaints(facts, language) : []),
    ...help(facts.facility, language),
  ];
}

function note({ note, facility }: LetterSubject, language: LetterLanguage): readonly LetterBlock[] {
  if (note === undefined) return [];
  const heading = sayIn(framePassages, language)('note-heading', { office: facility.officeName });
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: officeWords(note, language) },
  ];
}

/**
 * Says at the head of a translated letter why the English is beside it: nobody has read the translation, or words of the
 * office stand in it; nothing where it goes out alone. 45 CFR 92.201(c)(3).
 */
export function whyBeside(
  { phone }: LetterSubject['facility'],
  language: LetterLanguage,
  { unread, typed }: { readonly unread: boolean; readonly typed: boolean },
): readonly LetterBlock[] {
  if (!unread && !typed) return [];
  const say = sayIn(framePassages, language);
  const sentences = [...(unread ? [say('two-languages')] : []), ...(typed ? [say('office-words')] : [])];
  return [{ kind: 'paragraph', text: [...sentences, say('english-follows', { phone })].join(' ') }];
}

export function sameInEnglish(): LetterBlock {
  return { kind: 'paragraph', text: sayIn(framePassages, 'en')('same-in-english') };
}
