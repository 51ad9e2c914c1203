import {
  calendarDate,
  calendarDateIn,
  type GivenExam,
  type LetterLanguage,
  letterContent,
  type MissingReason,
  type Outcome,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { dueWorking, type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { letterVisit } from '../inspection/letter-visit.ts';
import { readLooking } from '../inspection/read-looking.ts';
import { type DrawnLetter, drawLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { letterSubject, letterWay } from '../letters/letter-subject.ts';
import { examWords } from '../releases/exam-words.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { HeldReport, Manifest } from '../store/records.ts';
import type { ReleaseRecord } from './read-release.ts';

/** L-DONE, drawn: the same counts and gaps as everywhere, from the manifest. */
export async function completionLetter(
  app: App,
  { accessRequestId, manifest }: ReleaseRecord,
  held: readonly HeldReport[],
): Promise<Outcome<DrawnLetter, { code: 'storage-full' | 'letter-incomplete' }>> {
  const facility = await readFacilityFacts(app.db, app);
  const request = await app.db
    .selectFrom('access_request')
    .select([
      'id',
      'received_on',
      'pack_sha256',
      'reference',
      'patient_family_name',
      'patient_given_name',
      'patient_birth_date',
      'requester_name',
      'requester_email',
      'requester_address',
      'language',
    ])
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const items = await app.db
    .selectFrom('exam_item')
    .select(['id', 'exam_type', 'with_report', 'state', 'found_for'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('ordinal')
    .execute();
  const given = new Map(manifest.exams.map(({ examItemId, only }) => [examItemId, only ?? 'whole']));
  const { allowed } = await standingOf(app.db, app, accessRequestId);
  const known = items.filter(({ id, found_for }) => found_for === null || allowed.has(id));
  const open = known.filter(({ id, state }) => state !== 'closed' && given.get(id) !== 'whole');
  const dueOn = open.length > 0 ? await dueOnOf(app, facility, request) : undefined;
  const ways = await app.db
    .selectFrom('asked_delivery')
    .select(['kind', 'recipient'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('ordinal')
    .execute();
  const looking = (await readLooking(app.db, [accessRequestId])).get(accessRequestId);
  const visit =
    looking && letterVisit(looking, (await readClocks(app.db, facility, [request]))(request), facility.today);
  const facts = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, request),
    ...(visit ? { visit } : {}),
    exams: manifest.exams.map((exam) =>
      givenExam(
        exam,
        items.find(({ id }) => id === exam.examItemId),
        language,
        held.some(({ examItemId }) => examItemId === exam.examItemId),
      ),
    ),
    ...(held.length > 0 ? { reportsLater: held.map((one) => reportLater(one, manifest, facility.timeZone)) } : {}),
    ...(manifest.missingReason ? { officeOnMissing: manifest.missingReason } : {}),
    ...(dueOn
      ? {
          stillToCome: {
            exams: open.map(({ id, exam_type }) => stillWords(exam_type, given.get(id), language)),
            dueOn: calendarDate(dueOn),
          },
        }
      : {}),
    ways: ways.map(({ kind, recipient }) => letterWay(kind, recipient)),
  });
  const letter = letterContent('L-DONE', facts, request.language, await readLanguageReviews(app.db, app));
  // Something that every letter must say is missing, such as a phone number of the office: the file says so.
  if (!letter.ok) return refuse({ code: 'letter-incomplete' });
  return drawLetter(app, letter.value);
}

/** Of an exam of which one part was given by itself, the other is named. */
function stillWords(examType: string, given: string | undefined, language: LetterLanguage): string {
  const exam = examWords(examType, language);
  const rest = { report: { en: 'pictures', es: 'imágenes' }, pictures: { en: 'report', es: 'informe' } };
  return given === 'report' || given === 'pictures' ? `${exam} (${rest[given][language]})` : exam;
}

function reportLater({ examItemId, opensAt, cite }: HeldReport, { exams }: Manifest, timeZone: string) {
  const exam = exams.find((one) => one.examItemId === examItemId);
  const performedOn = exam?.studyDate ? calendarDate(exam.studyDate) : null;
  return { performedOn, opensOn: calendarDateIn(timeZone, Date.parse(opensAt)), cite };
}

type ClockedRequest = { id: string; received_on: string; pack_sha256: string | null };

/** What is still open has the day that the whole request always had. */
async function dueOnOf(app: App, facility: FacilityFacts, request: ClockedRequest): Promise<string> {
  const clockOf = await readClocks(app.db, facility, [request]);
  return dueWorking(facility.today, clockOf(request)).on;
}

function givenExam(
  exam: Manifest['exams'][number],
  item: { exam_type: string; with_report: boolean } | undefined,
  language: LetterLanguage,
  opensLater: boolean,
) {
  const { counts, attachedReports, missing, studyDate } = exam;
  return {
    label: examWords(item?.exam_type ?? 'other', language),
    performedOn: studyDate === null ? null : calendarDate(studyDate),
    listed: counts.listed,
    given: { ...counts.given, reports: counts.given.reports + attachedReports.length },
    ...(counts.ofAll === undefined ? {} : { ofAll: counts.ofAll }),
    report: opensLater ? ('opens-later' as const) : reportOf(exam, item?.with_report),
    missing: missing.map(({ kind, seriesNumber, instanceNumber, why }) => ({
      kind,
      seriesNumber,
      instanceNumber,
      why: why as MissingReason,
    })),
  };
}

function reportOf({ counts, only, attachedReports }: Manifest['exams'][number], asked = false): GivenExam['report'] {
  if (only === 'pictures') return 'to-come';
  if (counts.given.reports > 0 || attachedReports.length > 0) return 'given';
  return asked ? 'not-held' : 'not-asked';
}
