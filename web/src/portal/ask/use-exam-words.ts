import { calendarDateOf, spanOf } from '../../design-system/calendar-parts.ts';
import { useDates } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import type { ExamAnswer } from './answers.ts';

/** An exam as the person described it, read back as a sentence. */
export function useExamWords() {
  const t = useText(askText);
  const words = useText(wordsText);
  const dates = useDates();

  const monthWords = (parts: { year: string; month: string }) => {
    const span = spanOf(parts);
    if (!span) return parts.year;
    return parts.month.trim() ? dates.month(span.first) : parts.year;
  };
  const whenOf = (exam: ExamAnswer): string => {
    const day = calendarDateOf(exam.day);
    if (exam.when === 'day' && day) return t('on-day', { day: dates.plainDay(day) });
    if (exam.when === 'month') {
      const month = monthWords(exam.from);
      return exam.from.month.trim() ? t('in-month', { month }) : t('in-year', { year: month });
    }
    if (exam.when === 'range') return t('between-months', { first: monthWords(exam.from), last: monthWords(exam.to) });
    if (exam.when === 'words') return exam.dateWords.trim() ? `“${exam.dateWords.trim()}”` : '';
    return exam.when === 'all' ? t('any-date') : '';
  };
  /** "Pregnancy, in October 2026, women’s clinic" */
  const nameOf = (exam: ExamAnswer): string =>
    [exam.examType ? words(`exam-${exam.examType}`) : '', exam.bodyPart.trim(), whenOf(exam), exam.place.trim()]
      .filter(Boolean)
      .join(', ');
  const scopeOf = (exam: ExamAnswer): string => {
    if (exam.scope === 'entire-study') return t(exam.withReport ? 'everything-report' : 'everything-no-report');
    return t(exam.withReport ? 'certain-report' : 'certain-no-report', { certain: exam.certainImages.trim() });
  };
  return { nameOf, scopeOf };
}
