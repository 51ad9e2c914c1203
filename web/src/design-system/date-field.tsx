import { useId } from 'react';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import type { DateParts } from './calendar-parts.ts';
import { describedBy, FieldProblem } from './field.tsx';

/**
 * Three plain boxes in the order of the language. A birth date is typed, not looked up: scrolling a picker back to 1948
 * is slow, native pickers differ on every phone, and screen readers read three labelled boxes everywhere.
 */
export function DateField({
  label,
  help,
  problem,
  value,
  onChange,
  birth = false,
  without = [],
}: {
  label: string;
  help?: string;
  problem?: string | undefined;
  value: DateParts;
  onChange: (value: DateParts) => void;
  /** Lets the phone fill in a birth date it knows. */
  birth?: boolean;
  /** Boxes to leave out: a month and year, or only a year. */
  without?: readonly ('day' | 'month')[];
}) {
  const id = useId();
  const t = useText(wordsText);
  const { language } = useLanguage();
  const order = language === 'es' ? (['day', 'month', 'year'] as const) : (['month', 'day', 'year'] as const);
  const described = describedBy(id, help, problem);
  return (
    <fieldset className={`field ${problem ? 'field-wrong' : ''}`} aria-describedby={described}>
      <legend className="field-label">{label}</legend>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="date-parts">
        {order
          .filter((part) => part === 'year' || !without.includes(part))
          .map((part) => (
            <label key={part} className={`date-part date-part-${part}`}>
              <span className="date-part-label">{t(`date-${part}`)}</span>
              <input
                className="field-input"
                inputMode="numeric"
                autoComplete={birth ? `bday-${part}` : 'off'}
                maxLength={part === 'year' ? 4 : 2}
                value={value[part]}
                onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value.replaceAll(/\D/g, '') })}
                aria-invalid={problem ? true : undefined}
              />
            </label>
          ))}
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </fieldset>
  );
}
