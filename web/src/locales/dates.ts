import type { Language } from './text.ts';

/** The United States' conventions in both languages: this is who reads them. */
const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };

export type DateWords = {
  /** "Wednesday, December 23", with the year when it is another one than today's. */
  day: (calendarDate: string) => string;
  /** "December 23, 2026": a date that is not about a deadline, such as a birth date. */
  plainDay: (calendarDate: string) => string;
  /** "Wednesday, October 28, 2026": the day of an exam, which may be years ago. */
  examDay: (calendarDate: string) => string;
  /** "Wed, Dec 23, 2026" */
  shortDay: (calendarDate: string) => string;
  /** "October 2026" */
  month: (calendarDate: string) => string;
  /** "4:12 pm" where the facility is. */
  time: (instant: string) => string;
  /** "Monday, November 23, 4:12 pm" where the facility is. */
  dayAndTime: (instant: string) => string;
  /** As `dayAndTime`; of an instant at which a day begins, the day alone: “12:00 am” is read as noon or as the night after. */
  opening: (instant: string) => string;
  /** "Monday, November 23, 2:30 pm" of a day and a time on the facility's wall clock, “14:30”. */
  dayAt: (time: { on: string; at: string }) => string;
  /** The calendar day of an instant where the facility is. */
  dayOf: (instant: string) => string;
};

/** Dates are read by people of the facility's place: its time zone decides which day an instant belongs to. */
export function dateWords(language: Language, timeZone: string, today: string): DateWords {
  const locale = locales[language];
  const format = (options: Intl.DateTimeFormatOptions, zone: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const ofDay = (calendarDate: string) => new Date(`${calendarDate}T12:00:00Z`);
  const weekday = { weekday: 'long', month: 'long', day: 'numeric' } as const;
  const sameYear = format(weekday, 'UTC');
  const otherYear = format({ ...weekday, year: 'numeric' }, 'UTC');
  const plain = format({ year: 'numeric', month: 'long', day: 'numeric' }, 'UTC');
  const short = format({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }, 'UTC');
  const month = format({ year: 'numeric', month: 'long' }, 'UTC');
  const time = format({ hour: 'numeric', minute: '2-digit' }, timeZone);
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? sameYear : otherYear).format(ofDay(date));
  const wallClock = format({ hour: 'numeric', minute: '2-digit' }, 'UTC');
  const halves = (words: string) => words.replace(/\s?([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m`);
  const timeWords = (instant: string) => halves(time.format(new Date(instant)));
  const dayOf = (instant: string) => iso.format(new Date(instant));
  const dayAndTime = (instant: string) => `${day(dayOf(instant))}, ${timeWords(instant)}`;
  const isStartOfDay = (instant: string) => dayOf(instant) !== dayOf(new Date(Date.parse(instant) - 1).toISOString());
  return {
    day,
    examDay: (date) => otherYear.format(ofDay(date)),
    plainDay: (date) => plain.format(ofDay(date)),
    shortDay: (date) => short.format(ofDay(date)),
    month: (date) => month.format(ofDay(date)),
    time: timeWords,
    dayOf,
    dayAt: ({ on, at }) => `${day(on)}, ${halves(wallClock.format(new Date(`${on}T${at}:00Z`)))}`,
    dayAndTime,
    opening: (instant) => (isStartOfDay(instant) ? day(dayOf(instant)) : dayAndTime(instant)),
  };
}
