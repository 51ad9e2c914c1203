import type { Trouble } from '../../client.ts';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { ExamFields } from './exam-fields.tsx';
import { newExam, type TypedExam, type TypedPatient } from './typed-intake.ts';

const mostExams = 20;

/** One patient of the writing and what is asked about them. */
export function PatientFields({
  patient,
  index,
  legend,
  tried,
  problem,
  onChange,
  onRemove,
}: {
  patient: TypedPatient;
  index: number;
  legend: string;
  tried: boolean;
  problem: Trouble | undefined;
  onChange: (part: Partial<TypedPatient>) => void;
  onRemove?: (() => void) | undefined;
}) {
  const t = useText(deskIntakeText);
  const changeExam = (exam: TypedExam, part: Partial<TypedExam>) =>
    onChange({ exams: patient.exams.map((one) => (one === exam ? { ...one, ...part } : one)) });
  const birthProblem = fieldProblem(problem, `/patients/${index}/patient/birthDate`);
  return (
    <fieldset className="stack intake-part">
      <legend>{legend}</legend>
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
          problem={tried && !calendarDateOf(patient.birthDate) ? t('need-birth-date') : birthProblem}
        />
        <TextField
          label={t('mrn')}
          optional={t('optional')}
          value={patient.mrn}
          onChange={(mrn) => onChange({ mrn })}
          autoComplete="off"
        />
        <TextField
          label={t('former-names')}
          optional={t('optional')}
          value={patient.formerNames}
          onChange={(formerNames) => onChange({ formerNames })}
          autoComplete="off"
        />
      </div>
      {patient.exams.map((exam) => (
        <ExamFields
          key={exam.key}
          exam={exam}
          onChange={(part) => changeExam(exam, part)}
          onRemove={
            patient.exams.length > 1
              ? () => onChange({ exams: patient.exams.filter((one) => one !== exam) })
              : undefined
          }
        />
      ))}
      <p className="link-row">
        {patient.exams.length < mostExams && (
          <LinkButton onClick={() => onChange({ exams: [...patient.exams, newExam(Date.now())] })}>
            {t('add-exam')}
          </LinkButton>
        )}
        {onRemove && <LinkButton onClick={onRemove}>{t('remove-patient')}</LinkButton>}
      </p>
    </fieldset>
  );
}
