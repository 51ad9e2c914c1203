import type { submitRequest } from '@echoback/server/contract';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { OutputOf } from '../../client.ts';
import { type Answers, type ExamAnswer, noAnswers, noExam } from './answers.ts';

type Sent = OutputOf<typeof submitRequest>;

type Held = {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  /** One past the last begins another exam: leaving that question without an answer leaves no empty exam behind. */
  changeExam: (index: number, part: Partial<ExamAnswer>) => void;
  removeExam: (index: number) => void;
  sent: Sent | undefined;
  finish: (sent: Sent) => void;
};

export const sentAddress = '/ask/sent';

const AnswersContext = createContext<Held | undefined>(undefined);

export function AnswersProvider({ children }: { children: ReactNode }) {
  const [answers, setAnswers] = useState(noAnswers);
  const [sent, setSent] = useState<Sent>();
  const { pathname } = useLocation();
  useUnsentWarning(answers !== noAnswers);
  // Once the number is on the screen the answers are forgotten, so that going back can not send them twice; once that
  // page is left the passcodes are, because they are shown once.
  useEffect(() => {
    if (pathname === sentAddress) setAnswers(noAnswers);
    else setSent(undefined);
  }, [pathname]);
  const held = useMemo<Held>(
    () => ({
      answers,
      sent,
      change: (part) => setAnswers((now) => ({ ...now, ...part })),
      changeExam: (index, part) =>
        setAnswers((now) => ({
          ...now,
          exams: [...now.exams, ...(index === now.exams.length ? [noExam] : [])].map((exam, place) =>
            place === index ? { ...exam, ...part } : exam,
          ),
        })),
      removeExam: (index) => setAnswers((now) => ({ ...now, exams: now.exams.filter((_, place) => place !== index) })),
      finish: setSent,
    }),
    [answers, sent],
  );
  return <AnswersContext value={held}>{children}</AnswersContext>;
}

export function useAnswers(): Held {
  const held = useContext(AnswersContext);
  if (!held) throw new Error('AnswersProvider is missing above this component');
  return held;
}

/** Answers are kept nowhere, so a reload would lose them: the browser asks first. */
function useUnsentWarning(unsent: boolean) {
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsent]);
}
