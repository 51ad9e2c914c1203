import { examTypes } from '@echoback/server/contract';
import { TextField } from '../../design-system/field.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { ExamIcon } from './exam-icon.tsx';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

/** Kinds that do not say by themselves which part of the body was looked at. */
const vague = ['other', 'not-sure', 'vascular', 'musculoskeletal'];

export function AskWhich({ place }: { place: QuestionPlace }) {
  const { t, exam, changeThisExam, problem, check, goOn } = useQuestion(place);
  const words = useText(wordsText);
  return (
    <QuestionPage
      place={place}
      title={t(place.examIndex > 0 ? 'which-question-more' : 'which-question')}
      help={t('which-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <RadioTiles
        legend={t('which-question')}
        hideLegend
        columns={2}
        value={exam.examType}
        onChange={(examType) => changeThisExam({ examType })}
        choices={examTypes.map((value) => ({
          value,
          label: words(`exam-${value}`),
          icon: value === 'other' || value === 'not-sure' ? undefined : <ExamIcon examType={value} />,
        }))}
        problem={problem('which')}
      />
      {exam.examType && vague.includes(exam.examType) && (
        <TextField
          label={t('body-part')}
          optional={words('optional')}
          value={exam.bodyPart}
          onChange={(bodyPart) => changeThisExam({ bodyPart })}
          maxLength={500}
        />
      )}
    </QuestionPage>
  );
}
