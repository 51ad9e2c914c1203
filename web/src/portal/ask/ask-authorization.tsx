import { Checkbox } from '../../design-system/checkbox.tsx';
import { DateField } from '../../design-system/date-field.tsx';
import { FieldProblem, TextArea, TextField } from '../../design-system/field.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useFacility } from '../../facility.tsx';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { useExamWords } from './use-exam-words.ts';

const statements = ['revoke', 'conditioning', 'redisclosure'] as const;

/**
 * A HIPAA authorization, only where the case needs one: all of 45 CFR 164.508(c). Who may disclose is the facility, who
 * may receive was said a page before, and the signature comes with the request.
 */
export function AskAuthorization({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  const facility = useFacility();
  const { nameOf, scopeOf } = useExamWords();
  const described = answers.exams.map((exam) => `${nameOf(exam)}. ${scopeOf(exam)}`).join('\n');
  return (
    <QuestionPage
      place={place}
      title={t('authorization-title')}
      help={t('authorization-help', { name: answers.otherName.trim() })}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <dl className="summary">
        <div className="summary-row">
          <dt>{t('who-gives')}</dt>
          <dd className="summary-value">{facility.name}</dd>
        </div>
        <div className="summary-row">
          <dt>{t('who-gets')}</dt>
          <dd className="summary-value">{answers.otherName.trim()}</dd>
        </div>
      </dl>
      <TextArea
        label={t('authorizes')}
        help={t('authorizes-help')}
        value={answers.authorizes}
        onChange={(authorizes) => change({ authorizes: authorizes.slice(0, 500) })}
        problem={problem('authorizes')}
      />
      {answers.authorizes.trim() === '' && (
        <button type="button" className="link" onClick={() => change({ authorizes: described.slice(0, 500) })}>
          {t('authorizes-same')}
        </button>
      )}
      <RadioTiles
        legend={t('purpose')}
        value={answers.purpose}
        onChange={(purpose) => change({ purpose })}
        choices={[
          { value: 'my-request', label: t('purpose-my-request'), help: t('purpose-my-request-help') },
          { value: 'other', label: t('purpose-other') },
        ]}
      />
      {answers.purpose === 'other' && (
        <TextField
          label={t('purpose-words')}
          value={answers.purposeWords}
          onChange={(purposeWords) => change({ purposeWords })}
          problem={problem('purpose')}
          maxLength={500}
        />
      )}
      <RadioTiles
        legend={t('ends')}
        value={answers.ends}
        onChange={(ends) => change({ ends })}
        choices={[
          { value: 'request', label: t('ends-request') },
          { value: 'day', label: t('ends-day') },
        ]}
      />
      {answers.ends === 'day' && (
        <DateField
          label={t('ends-on')}
          value={answers.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          problem={problem('ends-on')}
        />
      )}
      <section className="card">
        <h2>{t('statements-title')}</h2>
        <ul className="statements-lines">
          {statements.map((one) => (
            <li key={one}>{t(`statement-${one}`, { facility: facility.name, office: facility.officeName })}</li>
          ))}
        </ul>
        <Checkbox
          label={t('statements-read')}
          checked={answers.statementsRead}
          onChange={(statementsRead) => change({ statementsRead })}
        />
        <FieldProblem id="statements-problem" problem={problem('statements')} />
      </section>
    </QuestionPage>
  );
}
