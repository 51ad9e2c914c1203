import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { wordsText } from '../locales/words.ts';
import { countSentences, type ExamCounts, missingSentence } from './counts.ts';
import { inOrder } from './in-order.ts';
import './sheet.css';

type Counts = Pick<ExamCounts, 'listed' | 'given' | 'missing' | 'ofAll'>;

/** "All 51 are here. 42 pictures and 9 clips were made; you have 42 and 9." */
export function CountsLine({ counts }: { counts: Counts }) {
  const { language } = useLanguage();
  const { verdict, counted } = countSentences(counts, useText(wordsText), useText(viewerText), language);
  return (
    <p className="counts">
      <strong>{verdict}</strong> {counted}
    </p>
  );
}

/** Each missing thing by kind, place and why; nothing when the copy is complete. */
export function MissingList({ missing }: { missing: Counts['missing'] }) {
  const words = useText(wordsText);
  const viewer = useText(viewerText);
  if (missing.length === 0) return null;
  return (
    <div className="missing">
      <h2>{viewer('missing')}</h2>
      <ul>
        {inOrder(missing).map(({ place, one }) => (
          <li key={place}>{missingSentence(one, words, viewer)}</li>
        ))}
      </ul>
    </div>
  );
}
