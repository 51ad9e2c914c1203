import type { openDraft, submitRequest } from '@echoback/server/contract';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { OutputOf } from '../../client.ts';
import { type Answers, type ExamAnswer, noAnswers, noExam } from './answers.ts';
import { answersOfDraft } from './draft.ts';
import { type Saving, useSaving } from './use-saving.ts';

type Sent = OutputOf<typeof submitRequest>;
type Opened = NonNullable<OutputOf<typeof openDraft>['opened']>;
export type Paper = Opened['papers'][number];

type Held = {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  /** One past the last begins another exam: leaving that question without an answer leaves no empty exam behind. */
  changeExam: (index: number, part: Partial<ExamAnswer>) => void;
  removeExam: (index: number) => void;
  /** What was handed in to show the right to ask, before the request is sent. */
  papers: readonly Paper[];
  setPapers: (papers: readonly Paper[]) => void;
  saving: Saving;
  /** Goes on with what was saved; answers the question they were at, or nothing where the form has changed since. */
  takeUp: (opened: Opened) => string | undefined;
  sent: Sent | undefined;
  finish: (sent: Sent) => void;
};

export const sentAddress = '/ask/sent';
export const savedAddress = '/ask/saved';
export const deletedAddress = '/ask/deleted';
/** Ends: once one of these is on the screen, this page knows nothing of the answers any more. */
const ends = [sentAddress, savedAddress, deletedAddress];

const AnswersContext = createContext<Held | undefined>(undefined);

export function AnswersProvider({ children }: { children: ReactNode }) {
  const [answers, setAnswers] = useState(noAnswers);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const [sent, setSent] = useState<Sent>();
  const { pathname } = useLocation();
  const lostMailbox = () => setAnswers((now) => ({ ...now, codeId: undefined, confirmedEmail: undefined }));
  const saving = useSaving(answers, lostMailbox);
  useUnsentWarning(answers !== noAnswers && !saving.isSaved);
  // Going back can not send them twice, nor show them to whoever comes next. The passcodes are forgotten with their page,
  // because they are shown once.
  useEffect(() => {
    if (ends.includes(pathname)) {
      setAnswers(noAnswers);
      setPapers([]);
    }
    if (pathname !== sentAddress) setSent(undefined);
  }, [pathname]);
  const held = useMemo<Held>(
    () => ({
      answers,
      papers,
      setPapers,
      saving,
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
      takeUp: (opened) => {
        const draft = answersOfDraft(opened);
        if (!draft) return undefined;
        setAnswers(draft.answers);
        setPapers(opened.papers);
        saving.knowSaved(draft.answers, draft.place, opened.savedAt);
        return draft.place;
      },
      finish: setSent,
    }),
    [answers, papers, saving, sent],
  );
  return <AnswersContext value={held}>{children}</AnswersContext>;
}

export function useAnswers(): Held {
  const held = useContext(AnswersContext);
  if (!held) throw new Error('AnswersProvider is missing above this component');
  return held;
}

/** What is not saved yet would be lost with the page: the browser asks first. */
function useUnsentWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
