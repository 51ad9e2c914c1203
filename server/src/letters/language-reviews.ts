import { randomUUID } from 'node:crypto';
import {
  type AwaitedReview,
  awaitedReviews,
  calendarDate,
  calendarDateIn,
  decideLanguageReview,
  type LanguageReview,
  type LetterLanguage,
  type LetterPart,
  languageStanding,
  letterCodes,
  letterContent,
  letterSamples,
  lettersRequired,
  type Outcome,
  ok,
  type Pack,
  refuse,
  type WordingSection,
  type WritableLetter,
  wordingSections,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Db, transaction } from '../store/database.ts';

type Reviewed = { letter: string; language: string; reviewedBy: string; qualification: string; reviewedOn: string };

/** Which wordings a qualified person has read: what `letterContent` asks before a translation may go out alone. */
export async function readLanguageReviews(db: Db, app: App): Promise<LanguageReview[]> {
  const rows = await db.selectFrom('language_review').selectAll().where('facility_id', '=', app.facilityId).execute();
  return rows.map((row) => ({
    letter: row.letter as LanguageReview['letter'],
    language: row.language as LanguageReview['language'],
    version: row.version,
    reviewedBy: row.reviewed_by,
    qualification: row.qualification,
    reviewedOn: calendarDate(row.reviewed_on),
  }));
}

/** Every translation that awaits a reader; those that the facility's law wants of it stand first. */
export async function listLanguageReviews(
  app: App,
  _actor: StaffActor,
): Promise<Outcome<{ awaited: (AwaitedReview & { byLaw: boolean })[]; reviewed: Reviewed[] }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const required = lettersRequired(packFor(facility, facility.today));
  const reviews = await readLanguageReviews(app.db, app);
  const reviewed = reviews.map(({ letter, language, reviewedBy, qualification, reviewedOn }) => ({
    letter,
    language,
    reviewedBy,
    qualification,
    reviewedOn,
  }));
  const awaited = awaitedReviews(reviews).map((one) => ({ ...one, byLaw: required.has(one.letter) }));
  return ok({ awaited: awaited.sort((a, b) => Number(b.byLaw) - Number(a.byLaw)), reviewed });
}

type Sentence = { en: string; es: string };
type Wording = {
  letter: string;
  version: string;
  standing: 'reviewed' | 'stale' | 'unreviewed';
  example: { en: LetterPart; es: LetterPart };
  sections: { id: WordingSection['id']; sentences: Sentence[] }[];
};

/** What a reader signs for: all that `wordingVersion` is made of, and one letter that is made from it. */
export async function readWording(
  app: App,
  _actor: StaffActor,
  { letter }: { letter: string },
): Promise<Outcome<Wording, { code: 'not-found' }>> {
  const code = letterCodes.find((one) => one === letter);
  if (!code) return refuse({ code: 'not-found' });
  const { standing, version } = languageStanding(code, 'es', await readLanguageReviews(app.db, app));
  if (standing === 'source') throw new Error('A translation that is its own source');
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, facility.today);
  const example = { en: sampleOf(code, 'en', pack), es: sampleOf(code, 'es', pack) };
  return ok({ letter, version, standing, example, sections: inSections(code) });
}

function sampleOf(code: WritableLetter, language: LetterLanguage, pack: Pack): LetterPart {
  const letter = letterContent(code, (needed) => letterSamples(needed, pack)[code], language);
  if (!letter.ok) throw new Error(`The sample of ${code} can not be written: ${letter.refusal.code}`);
  return letter.value;
}

/** Sections of one kind under one heading, in the order of the letter. */
function inSections(code: WritableLetter): Wording['sections'] {
  const sections = new Map<WordingSection['id'], Sentence[]>();
  for (const { id, en, es } of wordingSections(code)) {
    const sentences = Object.keys(en).map((key) => ({ en: en[key] ?? '', es: es[key] ?? '' }));
    sections.set(id, [...(sections.get(id) ?? []), ...sentences]);
  }
  return [...sections].map(([id, sentences]) => ({ id, sentences }));
}

type ReviewInput = Pick<LanguageReview, 'version' | 'reviewedBy' | 'qualification'> & {
  letter: string;
  language: string;
};

/** Records that somebody qualified read these very words today; a wording that has changed meanwhile is refused. */
export function recordLanguageReview(
  app: App,
  actor: StaffActor,
  input: ReviewInput,
): Promise<Outcome<null, { code: 'not-found' } | { code: 'wording-changed' }>> {
  return transaction(app.db, async (tx) => {
    const awaited = awaitedReviews(await readLanguageReviews(tx, app));
    const asked = awaited.find(({ letter, language }) => letter === input.letter && language === input.language);
    if (!asked) return refuse({ code: 'not-found' });
    const { time_zone: timeZone } = await tx
      .selectFrom('facility')
      .select('time_zone')
      .where('id', '=', app.facilityId)
      .executeTakeFirstOrThrow();
    const { version, reviewedBy, qualification } = input;
    const reviewedOn = calendarDateIn(timeZone, app.now().getTime());
    const { letter, language } = asked;
    const decision = decideLanguageReview({ letter, language, version, reviewedBy, qualification, reviewedOn });
    if (!decision.ok) return refuse({ code: 'wording-changed' });
    await tx
      .insertInto('language_review')
      .values({
        id: randomUUID(),
        facility_id: app.facilityId,
        letter,
        language,
        version,
        reviewed_by: reviewedBy.trim(),
        qualification: qualification.trim(),
        reviewed_on: reviewedOn,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'policy.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { change: 'language-review', letter, language, version },
    });
    return ok(null);
  });
}
