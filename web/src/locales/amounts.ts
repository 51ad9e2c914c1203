import type { Language } from './text.ts';

type Currency = 'USD' | 'EUR';

/** As people write amounts where the currency is used. */
const locales: Record<Currency, Record<Language, string>> = {
  USD: { en: 'en-US', es: 'es-US' },
  EUR: { en: 'en-IE', es: 'es-ES' },
};

/** "$6.50"; "€6.50", in Spanish "6,50 €" */
export function moneyWords(cents: number, language: Language, currency: Currency): string {
  return new Intl.NumberFormat(locales[currency][language], { style: 'currency', currency }).format(cents / 100);
}

/** "214 MB": powers of 1,000 as phones and file managers count; one digit after the point below ten. */
export function sizeWords(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  // Nobody saves by the byte: less than one kilobyte is told as one.
  const amount = step === 1 ? Math.max(1, bytes / 1000) : bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'kilobyte',
    maximumFractionDigits: step > 1 && amount < 10 ? 1 : 0,
  }).format(amount);
}

/** Below this a clip is over before whole seconds would say anything. */
const shortClipMs = 10_000;

/** "0.9 s" of a short clip, "1:23" of a longer one; position and duration are told alike. */
export function clockWords(milliseconds: number, durationMs: number, language: Language): string {
  if (durationMs < shortClipMs)
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'short',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
      .format(milliseconds / 1000)
      .replace('sec', 's');
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
