import type { DutyId } from '../duty-id.ts';
import type { Cited } from '../law-sources.ts';
import type { LetterFacts, WritableLetter } from '../letter-facts.ts';
import type { LetterSubject } from '../letter-subject.ts';
import type { LetterLanguage } from '../letters/bilingual.ts';
import { youngAgesEnd } from '../letters/passages.ts';
import { type LetterVisit, visitShown } from '../letters/visit-passages.ts';
import { longDate } from '../letters/wording.ts';

/**
 * A content that a letter must have. A part that only claims it is refused: its words must match `evidence` and hold
 * each of the facts that `shows` names, none of them blank.
 */
export type LetterDuty<Facts extends LetterSubject = never> = {
  readonly id: DutyId;
  readonly cited: readonly Cited[];
  readonly inHeader?: true;
  readonly evidence?: RegExp;
  readonly shows?: (facts: Facts, language: LetterLanguage) => readonly string[];
  readonly onlyWhen?: { readonly says: string; readonly holds: (facts: Facts) => boolean };
};

export const aDate =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b|\b\d{1,2} de [a-z]+ de \d{4}\b/;
/** Nine digits or more with what people write between them: no date and no reference has as many. */
export const aPhone = /\+?\d(?:[ ()./-]{0,2}\d){8,14}/;
export const anAddress = /https?:\/\//;
export const addressOrPhone = new RegExp(`${anAddress.source}|${aPhone.source}`);
export const twoItems = /\n/;
export const house: Cited = 'house rule';

export const everyLetter: readonly LetterDuty<LetterSubject>[] = [
  { id: 'facility', cited: [house], inHeader: true, evidence: aPhone, shows: ({ facility }) => [facility.name] },
  { id: 'reference', cited: [house], inHeader: true, evidence: /EB [2-9A-Z]{3} [2-9A-Z]{3}/ },
  { id: 'date', cited: [house], inHeader: true, evidence: /\d{4}-\d{2}-\d{2}/ },
  { id: 'what-next', cited: [house] },
  { id: 'language-and-disability-help', cited: ['language-help'], evidence: aPhone },
  {
    id: 'neutral-sentence',
    cited: ['OD-13', 'parent'],
    evidence: /(\d+ (to|a)|under|menor de) \d+/,
    shows: ({ youngAges }) => (youngAges ? [youngAgesEnd(youngAges)] : []),
    onlyWhen: { says: 'the patient is of an age that OD-13 names', holds: ({ youngAges }) => youngAges !== null },
  },
];

export const whereHhs = {
  says: 'the law of the facility is HIPAA',
  holds: ({ complaintRoute }: LetterSubject) => complaintRoute === 'hhs-ocr',
};
export const whereAuthority = {
  says: 'the law of the facility is the GDPR',
  holds: ({ complaintRoute }: LetterSubject) => complaintRoute === 'supervisory-authority',
};

export const complaints: readonly LetterDuty<LetterSubject>[] = [
  {
    id: 'complain-to-facility',
    cited: ['denial-complaints', 'complaint-office'],
    evidence: aPhone,
    shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
  },
  {
    id: 'complain-to-hhs',
    cited: ['denial-complaints'],
    evidence: /hhs\.gov\/ocr/,
    onlyWhen: whereHhs,
  },
  {
    id: 'complain-to-authority',
    cited: ['denial-complaints'],
    evidence: /edpb\.europa\.eu/,
    onlyWhen: whereAuthority,
  },
];

export const visit: LetterDuty<LetterSubject & { readonly visit?: LetterVisit }> = {
  id: 'visit',
  cited: ['whole-record', 'manner'],
  evidence: aDate,
  shows: (facts, language) => visitShown(facts.visit, language),
  onlyWhen: { says: 'they asked to look at the pictures in person', holds: (facts) => facts.visit !== undefined },
};

export const deadlineUnmoved: LetterDuty<LetterFacts['L-CLAR' | 'L-VER' | 'L-FEE' | 'L-FMT' | 'L-DIR']> = {
  id: 'deadline-unmoved',
  cited: ['clock', 'OD-5'],
  evidence: aDate,
  shows: ({ due }, language) => [longDate(due.on, language)],
};

/** The mandatory contents of some kinds of letter. */
export type DutiesOf<Codes extends WritableLetter> = {
  readonly [Code in Codes]: readonly LetterDuty<LetterFacts[Code]>[];
};
