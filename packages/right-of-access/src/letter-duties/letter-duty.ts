import type { DutyId } from '../duty-id.ts';
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
  readonly cite: string;
  readonly inHeader?: true;
  readonly evidence?: RegExp;
  readonly shows?: (facts: Facts, language: LetterLanguage) => readonly string[];
  readonly onlyWhen?: { readonly says: string; readonly holds: (facts: Facts) => boolean };
};

export const aDate =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b|\b\d{1,2} de [a-z]+ de \d{4}\b/;
export const aPhone = /\d{3}\W{1,2}\d{3}\W?\d{4}/;
export const anAddress = /https?:\/\//;
export const addressOrPhone = new RegExp(`${anAddress.source}|${aPhone.source}`);
export const twoItems = /\n/;
export const house = 'house rule';

export const everyLetter: readonly LetterDuty<LetterSubject>[] = [
  { id: 'facility', cite: house, inHeader: true, evidence: aPhone, shows: ({ facility }) => [facility.name] },
  { id: 'reference', cite: house, inHeader: true, evidence: /EB [2-9A-Z]{3} [2-9A-Z]{3}/ },
  { id: 'date', cite: house, inHeader: true, evidence: /\d{4}-\d{2}-\d{2}/ },
  { id: 'what-next', cite: house },
  { id: 'language-and-disability-help', cite: '45 CFR 92.201; 92.202', evidence: aPhone },
  {
    id: 'neutral-sentence',
    cite: 'OD-13; 45 CFR 164.502(g)(3)',
    evidence: /(\d+ (to|a)|under|menor de) \d+/,
    shows: ({ youngAges }) => (youngAges ? [youngAgesEnd(youngAges)] : []),
    onlyWhen: { says: 'the patient is of an age that OD-13 names', holds: ({ youngAges }) => youngAges !== null },
  },
];

export const complaints: readonly LetterDuty<LetterSubject>[] = [
  {
    id: 'complain-to-facility',
    cite: '45 CFR 164.524(d)(2)(iii); 164.530(d)',
    evidence: aPhone,
    shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
  },
  {
    id: 'complain-to-hhs',
    cite: '45 CFR 164.524(d)(2)(iii)',
    evidence: /hhs\.gov\/ocr/,
    onlyWhen: {
      says: 'the law of the facility is HIPAA',
      holds: ({ complaintRoute = 'hhs-ocr' }) => complaintRoute === 'hhs-ocr',
    },
  },
  {
    id: 'complain-to-authority',
    cite: 'GDPR Art. 12(4), 77(1), 79(1)',
    evidence: /edpb\.europa\.eu/,
    onlyWhen: {
      says: 'the law of the facility is the GDPR',
      holds: ({ complaintRoute }) => complaintRoute === 'supervisory-authority',
    },
  },
];

export const visit: LetterDuty<LetterSubject & { readonly visit?: LetterVisit }> = {
  id: 'visit',
  cite: '45 CFR 164.524(c)(1), (c)(3)(i)',
  evidence: aDate,
  shows: (facts, language) => visitShown(facts.visit, language),
  onlyWhen: { says: 'they asked to look at the pictures in person', holds: (facts) => facts.visit !== undefined },
};

export const deadlineUnmoved: LetterDuty<LetterFacts['L-CLAR' | 'L-VER' | 'L-FEE' | 'L-FMT' | 'L-DIR']> = {
  id: 'deadline-unmoved',
  cite: '45 CFR 164.524(b)(2); OD-5',
  evidence: aDate,
  shows: ({ due }, language) => [longDate(due.on, language)],
};

/** The mandatory contents of some kinds of letter. */
export type DutiesOf<Codes extends WritableLetter> = {
  readonly [Code in Codes]: readonly LetterDuty<LetterFacts[Code]>[];
};
