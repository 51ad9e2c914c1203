import { useDates } from '../facility.tsx';
import { deskText } from '../locales/desk.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import type { DeliveryKind, ExamType } from './request-file.ts';

export type AskedDates = { dateWords: string | null; onOrAfter: string | null; onOrBefore: string | null };
type AskedExam = AskedDates & { examType: ExamType };
type WholeExam = AskedExam & {
  bodyPart: string | null;
  place: string | null;
  scope: 'entire-study' | 'certain-images';
  certainImages: string | null;
  withReport: boolean;
};

/** What somebody asked for, read back: in short for a line of the worklist, whole for the file. */
export function useAskedWords() {
  const t = useText(deskText);
  const words = useText(wordsText);
  const dates = useDates();
  const { language } = useLanguage();

  const when = ({ dateWords, onOrAfter, onOrBefore }: AskedDates): string => {
    if (dateWords) return `“${dateWords}”`;
    if (onOrAfter && onOrBefore) {
      if (onOrAfter === onOrBefore) return dates.shortDay(onOrAfter);
      if (!onOrAfter.endsWith('-01') || !isLastOfMonth(onOrBefore))
        return t('between', { first: dates.shortDay(onOrAfter), last: dates.shortDay(onOrBefore) });
      const [first, last] = [dates.month(onOrAfter), dates.month(onOrBefore)];
      return first === last ? first : t('between', { first, last });
    }
    if (onOrAfter) return t('since', { day: dates.shortDay(onOrAfter) });
    return onOrBefore ? t('until', { day: dates.shortDay(onOrBefore) }) : t('any-date');
  };
  return {
    when,
    inShort: (exam: AskedExam) => `${words(`exam-${exam.examType}`)}, ${when(exam)}`,
    /** "Pregnancy, “around October”, at “women’s clinic”. Everything, and the report." */
    whole: (exam: WholeExam) => {
      const what = [
        words(`exam-${exam.examType}`),
        exam.bodyPart,
        when(exam),
        exam.place && t('at-place', { place: exam.place }),
      ];
      const scope = exam.scope === 'entire-study' ? t('everything') : t('only', { certain: exam.certainImages ?? '' });
      return `${what.filter(Boolean).join(', ')}. ${scope}, ${t(exam.withReport ? 'and-report' : 'no-report')}.`;
    },
    deliveriesInShort: (kinds: readonly DeliveryKind[]) =>
      new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(
        [...new Set(kinds)].map((kind) => t(`to-${kind}`)),
      ),
  };
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}
