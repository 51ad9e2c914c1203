import { saveDraft } from '@echoback/server/contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { call, type Trouble } from '../../client.ts';
import { type Answers, isConfirmed, noAnswers } from './answers.ts';
import { draftOf, placeOfPath } from './draft.ts';

export type Saving = {
  /** Everything that was typed is kept on the server, or there is nothing yet. */
  isSaved: boolean;
  savedAt: string | undefined;
  problem: Trouble | undefined;
  /** Saves at once; false where it could not. */
  saveNow: () => Promise<boolean>;
  knowSaved: (answers: Answers, place: string, savedAt: string) => void;
};

/** So long after the last key what was typed is saved, in milliseconds. */
const restMs = 700;

/** From the confirmed mailbox on, answers are kept on the server as they are typed: a reload loses nothing. */
export function useSaving(answers: Answers, onLostMailbox: () => void): Saving {
  const { pathname } = useLocation();
  const lastPlace = useRef('whose');
  const place = placeOfPath(pathname) ?? lastPlace.current;
  lastPlace.current = place;
  const text = JSON.stringify(draftOf(answers, place));
  const [saved, setSaved] = useState<{ text: string; at: string }>();
  const [problem, setProblem] = useState<Trouble>();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const mayKeep = isConfirmed(answers);
  const isSaved = answers === noAnswers || (mayKeep && saved?.text === text);

  /** One after the other, so that an older answer never comes last. */
  const save = (): Promise<boolean> => {
    const { codeId } = answers;
    if (!mayKeep || !codeId) return Promise.resolve(false);
    const saving = line.current.then(async () => {
      const answer = await call(saveDraft, { contactCodeId: codeId, draft: draftOf(answers, place) });
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) setSaved({ text, at: new Date().toISOString() });
      else if (answer.problem.code === 'contact-not-confirmed') onLostMailbox();
      return answer.ok;
    });
    line.current = saving.catch(() => undefined);
    return saving;
  };
  const latest = useRef(save);
  latest.current = save;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest begins anew with every change of the text
  useEffect(() => {
    if (!mayKeep || isSaved) return;
    const timer = setTimeout(() => void latest.current(), restMs);
    return () => clearTimeout(timer);
  }, [mayKeep, isSaved, text]);

  const saveNow = useCallback(() => latest.current(), []);
  const knowSaved = useCallback((known: Answers, at: string, savedAt: string) => {
    setSaved({ text: JSON.stringify(draftOf(known, at)), at: savedAt });
  }, []);
  const savedAt = isSaved ? saved?.at : undefined;
  return useMemo(
    () => ({ isSaved, savedAt, problem, saveNow, knowSaved }),
    [isSaved, savedAt, problem, saveNow, knowSaved],
  );
}
