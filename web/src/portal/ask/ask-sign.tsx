import { submitRequest } from '@echoback/server/contract';
import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import { PortalPage } from '../portal-page.tsx';
import { requesterNameOf, requestOf, waysOf } from './answers.ts';
import { KeptLine, SaveForLater } from './keeping.tsx';
import { useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { beforeQuestion } from './questions.ts';
import { SignQuote } from './sign-quote.tsx';
import { SignSummary } from './sign-summary.tsx';
import { sentAddress } from './use-answers.tsx';

/** What was asked, what it costs, until when, and the signature: on one page, before anything is sent. */
export function AskSign({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, finish } = useQuestion(place);
  const words = useText(wordsText);
  const facility = useFacility();
  const dates = useDates();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const sending = useAct(submitRequest);
  const patient = `${answers.givenName.trim()} ${answers.familyName.trim()}`;

  const chosen = { allExams: t('when-all'), myRequest: t('purpose-my-request') };
  const { toOther } = waysOf(answers);
  const send = async () => {
    if (!check()) return;
    const sent = await sending.act(requestOf(answers, language, chosen));
    if (!sent) return;
    finish(sent);
    void navigate(sentAddress, { replace: true });
  };
  // The refusal itself is told in the person's language; notes on fields come in one language only.
  const signature =
    problem('signed-name') ??
    (sending.problem?.code === 'signature-differs' ? `${sending.problem.title} ${sending.problem.detail}` : undefined);
  return (
    <PortalPage title={t('sign-title')}>
      <div className="question-top">
        <Link to={beforeQuestion(answers, place)} back>
          {words('back')}
        </Link>
        <SaveForLater />
      </div>
      <PageTitle>{t('sign-title')}</PageTitle>
      <SignSummary
        patient={patient}
        birth={dates.plainDay(calendarDateOf(answers.birth) ?? facility.today)}
        requester={requesterNameOf(answers)}
      />
      <SignQuote />
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending.busy) void send();
        }}
      >
        <h2>{t('signature')}</h2>
        <p>{t('statement', { facility: facility.name, patient })}</p>
        {toOther.length > 0 && <p>{t('statement-other', { name: answers.otherName.trim() })}</p>}
        {toOther.includes('prints') && <p>{t('statement-authorizes', { name: answers.otherName.trim() })}</p>}
        <TextField
          label={t('signed-name')}
          value={answers.signedName}
          onChange={(signedName) => change({ signedName })}
          problem={signature}
          help={t('signed-on', { day: dates.day(facility.today) })}
          autoComplete="name"
          maxLength={120}
        />
        {sending.problem?.code !== 'signature-differs' && <Problem problem={sending.problem} />}
        <Button type="submit" wide busy={sending.busy ? t('sending') : undefined}>
          {t('sign-and-send')}
        </Button>
        <KeptLine />
      </form>
    </PortalPage>
  );
}
