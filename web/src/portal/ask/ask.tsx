import type { ComponentType } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { useFacility } from '../../facility.tsx';
import { AskEmail } from './ask-email.tsx';
import { AskHow } from './ask-how.tsx';
import { AskSign } from './ask-sign.tsx';
import { AskWhat } from './ask-what.tsx';
import { AskWhen } from './ask-when.tsx';
import { AskWhich } from './ask-which.tsx';
import { AskWho } from './ask-who.tsx';
import { AskWhose } from './ask-whose.tsx';
import {
  addressOfQuestion,
  firstUnanswered,
  isPerExam,
  type Question,
  type QuestionPlace,
  questions,
} from './questions.ts';
import { Sent } from './sent.tsx';
import { useAnswers } from './use-answers.tsx';

const pages: Record<Question, ComponentType<{ place: QuestionPlace }>> = {
  whose: AskWhose,
  who: AskWho,
  which: AskWhich,
  when: AskWhen,
  what: AskWhat,
  how: AskHow,
  email: AskEmail,
  sign: AskSign,
};

export function Ask() {
  const params = useParams();
  const [search] = useSearchParams();
  const { answers, sent } = useAnswers();
  const { today } = useFacility();
  if (params.question === 'sent' && sent) return <Sent sent={sent} />;
  const question = questions.find((known) => known === params.question);
  const examIndex = Number(params.exam ?? 1) - 1;
  const open = firstUnanswered(answers, today);
  const isLater =
    question &&
    (questions.indexOf(question) > questions.indexOf(open.question) ||
      (question === open.question && isPerExam(question) && examIndex > open.exam));
  const isAnother = question === 'which' && examIndex === answers.exams.length;
  if (!question || isLater || !(answers.exams[examIndex] || isAnother))
    return <Navigate replace to={addressOfQuestion(open.question === 'sign' ? 'whose' : open.question, open.exam)} />;
  const Page = pages[question];
  return (
    <Page key={`${question}-${examIndex}`} place={{ question, examIndex, toSign: search.get('then') === 'sign' }} />
  );
}
