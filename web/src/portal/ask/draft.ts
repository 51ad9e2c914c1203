import { requestAnswers, type saveDraft } from '@echoback/server/contract';
import type { InputOf } from '../../client.ts';
import { type Answers, noAnswers, savedOf } from './answers.ts';
import { questions } from './questions.ts';

type Draft = InputOf<typeof saveDraft>['draft'];
type Opened = { contactCodeId: string; email: string; draft: Record<string, unknown> };

export function draftOf(answers: Answers, place: string): Draft {
  return { place, answers: savedOf(answers) };
}

/** What was saved, with the mailbox that opened it; nothing where it does not fit the questions of today. */
export function answersOfDraft({
  contactCodeId,
  email,
  draft,
}: Opened): { answers: Answers; place: string } | undefined {
  const saved = requestAnswers.safeParse(draft.answers);
  if (!saved.success) return undefined;
  const proved = { email, confirmedEmail: email, codeId: contactCodeId };
  return { answers: { ...noAnswers, ...saved.data, ...proved }, place: placeIn(draft.place) };
}

function placeIn(place: unknown): string {
  const [question] = String(place).split('/');
  return questions.some((known) => known === question) ? String(place) : 'whose';
}

/** The question that an address of the portal is about: `/ask/when/2` is `when/2`. */
export function placeOfPath(pathname: string): string | undefined {
  const [, ask, question = '', exam] = pathname.split('/');
  if (ask !== 'ask' || !questions.some((known) => known === question)) return undefined;
  return exam ? `${question}/${exam}` : question;
}
