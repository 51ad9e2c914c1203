import type { DutyId } from './duty-id.ts';
import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import type { LetterSubject } from './letter-subject.ts';
import type { LetterLanguage } from './letters/bilingual.ts';
import { youngAgesEnd } from './letters/passages.ts';
import { longDate, money, plainDate } from './letters/wording.ts';

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

const aDate =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b|\b\d{1,2} de [a-z]+ de \d{4}\b/;
const aPhone = /\d{3}\W{1,2}\d{3}\W?\d{4}/;
const anAddress = /https?:\/\//;
const twoItems = /\n/;
const house = 'house rule';
const reply = '45 CFR 164.524(d)(2)';

const everyLetter: readonly LetterDuty<LetterSubject>[] = [
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

const complaints: readonly LetterDuty<LetterSubject>[] = [
  {
    id: 'complain-to-facility',
    cite: '45 CFR 164.524(d)(2)(iii); 164.530(d)',
    evidence: aPhone,
    shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
  },
  { id: 'complain-to-hhs', cite: '45 CFR 164.524(d)(2)(iii)', evidence: /hhs\.gov\/ocr/ },
];

const deadlineUnmoved: LetterDuty<LetterFacts['L-CLAR' | 'L-VER' | 'L-FEE' | 'L-FMT' | 'L-DIR']> = {
  id: 'deadline-unmoved',
  cite: '45 CFR 164.524(b)(2); OD-5',
  evidence: aDate,
  shows: ({ due }, language) => [longDate(due.on, language)],
};

/** What both kinds of denial must say: 45 CFR 164.524(d)(2). */
const denialDuties: readonly LetterDuty<LetterFacts['L-DEN'] | LetterFacts['L-PART']>[] = [
  { id: 'what-is-not-given', cite: '45 CFR 164.524(d)(1)', shows: ({ withheld }) => [withheld] },
  {
    id: 'basis',
    cite: `${reply}(i)`,
    shows: ({ ground, basis, decidedBy }) => [ground.cite, basis, decidedBy],
  },
  {
    id: 'review-right',
    cite: `${reply}(ii); (a)(4)`,
    evidence: aPhone,
    onlyWhen: { says: 'the ground is reviewable (R1–R3)', holds: ({ ground }) => ground.reviewable },
  },
  {
    id: 'no-review-right',
    cite: `${reply}(ii); (a)(2)`,
    onlyWhen: { says: 'the ground is unreviewable (U1–U5)', holds: ({ ground }) => !ground.reviewable },
  },
  {
    id: 'access-returns',
    cite: '45 CFR 164.524(a)(2)(iii)',
    shows: ({ returns }) => [returns ?? ''],
    onlyWhen: { says: 'the ground is research (U3)', holds: ({ ground }) => ground.code === 'U3' },
  },
];

/** What each letter must say. The list is locked; wording may change, contents may be added. */
export const lettersDuties: { readonly [Code in WritableLetter]: readonly LetterDuty<LetterFacts[Code]>[] } = {
  'L-ACK': [
    ...everyLetter,
    {
      id: 'received-date',
      cite: '45 CFR 164.524(b)(2)',
      evidence: aDate,
      shows: ({ receivedOn }, language) => [longDate(receivedOn, language)],
    },
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    {
      id: 'due-date',
      cite: '45 CFR 164.524(b)(2)',
      evidence: aDate,
      shows: ({ due }, language) => [longDate(due.on, language)],
    },
    {
      id: 'due-working',
      cite: house,
      evidence:
        /\d+ (calendar days|working days|months)|one month|wrote to you|\d+ (días (corridos|hábiles)|meses)|un mes|le escribimos/,
    },
    {
      id: 'fee',
      cite: '45 CFR 164.524(c)(4)',
      evidence: /No charge|Sin costo|\$\d+\.\d{2}/,
      shows: ({ fee }, language) => [money(fee.totalCents, language)],
    },
    { id: 'track', cite: house, evidence: anAddress },
    { id: 'correct', cite: house, evidence: aPhone },
    { id: 'withdraw', cite: house, evidence: aPhone },
    { id: 'free-options', cite: 'HHS guidance: free ways are offered beside any fee', evidence: /free|gratis/i },
  ],
  'L-CLAR': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'question', cite: 'OD-22', shows: ({ question }) => [question] },
    { id: 'contact', cite: house, evidence: aPhone },
    { id: 'if-no-answer', cite: 'OD-22', shows: ({ ifNoAnswer }) => [ifNoAnswer.what] },
    deadlineUnmoved,
  ],
  'L-VER': [
    ...everyLetter,
    {
      id: 'what-is-missing',
      cite: '45 CFR 164.514(h)(1)',
      shows: ({ missing }) =>
        missing.flatMap(({ what, accepted }) => [what, ...(accepted.length > 0 ? accepted : [''])]),
    },
    { id: 'two-ways', cite: '45 CFR 164.514(h)(2); HHS guidance', evidence: twoItems },
    { id: 'no-notary-no-visit', cite: 'HHS guidance: no unreasonable measure', evidence: /notar/ },
    { ...deadlineUnmoved, onlyWhen: { says: 'it is not the final answer', holds: ({ finalAnswer }) => !finalAnswer } },
    ...complaints.map((duty) => ({
      ...duty,
      onlyWhen: {
        says: 'it is the final answer (OD-21)',
        holds: ({ finalAnswer }: LetterFacts['L-VER']) => finalAnswer === true,
      },
    })),
  ],
  'L-FEE': [
    ...everyLetter,
    {
      id: 'total',
      cite: '45 CFR 164.524(c)(4)',
      evidence: /\$\d+\.\d{2}/,
      shows: ({ fee }, language) => [money(fee.totalCents, language)],
    },
    {
      id: 'fee-lines',
      cite: '45 CFR 164.524(c)(4)(i)–(iii)',
      shows: ({ fee }, language) => fee.lines.flatMap(({ cents, cite }) => [money(cents, language), cite]),
    },
    { id: 'method-and-rule', cite: 'HHS FAQ 2029 and 2030', shows: ({ fee }) => [fee.cite] },
    { id: 'free-options', cite: 'HHS guidance: free ways are offered beside any fee', evidence: twoItems },
    { id: 'accept-or-change', cite: 'HHS guidance: the fee is told in advance', evidence: anAddress },
    {
      id: 'raised-fee-needs-agreement',
      cite: house,
      evidence: /\$\d+\.\d{2}/,
      onlyWhen: {
        says: 'a fee that was agreed to would rise',
        holds: ({ agreedCents, fee }) => agreedCents !== undefined && fee.totalCents > agreedCents,
      },
    },
    { id: 'not-tied-to-a-bill', cite: 'HHS guidance: a bill for care never holds a copy' },
    deadlineUnmoved,
  ],
  'L-FMT': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ asked }) => [asked] },
    { id: 'why', cite: '45 CFR 164.524(c)(2)(i)', shows: ({ why }) => [why] },
    {
      id: 'electronic-alternatives',
      cite: '45 CFR 164.524(c)(2)(ii)',
      evidence: twoItems,
      shows: ({ electronic }) => electronic.map(({ what }) => what),
      onlyWhen: {
        says: 'the pictures are held electronically',
        holds: ({ heldElectronically }) => heldElectronically,
      },
    },
    { id: 'hard-copy', cite: '45 CFR 164.524(c)(2)(i)', shows: ({ hardCopy }) => [hardCopy.what] },
    { id: 'contact', cite: house, evidence: aPhone },
    deadlineUnmoved,
  ],
  'L-WARN': [
    ...everyLetter,
    { id: 'risk', cite: 'HHS FAQ 2061' },
    { id: 'secure-alternatives', cite: 'HHS FAQ 2061' },
    { id: 'address-read-back', cite: house, shows: ({ sendTo }) => [sendTo] },
    {
      id: 'explicit-yes',
      cite: 'HHS FAQ 2061',
      shows: ({ accepted }, language) => (accepted ? [longDate(accepted.on, language), accepted.at] : []),
    },
  ],
  'L-EXT': [
    ...everyLetter,
    { id: 'reason', cite: '45 CFR 164.524(b)(2)(ii)(A)', shows: ({ reason }) => [reason] },
    {
      id: 'new-date',
      cite: '45 CFR 164.524(b)(2)(ii)(A)',
      evidence: aDate,
      shows: ({ promisedOn }, language) => [longDate(promisedOn, language)],
    },
    { id: 'only-extension', cite: '45 CFR 164.524(b)(2)(ii)(B)' },
    {
      id: 'part-available',
      cite: 'OD-17',
      shows: ({ available }) => (available ? [available.what, available.how] : []),
    },
    { id: 'contact', cite: house, evidence: aPhone },
    ...complaints,
  ],
  'L-DEN': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    ...denialDuties,
    ...complaints,
  ],
  'L-PART': [
    ...everyLetter,
    { id: 'what-is-given', cite: '45 CFR 164.524(d)(1)', shows: ({ given }) => given },
    { id: 'how-to-open', cite: '45 CFR 164.524(d)(1)', shows: ({ how }) => [how] },
    ...denialDuties,
    ...complaints,
  ],
  'L-REV': [
    ...everyLetter,
    {
      id: 'review-outcome',
      cite: '45 CFR 164.524(d)(4)',
      evidence: aDate,
      shows: ({ reviewer, reasons }) => [reviewer, reasons],
    },
    {
      id: 'action-and-date',
      cite: '45 CFR 164.524(d)(4)',
      evidence: aDate,
      shows: ({ action, actionOn }, language) => [action, longDate(actionOn, language)],
    },
    ...complaints,
  ],
  'L-NOT': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'not-maintained', cite: '45 CFR 164.524(d)(3)' },
    {
      id: 'where-to-ask',
      cite: '45 CFR 164.524(d)(3)',
      shows: ({ keeper }) => (keeper ? [keeper.name, keeper.address, keeper.phone] : []),
    },
    { id: 'what-we-hold', cite: house, shows: ({ heldHere }) => (heldHere === undefined ? [] : [heldHere]) },
    ...complaints,
  ],
  'L-NONE': [
    ...everyLetter,
    { id: 'what-was-asked', cite: house, shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'sources-searched', cite: '45 CFR 164.501', shows: ({ sources }) => sources },
    {
      id: 'names-and-dates-used',
      cite: house,
      shows: ({ datesTried, namesTried }) => [datesTried, ...(namesTried.length > 0 ? namesTried : [''])],
    },
    {
      id: 'destroyed-when-and-why',
      cite: house,
      shows: ({ destroyed = [] }, language) =>
        destroyed.flatMap(({ what, on, schedule }) => [what, longDate(on, language), schedule]),
      onlyWhen: { says: 'something was destroyed', holds: ({ destroyed }) => destroyed !== undefined },
    },
    {
      id: 'what-survives',
      cite: '45 CFR 164.524(a)(1)',
      shows: ({ survives = '' }) => [survives],
      onlyWhen: { says: 'a part survives', holds: ({ survives }) => survives !== undefined },
    },
    { id: 'give-more-clues', cite: house, evidence: aPhone },
    { id: 'who-else-may-hold', cite: house },
    ...complaints,
  ],
  'L-DIR': [
    ...everyLetter,
    {
      id: 'missing-elements',
      cite: '45 CFR 164.524(c)(3)(ii)',
      onlyWhen: { says: 'an element is missing', holds: ({ problem }) => problem.kind === 'missing-elements' },
    },
    {
      id: 'why',
      cite: 'Ciox Health v. Azar, 435 F. Supp. 3d 30 (D.D.C. 2020)',
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    {
      id: 'authorization-form',
      cite: '45 CFR 164.508(c)',
      evidence: anAddress,
      onlyWhen: {
        says: 'film, paper or prints were asked for',
        holds: ({ problem }) => problem.kind === 'not-electronic',
      },
    },
    { id: 'one-step-remedy', cite: house, evidence: anAddress, shows: ({ remedyAddress }) => [remedyAddress] },
    { id: 'send-to-you', cite: '45 CFR 164.524(c)(3)(i)', evidence: aPhone },
    deadlineUnmoved,
  ],
  'L-AUTH': [
    ...everyLetter,
    {
      id: 'missing-parts',
      cite: '45 CFR 164.508(b)(2), (c)',
    },
    { id: 'one-step-remedy', cite: house, evidence: anAddress, shows: ({ remedyAddress }) => [remedyAddress] },
    { id: 'send-to-you', cite: '45 CFR 164.524(a)(1)', evidence: aPhone },
  ],
  'L-DONE': [
    ...everyLetter,
    {
      id: 'contents',
      cite: '45 CFR 164.524(c)(1)',
      evidence: /\d/,
      shows: ({ exams }) => exams.map(({ label }) => label),
    },
    { id: 'missing', cite: house },
    {
      id: 'still-to-come',
      cite: '45 CFR 164.524(c)(1); OD-17',
      evidence: aDate,
      shows: ({ stillToCome }, language) =>
        stillToCome ? [...stillToCome.exams, longDate(stillToCome.dueOn, language)] : [],
      onlyWhen: { says: 'an exam of the request is still open', holds: ({ stillToCome }) => stillToCome !== undefined },
    },
    {
      id: 'report-opens-later',
      cite: 'OD-16; 45 CFR 171.202(b)',
      evidence: aDate,
      shows: ({ reportsLater = [] }, language) =>
        reportsLater.flatMap(({ opensOn, cite }) => [longDate(opensOn, language), cite]),
      onlyWhen: {
        says: 'state law keeps a report closed online for a while',
        holds: ({ reportsLater }) => reportsLater !== undefined,
      },
    },
    { id: 'how-to-open', cite: '45 CFR 164.524(c)(2)' },
    { id: 'until-when', cite: house },
    { id: 'who-else-received', cite: house, shows: ({ ways }) => ways.flatMap(({ to }) => to ?? []) },
    { id: 'ask-for-more', cite: house },
    { id: 'keepsake-or-record', cite: house },
    ...complaints,
  ],
  'L-WITH': [
    ...everyLetter,
    {
      id: 'confirms',
      cite: house,
      evidence: aDate,
      shows: ({ withdrawnOn }, language) => [longDate(withdrawnOn, language)],
    },
    {
      id: 'nothing-sent-or-what',
      cite: house,
      shows: ({ alreadySent }) => (alreadySent === undefined ? [] : [alreadySent]),
    },
    { id: 'ask-again', cite: '45 CFR 164.524(a)(1)', evidence: aPhone },
  ],
  'L-DUP': [
    ...everyLetter,
    { id: 'earlier-reference', cite: house, shows: ({ earlier }) => [earlier.reference] },
    {
      id: 'earlier-due-date',
      cite: '45 CFR 164.524(b)(2)',
      evidence: aDate,
      shows: ({ earlier }, language) => [longDate(earlier.dueOn, language)],
    },
    { id: 'what-is-kept', cite: house, shows: ({ kept }) => kept },
    { id: 'correct', cite: house, evidence: aPhone },
  ],
  'L-LATE': [
    ...everyLetter,
    { id: 'apology', cite: house, evidence: /sorry|perdón/ },
    { id: 'cause', cite: house, shows: ({ cause }) => [cause] },
    { id: 'new-date', cite: house, shows: ({ promisedOn }, language) => [longDate(promisedOn, language)] },
    {
      id: 'privacy-officer',
      cite: '45 CFR 164.530(a)(1)(ii)',
      evidence: aPhone,
      shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
    },
    ...complaints,
  ],
  'L-BRCH': [
    ...everyLetter,
    {
      id: 'what-happened',
      cite: '45 CFR 164.404(c)(1)(A)',
      evidence: aDate,
      shows: ({ what, discoveredOn }, language) => [what, longDate(discoveredOn, language)],
    },
    { id: 'kinds-of-data', cite: '45 CFR 164.404(c)(1)(B)' },
    { id: 'protect-yourself', cite: '45 CFR 164.404(c)(1)(C)' },
    { id: 'what-we-do', cite: '45 CFR 164.404(c)(1)(D)' },
    {
      id: 'toll-free-contact',
      cite: '45 CFR 164.404(c)(1)(E)',
      evidence: /\b8(00|33|44|55|66|77|88)\W{1,2}\d{3}\W?\d{4}/,
      shows: ({ tollFree }) => [tollFree],
    },
    ...complaints,
  ],
  'L-ACCT': [
    ...everyLetter,
    {
      id: 'disclosures',
      cite: '45 CFR 164.528(b)(2)',
      shows: ({ disclosures }, language) =>
        disclosures.flatMap(({ on, recipient, address, what, why }) => [
          plainDate(on, language),
          recipient,
          ...(address ? [address] : []),
          what,
          why,
        ]),
    },
    { id: 'what-is-left-out', cite: '45 CFR 164.528(a)(1); OD-12' },
    { id: 'what-it-costs', cite: '45 CFR 164.528(c)(2)' },
    ...complaints,
  ],
  'L-REFUND': [
    ...everyLetter,
    {
      id: 'amount',
      cite: house,
      evidence: /\$\d+\.\d{2}/,
      shows: ({ amountCents }, language) => [money(amountCents, language)],
    },
    { id: 'reason', cite: house },
    { id: 'how-paid', cite: house, evidence: aDate },
    { id: 'contact', cite: house, evidence: aPhone },
  ],
  'L-NPR': [
    ...everyLetter,
    { id: 'who-may-ask', cite: '45 CFR 164.502(g)' },
    { id: 'which-papers', cite: '45 CFR 164.514(h)(2)' },
    { id: 'no-notary-no-visit', cite: 'HHS guidance: no unreasonable measure', evidence: /notar/ },
    { id: 'contact', cite: house, evidence: aPhone },
    { id: 'says-nothing-about-records', cite: '45 CFR 164.502(a)' },
    ...complaints,
  ],
};
