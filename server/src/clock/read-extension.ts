import {
  addDays,
  blockText,
  type CalendarDate,
  dueDate,
  latestExtension,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ExtensionCause } from '../store/clock-tables.ts';
import { decideWish, type ExtensionCase, readExtensionCase, type WishRow } from './extension-case.ts';
import { extensionLetter, judgeWish } from './extension-letter.ts';

type Barred = { code: string; cite: string; on: string | null; law: string | null };

export type ExtensionView = {
  firstDue: string;
  /** The last day that one letter may promise; the first due date where the law gives none. */
  latest: string;
  /** Why no letter may move the day; null while one may. */
  barred: Barred | null;
  sent: { sentOn: string; promisedOn: string; reason: string } | null;
  wish: {
    id: string;
    promisedOn: string;
    reason: string;
    cause: ExtensionCause;
    readyNow: string | null;
    wishedBy: string;
    wishedAt: string;
    agreedBy: string | null;
    /** Waits for a supervisor to stand for it. */
    needsSupervisor: boolean;
    /** The rule that stops it, if one does. */
    stopped: string | null;
    letter: { title: string; language: string; parts: { heading: boolean; text: string }[] } | null;
  } | null;
  /** Without an e-mail address nobody can be told that a letter lies in the portal: it goes by post. */
  byPortal: boolean;
};

/** What can be done about the due date of a request today, and why not more. */
export async function readExtension(
  app: App,
  actor: StaffActor,
  input: { requestId: string },
): Promise<Outcome<ExtensionView, { code: 'not-found' }>> {
  const file = await readExtensionCase(app.db, app, input.requestId);
  if (!file) return refuse({ code: 'not-found' });
  const { received, clock, facts, wish, request } = file;
  const firstDue = dueDate(received, undefined, clock.pack, facts).on;
  const latest = latestExtension(received, clock.pack, facts);
  return ok({
    firstDue,
    latest,
    barred: barredToday(file, firstDue, latest),
    sent: clock.extension ?? null,
    wish: wish && !clock.extension ? await wishView(app, actor, file, wish) : null,
    byPortal: request.requester_email !== null,
  });
}

/** Asks the engine about the best letter that anybody could write today. */
function barredToday(file: ExtensionCase, firstDue: CalendarDate, latest: CalendarDate): Barred | null {
  const promisedOn = latest > firstDue ? latest : addDays(firstDue, 1);
  const answer = decideWish(file, { promisedOn, reason: 'the best reason', cause: 'other', supervisorAgreed: true });
  if (answer.ok) return null;
  const { refusal } = answer;
  switch (refusal.code) {
    case 'already-extended':
      return { code: refusal.code, cite: refusal.cite, on: refusal.promisedOn, law: null };
    case 'too-late-to-extend':
      return { code: refusal.code, cite: refusal.cite, on: refusal.overdueSince, law: null };
    case 'no-extension-given':
      return { code: refusal.code, cite: refusal.cite, on: refusal.due, law: refusal.jurisdiction };
    default:
      return { code: refusal.code, cite: refusal.cite, on: null, law: null };
  }
}

async function wishView(app: App, actor: StaffActor, file: ExtensionCase, wish: WishRow) {
  const judged = judgeWish(file, wish, actor.role === 'supervisor');
  const letter = await extensionLetter(app.db, app, file, wish);
  const needsSupervisor = !judged.ok && judged.refusal.code === 'supervisor-needed';
  const { id, promisedOn, reason, cause, readyNow, wishedBy, wishedAt, agreedBy } = wish;
  return {
    ...{ id, promisedOn, reason, cause, readyNow, wishedBy, agreedBy, needsSupervisor },
    wishedAt: wishedAt.toISOString(),
    stopped: stoppedBy(judged.ok ? null : judged.refusal.code, letter.ok),
    letter: letter.ok
      ? {
          title: letter.value.title,
          language: letter.value.language,
          parts: letter.value.blocks.map((block) => ({ heading: block.kind === 'heading', text: blockText(block) })),
        }
      : null,
  };
}

function stoppedBy(code: string | null, complete: boolean): string | null {
  return code ?? (complete ? null : 'letter-incomplete');
}
