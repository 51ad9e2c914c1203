import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import type { ExamType } from '../request-file.ts';
import type { TypedPatient } from './typed-intake.ts';

const exams = [
  'pregnancy',
  'pelvis',
  'abdomen',
  'breast',
  'neck-thyroid',
  'vascular',
  'heart',
  'musculoskeletal',
  'other',
  'not-sure',
] as const;

/** One patient of the writing and what is asked about them. */
export function PatientFields({
  patient,
  legend,
  tried,
  onChange,
  onRemove,
}: {
  patient: TypedPatient;
  legend: string;
  tried: boolean;
  onChange: (part: Partial<TypedPatient>) => void;
  onRemove?: (() => void) | undefined;
}) {
  const t = useText(deskIntakeText);
  const words = useText(wordsText);
  return (
    <fieldset className="stack">
      <legend className="term">{legend}</legend>
      <div className="form-grid">
        <TextField
          label={t('given-name')}
          value={patient.givenName}
          onChange={(givenName) => onChange({ givenName })}
          problem={tried && !patient.givenName.trim() ? t('need-name') : undefined}
          autoComplete="off"
        />
        <TextField
          label={t('family-name')}
          value={patient.familyName}
          onChange={(familyName) => onChange({ familyName })}
          problem={tried && !patient.familyName.trim() ? t('need-name') : undefined}
          autoComplete="off"
        />
        <DateField
          label={t('birth-date')}
          value={patient.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          problem={tried && !calendarDateOf(patient.birthDate) ? t('need-birth-date') : undefined}
        />
        <TextField
          label={t('mrn')}
          optional={t('optional')}
          value={patient.mrn}
          onChange={(mrn) => onChange({ mrn })}
          autoComplete="off"
        />
        <SelectField
          label={t('exam')}
          value={patient.examType}
          onChange={(examType) => onChange({ examType: examType as ExamType })}
          options={exams.map((value) => ({ value, label: words(`exam-${value}`) }))}
        />
        <TextField
          label={t('date-words')}
          optional={t('optional')}
          value={patient.dateWords}
          onChange={(dateWords) => onChange({ dateWords })}
          autoComplete="off"
        />
      </div>
      {onRemove && <LinkButton onClick={onRemove}>{t('remove-patient')}</LinkButton>}
    </fieldset>
  );
}
