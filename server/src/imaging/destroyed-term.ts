import {
  calendarDate,
  type Destruction,
  destroyedWords,
  type LetterLanguage,
  type Pack,
  sayIn,
  studyKeptUntil,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { type AskedExamRow, askedExam } from '../letters/letter-subject.ts';

type Said = {
  studyOn?: string | undefined;
  destroyedOn: string;
  schedule?: string | undefined;
  certificate: string;
  survives?: string | undefined;
  referringDoctor?: string | undefined;
};

type Item = AskedExamRow & {
  exam_type: string;
  received_on: string;
  pack_sha256: string | null;
  patient_birth_date: string;
};

/** What the archive says of pictures that are gone, beside the term of the law that governs the request. */
export type DestroyedTerm = { facts: Destruction; pack: Pack; years: number | undefined };

/** The answer to "destroyed" comes from the pack: the term, its name, and what was open when they went. */
export async function readDestroyedTerm(app: App, item: Item, said: Said): Promise<DestroyedTerm | undefined> {
  const pack = await packOfRequest(app.db, await readFacilityFacts(app.db, app), item);
  // The last day that the exam may have been on ends its term last.
  const day = said.studyOn ?? item.on_or_before;
  if (!day) return undefined;
  const studyOn = calendarDate(day);
  const covers = 'images';
  const bornOn = calendarDate(item.patient_birth_date);
  const years = studyKeptUntil(pack, { covers, madeOn: studyOn, bornOn })?.years;
  const facts: Destruction = {
    studyOn,
    stillHeld: false,
    destroyedOn: calendarDate(said.destroyedOn),
    schedule: said.schedule || (years === undefined ? '' : nameOfTerm(years, 'en')),
    certificate: said.certificate,
    survives: said.survives ? [said.survives] : [],
    ...(said.referringDoctor ? { referringDoctor: said.referringDoctor } : {}),
    covers,
    bornOn,
    open: [{ kind: 'request', openSince: calendarDate(item.received_on) }],
  };
  return { facts, pack, years: said.schedule ? undefined : years };
}

function nameOfTerm(years: number, language: LetterLanguage): string {
  return sayIn(destroyedWords, language)('term', { years });
}

/** The facility's own name of it as it was typed, else the law's term in the reader's language. */
export function scheduleInWords({ facts, years }: DestroyedTerm, language: LetterLanguage): string {
  return years === undefined ? (facts.schedule ?? '') : nameOfTerm(years, language);
}

/** What L-NONE says of it: which exam, when, under which schedule, what outlived it, and who may have a copy. */
export function destroyedInWords(term: DestroyedTerm, item: Item, language: LetterLanguage) {
  const { destroyedOn, survives, referringDoctor } = term.facts;
  if (!destroyedOn) return {};
  const what = askedExam(item, language).label;
  return {
    destroyed: [{ what, on: destroyedOn, schedule: scheduleInWords(term, language) }],
    ...(survives.length > 0 ? { survives: survives.join(', ') } : {}),
    ...(referringDoctor ? { referringDoctor } : {}),
  };
}
