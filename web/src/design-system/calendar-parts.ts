/** What somebody typed into the three boxes of a date; any box may be empty or wrong. */
export type DateParts = { year: string; month: string; day: string };

export const noDate: DateParts = { year: '', month: '', day: '' };

export function partsOf(calendarDate: string): DateParts {
  const [year = '', month = '', day = ''] = calendarDate.split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

/** `YYYY-MM-DD`, or undefined when it is no day of the calendar (February 30). Years have four digits. */
export function calendarDateOf(parts: DateParts): string | undefined {
  const [year, month, day] = [parts.year, parts.month, parts.day].map((typed) => typed.trim());
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return undefined;
  return at.toISOString().slice(0, 10);
}

/** First and last day of a month, or of a whole year when the month is empty. */
export function spanOf(parts: { year: string; month: string }): { first: string; last: string } | undefined {
  const month = parts.month.trim();
  const first = calendarDateOf({ year: parts.year, month: month || '1', day: '1' });
  if (!first) return undefined;
  const after = new Date(Date.UTC(Number(parts.year), month ? Number(month) : 12, 1) - 86_400_000);
  return { first, last: after.toISOString().slice(0, 10) };
}
