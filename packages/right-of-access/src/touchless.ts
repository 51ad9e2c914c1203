import { type Cited, citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/**
 * What is known of a request whose pictures lie ready, for the question whether the program may give them without a
 * person's look. A fact that could not be read is to be told as the one that asks for a person.
 */
export type TouchlessFacts = {
  /** The facility lets the program approve; off unless a privacy officer said otherwise. */
  readonly switchedOn: boolean;
  readonly identityBy: 'code-to-held-contact' | 'another-way' | 'nobody';
  readonly askedBy: 'patient' | 'somebody-else';
  readonly authorityShown: boolean;
  /** On the facility's own day: a parent's case is never the program's. */
  readonly patientIsMinor: boolean;
  /** The directory's patient has the name, birth date and record number that the request tells. */
  readonly patientFitsRequest: boolean;
  readonly goesTo: 'patient' | 'somebody-else';
  /** Anything that the person owes or was told that they will owe, in cents. */
  readonly feeCents: number;
  /** Of each exam that would be given: how many studies stand for it, and whether one of them was a near miss. */
  readonly exams: readonly {
    readonly studies: number;
    readonly nearMiss: boolean;
    readonly certainPictures: boolean;
    readonly reportAsked: boolean;
    readonly reportHeld: boolean;
  }[];
  /** Exams that have neither pictures ready nor an outcome. */
  readonly openExams: number;
  readonly onePatientInAllHeaders: boolean;
  /** Objects on the source's frozen list that are not held. */
  readonly missing: number;
  readonly quarantined: number;
  readonly openHolds: number;
  /** The office asked the person about the request, answered or not. */
  readonly questionAsked: boolean;
  /** A denial is proposed, stands in part, or is under review. */
  readonly denialTouches: boolean;
  /** Somebody recorded a service that the law guards in particular. */
  readonly sensitiveCategory: boolean;
  /** State law may hold some electronic reports back for a time, and the program can not read a finding. */
  readonly reportMayBeHeld: boolean;
  /** Files whose header is no sure proof of who is in the picture: identity told twice, other bytes under one UID. */
  readonly doubtfulFiles: number;
  /** Pictures that did not come out of the exam's own machine (scanned, captured): the name written into them may be another. */
  readonly foreignPictures: number;
  /** Pictures, clips or reports that could not be made visible. */
  readonly unreadable: number;
  /** Something of this request left before, or was recalled. */
  readonly givenBefore: boolean;
};

type Condition = { readonly cited: readonly Cited[]; readonly asksForPerson: (facts: TouchlessFacts) => boolean };

/** Each reason why a person must look, with where it comes from. All are tried, so that the desk sees them at once. */
const conditions = {
  'switched-off': { cited: ['house rule: a privacy officer switches it on'], asksForPerson: (f) => !f.switchedOn },
  'identity-not-by-code': {
    cited: ['identity'],
    asksForPerson: (f) => f.identityBy !== 'code-to-held-contact',
  },
  'asked-by-somebody-else': {
    cited: ['representative'],
    asksForPerson: (f) => f.askedBy !== 'patient' || !f.authorityShown,
  },
  'patient-is-minor': { cited: ['parent'], asksForPerson: (f) => f.patientIsMinor },
  'patient-differs': { cited: ['identity'], asksForPerson: (f) => !f.patientFitsRequest },
  'for-somebody-else': { cited: ['directive'], asksForPerson: (f) => f.goesTo !== 'patient' },
  'fee-open': { cited: ['fee'], asksForPerson: (f) => f.feeCents !== 0 },
  'exam-open': { cited: ['whole-record'], asksForPerson: (f) => f.openExams > 0 || f.exams.length === 0 },
  'certain-pictures': {
    cited: ['house rule: a person reads a person’s words'],
    asksForPerson: (f) => f.exams.some(({ certainPictures }) => certainPictures),
  },
  'not-one-study': {
    cited: ['house rule: one study for each exam'],
    asksForPerson: (f) => f.exams.some(({ studies }) => studies !== 1),
  },
  'near-miss': {
    cited: ['one-patient', 'house rule: two people look at a near miss'],
    asksForPerson: (f) => f.exams.some(({ nearMiss }) => nearMiss),
  },
  'mixed-patients': { cited: ['one-patient'], asksForPerson: (f) => !f.onePatientInAllHeaders },
  incomplete: {
    cited: ['whole-record'],
    asksForPerson: (f) => f.missing !== 0,
  },
  quarantined: {
    cited: ['house rule: a file that was kept aside is looked at'],
    asksForPerson: (f) => f.quarantined !== 0,
  },
  'report-not-held': {
    cited: ['whole-record'],
    asksForPerson: (f) => f.exams.some(({ reportAsked, reportHeld }) => reportAsked && !reportHeld),
  },
  'report-may-be-held': { cited: ['report-hold'], asksForPerson: (f) => f.reportMayBeHeld },
  'on-hold': { cited: ['hold'], asksForPerson: (f) => f.openHolds !== 0 },
  'question-asked': { cited: ['house rule: a person reads a person’s words'], asksForPerson: (f) => f.questionAsked },
  'denial-touches': { cited: ['denial'], asksForPerson: (f) => f.denialTouches },
  'sensitive-category': { cited: ['parent'], asksForPerson: (f) => f.sensitiveCategory },
  'doubtful-file': { cited: ['one-patient'], asksForPerson: (f) => f.doubtfulFiles !== 0 },
  'foreign-picture': {
    cited: ['one-patient', 'DICOM PS3.3 C.7.6.1.1.2, A.8'],
    asksForPerson: (f) => f.foreignPictures !== 0,
  },
  unreadable: {
    cited: ['form'],
    asksForPerson: (f) => f.unreadable !== 0,
  },
  'given-before': { cited: ['house rule: who opens a file again looks at it'], asksForPerson: (f) => f.givenBefore },
} as const satisfies Record<string, Condition>;

export type TouchlessReason = keyof typeof conditions;

export const touchlessReasons = Object.keys(conditions) as readonly TouchlessReason[];

export type TouchlessRefusal = {
  readonly code: 'person-looks';
  readonly reasons: readonly { readonly reason: TouchlessReason; readonly cite: string }[];
};

/**
 * May the program itself approve and give? Only when nothing whatever asks for a person; else every reason by name. The
 * law asks for no human look (45 CFR 164.524(b)(2)); it asks that the right thing reaches the right person, soon.
 */
export function decideTouchless(
  facts: TouchlessFacts,
  sources: LawSources,
): Outcome<{ readonly why: Why }, TouchlessRefusal> {
  const reasons = touchlessReasons.filter((reason) => conditions[reason].asksForPerson(facts));
  if (reasons.length > 0) {
    return refuse({
      code: 'person-looks',
      reasons: reasons.map((reason) => ({ reason, cite: citeOf(sources, ...conditions[reason].cited) })),
    });
  }
  const { identityBy, exams } = facts;
  const inputs = { identityBy, exams: exams.length, checked: touchlessReasons.length };
  return ok({ why: because('house/touchless', citeOf(sources, 'OD-25', 'clock'), inputs) });
}
