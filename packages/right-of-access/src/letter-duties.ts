import type { WritableLetter } from './letter-facts.ts';

/** A content that a letter must have. `evidence` is what its words must show; a part that only claims it is refused. */
export type LetterDuty = {
  readonly id:
    | 'facility'
    | 'reference'
    | 'date'
    | 'what-next'
    | 'received-date'
    | 'what-was-asked'
    | 'due-date'
    | 'due-working'
    | 'fee'
    | 'track'
    | 'correct'
    | 'withdraw'
    | 'free-options'
    | 'language-and-disability-help'
    | 'contents'
    | 'missing'
    | 'how-to-open'
    | 'until-when'
    | 'who-else-received'
    | 'ask-for-more'
    | 'keepsake-or-record'
    | 'complain-to-facility'
    | 'complain-to-hhs'
    | 'sources-searched'
    | 'names-and-dates-used'
    | 'give-more-clues'
    | 'who-else-may-hold'
    | 'not-maintained'
    | 'where-to-ask'
    | 'what-we-hold';
  readonly cite: string;
  readonly inHeader?: true;
  readonly evidence?: RegExp;
};

const aDate =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/;
const aPhone = /\d{3}\W{1,2}\d{3}\W?\d{4}/;
const house = 'house rule';

const everyLetter: readonly LetterDuty[] = [
  { id: 'facility', cite: house, inHeader: true, evidence: aPhone },
  { id: 'reference', cite: house, inHeader: true, evidence: /EB [2-9A-Z]{3} [2-9A-Z]{3}/ },
  { id: 'date', cite: house, inHeader: true, evidence: /\d{4}-\d{2}-\d{2}/ },
  { id: 'what-next', cite: house },
  { id: 'language-and-disability-help', cite: '45 CFR 92.201; 92.202', evidence: aPhone },
];

const complaints: readonly LetterDuty[] = [
  { id: 'complain-to-facility', cite: '45 CFR 164.524(d)(2)(iii); 164.530(d)', evidence: aPhone },
  { id: 'complain-to-hhs', cite: '45 CFR 164.524(d)(2)(iii)', evidence: /hhs\.gov\/ocr/ },
];

/** What each letter must say. The list is locked; wording may change, contents may be added. */
export const lettersDuties: Readonly<Record<WritableLetter, readonly LetterDuty[]>> = {
  'L-ACK': [
    ...everyLetter,
    { id: 'received-date', cite: '45 CFR 164.524(b)(2)', evidence: aDate },
    { id: 'what-was-asked', cite: house },
    { id: 'due-date', cite: '45 CFR 164.524(b)(2)', evidence: aDate },
    { id: 'due-working', cite: house, evidence: /\d+ calendar days|wrote to you/ },
    { id: 'fee', cite: '45 CFR 164.524(c)(4)', evidence: /No charge|\$\d+\.\d{2}/ },
    { id: 'track', cite: house, evidence: /https?:\/\// },
    { id: 'correct', cite: house, evidence: aPhone },
    { id: 'withdraw', cite: house, evidence: aPhone },
    { id: 'free-options', cite: 'HHS guidance: free ways are offered beside any fee', evidence: /free/i },
  ],
  'L-DONE': [
    ...everyLetter,
    { id: 'contents', cite: '45 CFR 164.524(c)(1)', evidence: /\d/ },
    { id: 'missing', cite: house },
    { id: 'how-to-open', cite: '45 CFR 164.524(c)(2)' },
    { id: 'until-when', cite: house },
    { id: 'who-else-received', cite: house },
    { id: 'ask-for-more', cite: house },
    { id: 'keepsake-or-record', cite: house },
    ...complaints,
  ],
  'L-NONE': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house },
    { id: 'sources-searched', cite: '45 CFR 164.501' },
    { id: 'names-and-dates-used', cite: house },
    { id: 'give-more-clues', cite: house, evidence: aPhone },
    { id: 'who-else-may-hold', cite: house },
    ...complaints,
  ],
  'L-NOT': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house },
    { id: 'not-maintained', cite: '45 CFR 164.524(d)(3)' },
    { id: 'where-to-ask', cite: '45 CFR 164.524(d)(3)' },
    { id: 'what-we-hold', cite: house },
    ...complaints,
  ],
};
