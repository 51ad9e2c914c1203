import {
  accountedReasons,
  calendarDate,
  isTestedByExam,
  type Letter,
  type LetterLanguage,
  letterContent,
  longDate,
  type Outcome,
  ok,
  refuse,
  visibleExams,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readAuthority } from '../authority/read-authority.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { transaction } from '../store/database.ts';
import { entitledAskers } from './entitled-askers.ts';
import { type AccountedDisclosure, accountFor, isPatientHere } from './read-accounting.ts';

type Refusal = { code: 'not-found' | 'identity-not-proved' | 'letter-incomplete' | 'storage-full' };
type Sent = { reference: string };

/**
 * Sends the accounting of disclosures to who asked for it (L-ACCT, 45 CFR 164.528): computed from what left, and kept with
 * the request under which they were proved. Echoback charges none of them.
 */
export async function sendAccounting(
  app: App,
  actor: StaffActor,
  { patientId, requestId }: { patientId: string; requestId: string },
): Promise<Outcome<Sent, Refusal>> {
  if (!(await isPatientHere(app, patientId))) return refuse({ code: 'not-found' });
  const request = (await entitledAskers(app, patientId)).find(({ id }) => id === requestId);
  if (!request) return refuse({ code: 'identity-not-proved' });
  const accounting = await accountFor(app, patientId, await studiesKnownTo(app, request));
  const letter = await accountingLetter(app, request, accounting);
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;
  return transaction(app.db, async (tx) => {
    const letterId = await sendLetter(tx, app, actor, request, drawn.value);
    await appendAudit(tx, app, {
      type: 'accounting.sent',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { patientId, letterId, count: accounting.entries.length },
    });
    return ok({ reference: request.reference });
  });
}

/** Whoever acts for a minor is told of the exams that are theirs to have, and of no other: 45 CFR 164.502(g)(3). */
async function studiesKnownTo(app: App, request: ProvedRequest): Promise<ReadonlySet<string> | undefined> {
  const file = (await readAuthority(app.db, app, [request])).get(request.id);
  if (!file || !isTestedByExam(file.facts)) return undefined;
  const ids = visibleExams(file.exams, file.facts).map(({ examItemId }) => examItemId);
  if (ids.length === 0) return new Set();
  const rows = await app.db
    .selectFrom('match')
    .select('study_instance_uid')
    .where('exam_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Set(rows.map(({ study_instance_uid }) => study_instance_uid));
}

type ProvedRequest = Awaited<ReturnType<typeof entitledAskers>>[number];

async function accountingLetter(
  app: App,
  request: ProvedRequest,
  { from, entries }: { from: string; entries: readonly AccountedDisclosure[] },
): Promise<Outcome<Letter, { code: 'letter-incomplete' }>> {
  const facility = await readFacilityFacts(app.db, app);
  const facts = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    from: calendarDate(from),
    to: calendarDate(facility.today),
    disclosures: entries.map(({ on, recipient, address, exams, why }) => ({
      on: calendarDate(on),
      recipient,
      ...(address ? { address } : {}),
      what: exams.map((exam) => examInWords(exam, language)).join('; '),
      why: accountedReasons[language][why],
    })),
    feeCents: 0,
  });
  const letter = letterContent('L-ACCT', facts, request.language, await readLanguageReviews(app.db, app));
  return letter.ok ? letter : refuse({ code: 'letter-incomplete' });
}

function examInWords({ label, studyDate }: AccountedDisclosure['exams'][number], language: LetterLanguage): string {
  return studyDate ? `${label}, ${longDate(calendarDate(studyDate), language)}` : label;
}
