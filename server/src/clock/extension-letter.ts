import {
  calendarDate,
  dueDate,
  type ExtensionRefusal,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  readyPart,
  refuse,
  sayIn,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import type { Db } from '../store/database.ts';
import { decideWish, type ExtensionCase, type WishRow } from './extension-case.ts';

export type Lacking = { code: 'letter-incomplete' };

/** May this wish be sent by somebody of this standing? A supervisor who sends it stands for it. */
export function judgeWish(file: ExtensionCase, wish: WishRow, bySupervisor: boolean) {
  return decideWish(file, {
    promisedOn: calendarDate(wish.promisedOn),
    reason: wish.reason,
    cause: wish.cause,
    supervisorAgreed: bySupervisor || wish.agreedById !== null,
  });
}

export type WishRefusal = { code: ExtensionRefusal['code'] };

/** L-EXT as it would go out today; what it lacks of its mandatory contents stops it. */
export async function extensionLetter(
  db: Db,
  app: App,
  file: ExtensionCase,
  wish: WishRow,
): Promise<Outcome<Letter, Lacking>> {
  const { facility, request, received, clock, facts } = file;
  const first = dueDate(received, undefined, clock.pack, facts);
  const governing = first.clocks.find(({ acts }) => acts);
  const { phone } = facility.contact;
  const howToGetIt = (language: LetterLanguage) => {
    const say = sayIn(readyPart, language);
    return request.requester_email === null
      ? say('how-post', { phone })
      : say('how', { address: app.config.publicUrl });
  };
  const content = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    receivedOn: received,
    firstDue: first.on,
    promisedOn: calendarDate(wish.promisedOn),
    reason: wish.reason,
    cite: governing?.row.extension?.cite ?? first.working.cite,
    ...(wish.readyNow
      ? {
          available: { what: wish.readyNow, how: howToGetIt(language) },
        }
      : {}),
  });
  const letter = letterContent('L-EXT', content, request.language, await readLanguageReviews(db, app));
  return letter.ok ? ok(letter.value) : refuse({ code: 'letter-incomplete' });
}
