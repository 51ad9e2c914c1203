import { SelectField } from '../../design-system/field.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { useLawWords } from '../law-words.ts';
import type { PolicyView } from './policy-view.ts';

/** What the law leaves open: the question, the answer in force, its reason, and other lawful answers where there are any. */
export function OpenQuestions({
  policy,
  answers,
  onChange,
}: {
  policy: PolicyView;
  answers: Record<string, string>;
  onChange: (answers: Record<string, string>) => void;
}) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
  return (
    <section className="stack">
      <h2>{t('open-questions')}</h2>
      <p className="quiet">{t('open-questions-help')}</p>
      <ul className="period-list">
        {policy.openDecisions.map((decision) => (
          <li key={decision.id} className="period">
            {decision.answers.length > 1 ? (
              <SelectField
                label={`${decision.id}. ${law(decision.question)}`}
                help={t('because', { reason: law(decision.reason) })}
                value={answers[decision.id] ?? decision.chosen}
                onChange={(setting) => onChange({ ...answers, [decision.id]: setting })}
                options={decision.answers.map(({ setting, words, isDefault }) => ({
                  value: setting,
                  label: isDefault ? `${law(words)} (${t('is-default')})` : law(words),
                }))}
              />
            ) : (
              <>
                <p>
                  <strong>
                    {decision.id}. {law(decision.question)}
                  </strong>
                </p>
                <p>{law(decision.answers[0]?.words ?? '')}</p>
                <p className="small quiet">
                  {t('because', { reason: law(decision.reason) })} {t('only-answer')}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
