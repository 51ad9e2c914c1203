import { resumeDraft } from '@echoback/server/contract';
import { type ComponentType, useEffect, useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { call } from '../../client.ts';
import { Loading } from '../../design-system/surface.tsx';
import { useFacility } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { PortalPage } from '../portal-page.tsx';
import { noAnswers } from './answers.ts';
import { AskAuthorization } from './ask-authorization.tsx';
import { AskEmail } from './ask-email.tsx';
import { AskHow } from './ask-how.tsx';
import { AskPapers } from './ask-papers.tsx';
import { AskRecipient } from './ask-recipient.tsx';
import { AskSign } from './ask-sign.tsx';
import { AskToWhom } from './ask-to-whom.tsx';
import { AskWhat } from './ask-what.tsx';
import { AskWhen } from './ask-when.tsx';
import { AskWhich } from './ask-which.tsx';
import { AskWho } from './ask-who.tsx';
import { AskWhose } from './ask-whose.tsx';
import { ComeBack } from './come-back.tsx';
import {
  addressOfQuestion,
  firstUnanswered,
  isPerExam,
  type Question,
  type QuestionPlace,
  questions,
  type Step,
  stepsFor,
} from './questions.ts';
import { Deleted, Saved } from './saved.tsx';
import { Sent } from './sent.tsx';
import { useAnswers } from './use-answers.tsx';
import './ask.css';

const pages: Record<Question, ComponentType<{ place: QuestionPlace }>> = {
  whose: AskWhose,
  email: AskEmail,
  who: AskWho,
  which: AskWhich,
  when: AskWhen,
  what: AskWhat,
  'to-whom': AskToWhom,
  how: AskHow,
  recipient: AskRecipient,
  authorization: AskAuthorization,
  papers: AskPapers,
  sign: AskSign,
};

export function Ask() {
  const { question } = useParams();
  const { sent } = useAnswers();
  if (question === 'sent' && sent) return <Sent sent={sent} />;
  if (question === 'saved') return <Saved />;
  if (question === 'deleted') return <Deleted />;
  if (question === 'back') return <ComeBack />;
  return <Asking />;
}

/** A question, once it is known whether this browser was in the middle of them a moment ago. */
function Asking() {
  const params = useParams();
  const [search] = useSearchParams();
  const { answers } = useAnswers();
  const { today } = useFacility();
  const t = useText(askText);
  if (useResuming()) {
    return (
      <PortalPage title={t('title')}>
        <Loading words={t('reading-saved')} />
      </PortalPage>
    );
  }
  const question = questions.find((known) => known === params.question);
  const examIndex = Number(params.exam ?? 1) - 1;
  const open = firstUnanswered(answers, today);
  const steps = stepsFor(answers);
  const place = (step: Step) => steps.findIndex((each) => each.question === step.question && each.exam === step.exam);
  const here = question && place({ question, exam: isPerExam(question) ? examIndex : 0 });
  const isAnother =
    question === 'which' &&
    examIndex === answers.exams.length &&
    place(open) > place({ question: 'what', exam: examIndex - 1 });
  const isOpen = here !== undefined && here >= 0 && here <= place(open);
  if (!question || !(isOpen || isAnother)) {
    return <Navigate replace to={addressOfQuestion(open.question === 'sign' ? 'whose' : open.question, open.exam)} />;
  }
  const Page = pages[question];
  return (
    <Page key={`${question}-${examIndex}`} place={{ question, examIndex, toSign: search.get('then') === 'sign' }} />
  );
}

/** Asked once, when the questions open without an answer in memory: after a reload, or in a browser that is new to us. */
function useResuming(): boolean {
  const { answers, takeUp } = useAnswers();
  const [resuming, setResuming] = useState(answers === noAnswers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (!resuming) return;
    let gone = false;
    void call(resumeDraft, {}).then((answer) => {
      if (gone) return;
      if (answer.ok && answer.value.opened) takeUp(answer.value.opened);
      setResuming(false);
    });
    return () => {
      gone = true;
    };
  }, []);
  return resuming;
}
