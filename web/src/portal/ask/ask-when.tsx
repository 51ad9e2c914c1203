import type { ReactNode } from 'react';
import { DateField } from '../../design-system/date-field.tsx';
import { TextArea, TextField } from '../../design-system/field.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import type { When } from './answers.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

const ways = ['day', 'month', 'range', 'words', 'all'] as const;

export function AskWhen({ place }: { place: QuestionPlace }) {
  const question = useQuestion(place);
  const { t, exam, changeThisExam, problem, check, goOn } = question;
  const words = useText(wordsText);
  return (
    <QuestionPage
      place={place}
      title={t('when-question')}
      help={t('when-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <RadioTiles
        legend={t('when-question')}
        hideLegend
        value={exam.when}
        onChange={(when) => changeThisExam({ when })}
        choices={ways.map((value) => ({ value, label: t(`when-${value}`) }))}
        problem={problem('when')}
      />
      {exam.when && <WhenFields when={exam.when} question={question} />}
      <TextField
        label={t('place')}
        help={t('place-help')}
        optional={words('optional')}
        value={exam.place}
        onChange={(where) => changeThisExam({ place: where })}
        maxLength={500}
      />
    </QuestionPage>
  );
}

function WhenFields({ when, question }: { when: When; question: ReturnType<typeof useQuestion> }): ReactNode {
  const { t, exam, changeThisExam, problem } = question;
  if (when === 'all') return null;
  if (when === 'day')
    return (
      <DateField
        label={t('day')}
        value={exam.day}
        onChange={(day) => changeThisExam({ day })}
        problem={problem('day')}
      />
    );
  if (when === 'words')
    return (
      <TextArea
        label={t('date-words')}
        help={t('date-words-help')}
        value={exam.dateWords}
        onChange={(dateWords) => changeThisExam({ dateWords })}
        problem={problem('date-words')}
      />
    );
  return (
    <>
      <DateField
        label={t(when === 'range' ? 'range-from' : 'from')}
        help={t('from-help')}
        without={['day']}
        value={exam.from}
        onChange={(from) => changeThisExam({ from })}
        problem={problem('from')}
      />
      {when === 'range' && (
        <DateField
          label={t('to')}
          without={['day']}
          value={exam.to}
          onChange={(to) => changeThisExam({ to })}
          problem={problem('to')}
        />
      )}
    </>
  );
}
