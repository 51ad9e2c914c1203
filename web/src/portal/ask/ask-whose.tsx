import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

const choices = ['self', 'parent', 'personal-representative', 'executor', 'family'] as const;

export function AskWhose({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  return (
    <QuestionPage
      place={place}
      title={t('whose-question')}
      help={t('whose-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <RadioTiles
        legend={t('whose-question')}
        hideLegend
        value={answers.whose}
        onChange={(whose) => change({ whose })}
        choices={choices.map((value) => ({ value, label: t(`whose-${value}`) }))}
        problem={problem('whose')}
      />
    </QuestionPage>
  );
}
