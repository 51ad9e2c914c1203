import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

const choices = ['me', 'other'] as const;

/** To the person, to somebody they name, or to both: 45 CFR 164.524(c)(3)(ii). */
export function AskToWhom({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  return (
    <QuestionPage
      place={place}
      title={t('to-whom-question')}
      help={t('to-whom-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <CheckTiles
        legend={t('to-whom-question')}
        hideLegend
        values={answers.toWhom}
        onChange={(toWhom) => change({ toWhom: choices.filter((one) => toWhom.includes(one)) })}
        choices={choices.map((value) => ({ value, label: t(`to-${value}`), help: t(`to-${value}-help`) }))}
        problem={problem('to-whom')}
      />
    </QuestionPage>
  );
}
