import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { Link } from '../../design-system/link.tsx';
import { useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { PortalPage } from '../portal-page.tsx';
import type { ExamAnswer } from './answers.ts';
import { noExam } from './answers.ts';
import type { QuestionPlace } from './questions.ts';
import { afterQuestion, beforeQuestion, type Problems, problemsOf, questions } from './questions.ts';
import { useAnswers } from './use-answers.tsx';

/** The problems of one question, kept quiet until somebody tried to go on; then they follow what is typed. */
export function useQuestion(place: QuestionPlace) {
  const held = useAnswers();
  const { today } = useFacility();
  const navigate = useNavigate();
  const t = useText(askText);
  const [tried, setTried] = useState(false);
  const exam = held.answers.exams[place.examIndex] ?? noExam;
  const problems = problemsOf(place.question, held.answers, exam, today);
  return {
    ...held,
    t,
    exam,
    changeThisExam: (part: Partial<ExamAnswer>) => held.changeExam(place.examIndex, part),
    problem: (field: keyof Problems) => {
      const key = tried ? problems[field] : undefined;
      return key && t(key);
    },
    /** True when everything is answered; else the problems are shown. */
    check: () => {
      setTried(true);
      return Object.keys(problems).length === 0;
    },
    goOn: () => void navigate(afterQuestion(place.question, place.examIndex, place.toSign)),
  };
}

/** One question: where we are, the question as the title, one line of help, the answer, one button in reach of the thumb. */
export function QuestionPage({
  place,
  title,
  help,
  onContinue,
  continueWords,
  busy,
  children,
}: {
  place: QuestionPlace;
  title: string;
  help: string;
  /** Goes on when all is answered; answers false to show what is missing. */
  onContinue: () => boolean | Promise<boolean>;
  continueWords?: string;
  busy?: string | undefined;
  children: ReactNode;
}) {
  const t = useText(askText);
  const words = useText(wordsText);
  const { answers } = useAnswers();
  const form = useRef<HTMLFormElement>(null);
  const { question, examIndex, toSign } = place;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || (await onContinue())) return;
    // After the problems are drawn, the first field that has one gets the focus.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], .choices:has(.field-problem:not([hidden])) input')
        ?.focus(),
    );
  };
  return (
    <PortalPage title={t('title')}>
      <Link to={beforeQuestion(question, examIndex, toSign, answers.exams.length - 1)} back>
        {words('back')}
      </Link>
      <p className="question-number">
        {t('question-of', { number: questions.indexOf(question) + 1, total: questions.length })}
      </p>
      <PageTitle>{title}</PageTitle>
      <p className="page-help">{help}</p>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="form">
        {children}
        <div className="question-foot">
          <Button type="submit" wide busy={busy}>
            {continueWords ?? t('continue')}
          </Button>
          <p className="question-kept">{t('kept-here')}</p>
        </div>
      </form>
    </PortalPage>
  );
}
