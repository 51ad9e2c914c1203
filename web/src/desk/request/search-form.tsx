import type { Trouble } from '../../client.ts';
import { calendarDateOf, type DateParts, noDate, partsOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { ExamItem, RequestFile } from '../request-file.ts';

export type Typed = {
  familyName: string;
  givenName: string;
  birthDate: DateParts;
  mrn: string;
  accessionNumber: string;
  onOrAfter: DateParts;
  onOrBefore: DateParts;
};

/** Prefilled with what the directory and the request know, so that nothing has to be typed again. */
export function startOf(file: RequestFile, item: ExamItem): Typed {
  const { asked, patient } = file;
  return {
    familyName: patient?.familyName ?? asked.patientFamilyName,
    givenName: patient?.givenName ?? asked.patientGivenName,
    birthDate: partsOf(patient?.birthDate ?? asked.patientBirthDate),
    mrn: patient ? (patient.identifiers[0]?.mrn ?? '') : (asked.patientMrn ?? ''),
    accessionNumber: '',
    onOrAfter: item.onOrAfter ? partsOf(item.onOrAfter) : noDate,
    onOrBefore: item.onOrBefore ? partsOf(item.onOrBefore) : noDate,
  };
}

/** What is left empty is not searched by. */
export function toSearch(typed: Typed) {
  const birthDate = calendarDateOf(typed.birthDate);
  const onOrAfter = calendarDateOf(typed.onOrAfter);
  const onOrBefore = calendarDateOf(typed.onOrBefore);
  return {
    ...(typed.familyName.trim() ? { familyName: typed.familyName.trim() } : {}),
    ...(typed.givenName.trim() ? { givenName: typed.givenName.trim() } : {}),
    ...(typed.mrn.trim() ? { mrn: typed.mrn.trim() } : {}),
    ...(typed.accessionNumber.trim() ? { accessionNumber: typed.accessionNumber.trim() } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(onOrAfter ? { onOrAfter } : {}),
    ...(onOrBefore ? { onOrBefore } : {}),
  };
}

export function SearchForm({
  typed,
  onType,
  onSearch,
  problem,
}: {
  typed: Typed;
  onType: (typed: Typed) => void;
  onSearch: () => void;
  problem: Trouble | undefined;
}) {
  const t = useText(deskFileText);
  const text = (name: 'familyName' | 'givenName' | 'mrn' | 'accessionNumber') => ({
    value: typed[name],
    onChange: (value: string) => onType({ ...typed, [name]: value }),
    problem: fieldProblem(problem, `/${name}`),
    autoComplete: 'off',
  });
  const date = (name: 'birthDate' | 'onOrAfter' | 'onOrBefore') => ({
    value: typed[name],
    onChange: (value: DateParts) => onType({ ...typed, [name]: value }),
    problem: isWrongDate(typed[name]) ? t('no-such-day') : fieldProblem(problem, `/${name}`),
  });
  return (
    <form
      className="search-form card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSearch();
      }}
    >
      <p className="small quiet search-form-note">{t('search-form-note')}</p>
      <TextField label={t('family-name')} {...text('familyName')} />
      <TextField label={t('given-name')} {...text('givenName')} />
      <DateField label={t('birth-date')} {...date('birthDate')} />
      <TextField label={t('fact-mrn')} {...text('mrn')} />
      <DateField label={t('exam-from')} {...date('onOrAfter')} />
      <DateField label={t('exam-to')} {...date('onOrBefore')} />
      <TextField label={t('accession-number')} {...text('accessionNumber')} />
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {t('search-sources')}
      </button>
    </form>
  );
}

function isWrongDate(parts: DateParts): boolean {
  const empty = parts.year === '' && parts.month === '' && parts.day === '';
  return !empty && parts.year.length === 4 && parts.month !== '' && parts.day !== '' && !calendarDateOf(parts);
}
