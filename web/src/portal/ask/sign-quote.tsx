import { HowWeCount } from '../../clock/how-we-count.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useDates, useMoney } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { FeeLines } from '../fee-lines.tsx';
import { waysOf } from './answers.ts';
import { useAnswers } from './use-answers.tsx';
import { useQuote } from './use-quote.ts';

/** Price and date as answers, in the largest type after the title, each with its working one tap away. */
export function SignQuote() {
  const t = useText(askText);
  const words = useText(wordsText);
  const money = useMoney();
  const { answers } = useAnswers();
  const dates = useDates();
  const quote = useQuote(answers);
  if (quote.problem) return <Problem problem={quote.problem} onAgain={quote.again} />;
  if (!quote.value) return <Loading words={t('calculating')} />;
  const { fee, due } = quote.value;
  const { mine, toOther } = waysOf(answers);
  const looksOnly = toOther.length === 0 && mine.every((kind) => kind === 'inspection');
  return (
    <section className="card quote">
      <p className="quote-term">{t('what-costs')}</p>
      <p className="quote-answer">{fee.totalCents === 0 ? words('no-charge') : money(fee.totalCents)}</p>
      <Disclosure summary={t('why')}>
        <FeeLines fee={fee} />
      </Disclosure>
      <hr className="quote-rule" />
      <p className="quote-term">{t(looksOnly ? 'see-by' : 'have-by')}</p>
      <p className="quote-answer">{dates.day(due.on)}</p>
      <p className="page-help">{t('at-the-latest')}</p>
      <HowWeCount due={due} />
    </section>
  );
}
