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
import type { Answers, ExamAnswer } from './answers.ts';
import { noExam } from './answers.ts';
import { KeptLine, SaveForLater } from './keeping.tsx';
import type { QuestionPlace } from './questions.ts';
import { afterQuestion, beforeQuestion, type Problems, problemsOf, questionsFor } from './questions.ts';
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
    /** To the next question, with what was answered in this very moment. */
    goOn: (part: Partial<Answers> = {}) => {
      if (Object.keys(part).length > 0) held.change(part);
      void navigate(afterQuestion({ ...held.answers, ...part }, place, today));
    },
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
  const asked = questionsFor(answers);
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
      <div className="question-top">
        <Link to={beforeQuestion(answers, place)} back>
          {words('back')}
        </Link>
        <SaveForLater />
      </div>
      <p className="question-number">
        {t('question-of', { number: asked.indexOf(place.question) + 1, total: asked.length })}
      </p>
      <PageTitle>{title}</PageTitle>
      <p className="page-help">{help}</p>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="form">
        {children}
        <div className="question-foot">
          <Button type="submit" wide busy={busy}>
            {continueWords ?? t('continue')}
          </Button>
          <KeptLine />
        </div>
      </form>
    </PortalPage>
  );
}
