import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { addressOfQuestion } from './questions.ts';
import { useExamWords } from './use-exam-words.ts';

export function AskWhat({ place }: { place: QuestionPlace }) {
  const { t, answers, exam, changeThisExam, removeExam, problem, check, goOn } = useQuestion(place);
  const { nameOf } = useExamWords();
  const navigate = useNavigate();
  const another = () => {
    if (!check()) return;
    void navigate(addressOfQuestion('which', answers.exams.length, place.toSign));
  };
  const remove = (index: number) => {
    removeExam(index);
    void navigate(addressOfQuestion('what', 0, place.toSign), { replace: true });
  };
  return (
    <QuestionPage
      place={place}
      title={t('what-question')}
      help={t('what-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <RadioTiles
        legend={t('what-question')}
        hideLegend
        value={exam.scope}
        onChange={(scope) => changeThisExam({ scope })}
        choices={[
          { value: 'entire-study', label: t('what-entire'), help: t('what-entire-help') },
          { value: 'certain-images', label: t('what-certain') },
        ]}
      />
      {exam.scope === 'certain-images' && (
        <TextArea
          label={t('certain-images')}
          help={t('certain-images-help')}
          value={exam.certainImages}
          onChange={(certainImages) => changeThisExam({ certainImages })}
          problem={problem('certain-images')}
        />
      )}
      <Checkbox
        label={t('with-report')}
        help={t('with-report-help')}
        checked={exam.withReport}
        onChange={(withReport) => changeThisExam({ withReport })}
      />
      <section className="exam-list">
        <h2>{t('your-exams')}</h2>
        <ul>
          {inOrder(answers.exams).map(({ one, place: index }) => {
            const name = nameOf(one);
            return (
              <li key={index}>
                <span>{name}</span>
                {answers.exams.length > 1 && (
                  <LinkButton onClick={() => remove(index)} label={t('remove-exam-named', { exam: name })}>
                    {t('remove-exam')}
                  </LinkButton>
                )}
              </li>
            );
          })}
        </ul>
        <Button look="second" onClick={another}>
          {t('add-exam')}
        </Button>
      </section>
    </QuestionPage>
  );
}
