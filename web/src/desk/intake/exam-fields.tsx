import { examTypes } from '@echoback/server/contract';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { DateField } from '../../design-system/date-field.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import type { ExamType } from '../request-file.ts';
import type { TypedExam } from './typed-intake.ts';

/** One exam as the writing names it. What most writings leave out is folded away. */
export function ExamFields({
  exam,
  onChange,
  onRemove,
}: {
  exam: TypedExam;
  onChange: (part: Partial<TypedExam>) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useText(deskIntakeText);
  const words = useText(wordsText);
  return (
    <div className="stack-small intake-exam">
      <div className="form-grid">
        <SelectField
          label={t('exam')}
          value={exam.examType}
          onChange={(examType) => onChange({ examType: examType as ExamType })}
          options={examTypes.map((value) => ({ value, label: words(`exam-${value}`) }))}
        />
        <TextField
          label={t('date-words')}
          optional={t('optional')}
          value={exam.dateWords}
          onChange={(dateWords) => onChange({ dateWords })}
          autoComplete="off"
          maxLength={500}
        />
      </div>
      <Disclosure summary={t('exam-more')}>
        <div className="form-grid">
          <DateField
            label={t('first-day')}
            help={t('first-day-help')}
            value={exam.firstDay}
            onChange={(firstDay) => onChange({ firstDay })}
          />
          <DateField label={t('last-day')} value={exam.lastDay} onChange={(lastDay) => onChange({ lastDay })} />
          <TextField
            label={t('body-part')}
            value={exam.bodyPart}
            onChange={(bodyPart) => onChange({ bodyPart })}
            autoComplete="off"
            maxLength={500}
          />
          <TextField
            label={t('place')}
            value={exam.place}
            onChange={(place) => onChange({ place })}
            autoComplete="off"
            maxLength={500}
          />
          <TextField
            label={t('certain-images')}
            help={t('certain-images-help')}
            value={exam.certainImages}
            onChange={(certainImages) => onChange({ certainImages })}
            autoComplete="off"
            maxLength={500}
          />
          <Checkbox
            label={t('with-report')}
            checked={exam.withReport}
            onChange={(withReport) => onChange({ withReport })}
          />
        </div>
      </Disclosure>
      {onRemove && (
        <p>
          <LinkButton onClick={onRemove}>{t('remove-exam')}</LinkButton>
        </p>
      )}
    </div>
  );
}
