import { DateField } from '../../design-system/date-field.tsx';
import { TextField } from '../../design-system/field.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';

export function AskWho({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  const words = useText(wordsText);
  const isSelf = answers.whose === 'self';
  return (
    <QuestionPage
      place={place}
      title={t(isSelf ? 'who-question' : 'who-question-other')}
      help={t('who-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <TextField
        label={t('given-name')}
        value={answers.givenName}
        onChange={(givenName) => change({ givenName })}
        problem={problem('given-name')}
        autoComplete={isSelf ? 'given-name' : 'off'}
        maxLength={120}
      />
      <TextField
        label={t('family-name')}
        value={answers.familyName}
        onChange={(familyName) => change({ familyName })}
        problem={problem('family-name')}
        autoComplete={isSelf ? 'family-name' : 'off'}
        maxLength={120}
      />
      <TextField
        label={t('former-names')}
        optional={words('optional')}
        value={answers.formerNames}
        onChange={(formerNames) => change({ formerNames })}
        maxLength={500}
      />
      <DateField
        label={t('birth')}
        help={t('birth-help')}
        value={answers.birth}
        onChange={(birth) => change({ birth })}
        problem={problem('birth')}
        birth={isSelf}
      />
      <TextField
        label={t('mrn')}
        help={t('mrn-help')}
        optional={words('optional')}
        value={answers.mrn}
        onChange={(mrn) => change({ mrn })}
        autoComplete="off"
        maxLength={64}
      />
      {!isSelf && (
        <TextField
          label={t('requester-name')}
          value={answers.requesterName}
          onChange={(requesterName) => change({ requesterName })}
          problem={problem('requester-name')}
          autoComplete="name"
          maxLength={120}
        />
      )}
    </QuestionPage>
  );
}
