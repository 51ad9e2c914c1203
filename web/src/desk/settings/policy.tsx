import { choosePolicy, readPolicy } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { useLawWords } from '../law-words.ts';
import { useStaff } from '../signed-in.tsx';
import { LawChoice } from './policy-choice.tsx';
import { answersOf, type ChosenPolicy, chosenOf, isWholeNumber, overlayOf, wrongNumbers } from './policy-form.ts';
import { OpenQuestions } from './policy-open-questions.tsx';
import { Periods, UnsureRules } from './policy-periods.tsx';
import { Promises } from './policy-promises.tsx';
import { Proposals, ServiceLimits } from './policy-service-limits.tsx';
import type { PolicyView } from './policy-view.ts';
import { SettingsPage } from './settings-page.tsx';

/** The law this facility answers by, its own promises, and what the law leaves open. The server refuses what is laxer. */
export function PolicySettings() {
  const t = useText(deskPolicyText);
  const read = useRead(readPolicy, {});
  return (
    <SettingsPage title={t('policy')}>
      <p className="quiet">{t('policy-help')}</p>
      <Problem problem={read.problem} onAgain={read.again} />
      {read.loading && <Loading words={t('reading')} />}
      {read.value && <PolicyForm key={JSON.stringify(read.value)} policy={read.value} />}
    </SettingsPage>
  );
}

function PolicyForm({ policy }: { policy: PolicyView }) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
  const dates = useDates();
  const mayChange = useStaff().role === 'admin';
  const { act, busy, problem } = useAct(choosePolicy);
  const [chosen, setChosen] = useState<ChosenPolicy>(() => chosenOf(policy));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ChosenPolicy>) => setChosen((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongNumbers(chosen).length > 0 || !Object.values(chosen.serviceLimits).every(isWholeNumber)) return;
    const choice = [chosen.base, ...chosen.additions].join('+');
    await act({ choice, provider: chosen.provider, overlay: overlayOf(chosen, policy) });
  };
  return (
    <form className="stack policy" onSubmit={submit} noValidate>
      <p>
        <strong>{t('in-force', { title: policy.title.split(' + ').map(law).join(' + ') })}</strong>{' '}
        <span className="quiet">
          {policy.decidedOn ? t('since', { day: dates.plainDay(policy.decidedOn) }) : t('since-start')}
        </span>
      </p>
      {!mayChange && <p className="quiet">{t('only-admin')}</p>}
      <LawChoice policy={policy} chosen={chosen} onChange={change} />
      <Promises policy={policy} chosen={chosen} onChange={change} tried={tried} problem={problem} />
      <ServiceLimits policy={policy} chosen={chosen} onChange={change} tried={tried} problem={problem} />
      <Proposals policy={policy} chosen={chosen} onChange={change} />
      <Periods policy={policy} mayConfirm={mayChange} />
      <UnsureRules policy={policy} mayConfirm={mayChange} />
      <OpenQuestions policy={policy} answers={answersOf(chosen, policy)} onChange={(answers) => change({ answers })} />
      <Barred policy={policy} />
      <Problem problem={problem} />
      {problem?.fields && (
        <ul className="broken-rules">
          {problem.fields.map(({ pointer, message }) => (
            <li key={pointer + message}>{law(message)}</li>
          ))}
        </ul>
      )}
      {mayChange && (
        <p className="button-row">
          <Button type="submit" busy={busy ? t('saving') : undefined}>
            {t('save')}
          </Button>
        </p>
      )}
    </form>
  );
}

function Barred({ policy }: { policy: PolicyView }) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
  // One sentence of the law may bar several practices: it is said once.
  const said = policy.barredPractices.filter(
    ({ sentence, cite }, at, all) => all.findIndex((each) => each.sentence === sentence && each.cite === cite) === at,
  );
  return (
    <details>
      <summary>{t('barred')}</summary>
      <p className="quiet">{t('barred-help')}</p>
      <ul>
        {said.map(({ practice, sentence, cite }) => (
          <li key={practice}>
            {law(sentence)} <span className="small quiet">{law(cite)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
