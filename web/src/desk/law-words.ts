import { useCite } from '../cite.tsx';
import { lawWordsText } from '../locales/law-words.ts';
import { useText } from '../locales/use-text.tsx';

/** Says in the reader's language what a pack says in English; what has no words yet is shown as it is. */
export function useLawWords(): (said: string) => string {
  const t = useText(lawWordsText);
  const cite = useCite();
  return (said) => (Object.hasOwn(lawWordsText.en, said) ? t(said as keyof typeof lawWordsText.en) : cite(said));
}

/** A name of what is lacking, without what only says where it was looked for. */
export function bareLack(name: string): string {
  return name.replace(/^shown: /, '');
}
