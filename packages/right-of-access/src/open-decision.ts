/** Answers to what the law leaves open, typed so that code can only ask for an answer that exists. */
export type OpenAnswers = {
  /** `day-1` counts the day of receipt itself: one day stricter. */
  readonly 'OD-1': 'day-0' | 'day-1';
  readonly 'OD-2': 'stays' | 'moves-earlier' | 'moves-later';
  readonly 'OD-3': 'any-door';
  readonly 'OD-4': 'facility-zone';
  readonly 'OD-5': 'never' | 'as-listed';
  readonly 'OD-6': 'all-elements-present' | 'first-receipt';
  readonly 'OD-7': 'archive-is-ehr';
  readonly 'OD-8': 'carrier-scan' | 'arrival-scan';
  readonly 'OD-9': 'invoice-with-release' | 'fee-first';
  readonly 'OD-10': 'accepted-or-handed-over';
  readonly 'OD-11': 'oral-starts-clock';
  readonly 'OD-12': 'shown-and-labelled';
  readonly 'OD-13': 'ages-12-to-17' | 'every-minor';
  readonly 'OD-14': 'pregnant-patient';
  readonly 'OD-15': 'carrier';
  readonly 'OD-16': 'electronic-report-only';
  readonly 'OD-17': 'give-at-once';
  readonly 'OD-18': 'given-while-kept';
  readonly 'OD-19': 'down';
  readonly 'OD-20': 'named-calendar' | 'weekends-only';
  readonly 'OD-21': 'answer-and-close' | 'keep-open';
  readonly 'OD-22': 'widest-match';
  readonly 'OD-23': '15-days' | '10-days' | '5-days';
  readonly 'OD-24': 'free-if-electronic-else-cost' | 'patient-rate' | 'always-free';
  readonly 'OD-25': 'house-limits';
};

export type OpenDecisionId = keyof OpenAnswers;

/** How a pack answers a question that the law leaves open, and the other answers that a facility may choose. */
export type OpenDecision<Id extends OpenDecisionId = OpenDecisionId> = {
  readonly setting: OpenAnswers[Id];
  /** The setting in words. */
  readonly answer: string;
  readonly reason: string;
  /** Each at least as good for the patient, or left open by the law; none when there is nothing to choose. */
  readonly alternatives: readonly { readonly setting: OpenAnswers[Id]; readonly answer: string }[];
};

export type OpenDecisions = { readonly [Id in OpenDecisionId]: OpenDecision<Id> };

/** The questions, the same under every law, and the exported function that reads the answer. */
export const openQuestions: Readonly<
  Record<OpenDecisionId, { readonly question: string; readonly appliedBy: string }>
> = {
  'OD-1': { question: 'Is the day of receipt day 0 or day 1?', appliedBy: 'ruleClocks' },
  'OD-2': { question: 'Does a due date on a weekend or holiday move?', appliedBy: 'ruleClocks' },
  'OD-3': { question: 'What counts as receipt?', appliedBy: 'receiptDay' },
  'OD-4': { question: 'In which time zone are days counted?', appliedBy: 'receiptDay' },
  'OD-5': { question: 'Does anything pause the clock?', appliedBy: 'ruleClocks' },
  'OD-6': {
    question: 'From when does the clock of a directive to a third party run that was completed later?',
    appliedBy: 'directiveDue',
  },
  'OD-7': {
    question: 'Is the image archive an electronic health record, so that a directive reaches it?',
    appliedBy: 'decideDirective',
  },
  'OD-8': { question: 'When is a copy given?', appliedBy: 'clockStops' },
  'OD-9': { question: 'May the fee for this copy be asked for before it is given?', appliedBy: 'decideHoldForMoney' },
  'OD-10': { question: 'When is a letter sent?', appliedBy: 'letterSentOn' },
  'OD-11': { question: 'What does a spoken request do where writing may be required?', appliedBy: 'receiptDay' },
  'OD-12': {
    question: 'Is a copy sent at the person’s direction in the accounting of disclosures?',
    appliedBy: 'openAnswer',
  },
  'OD-13': {
    question: 'How can a letter say that a young person’s record may be held back without revealing it?',
    appliedBy: 'neutralSentenceOwed',
  },
  'OD-14': { question: 'Whose record is an ultrasound of an unborn child?', appliedBy: 'whoseRecord' },
  'OD-15': { question: 'Whose record is the ultrasound of a gestational carrier?', appliedBy: 'whoseRecord' },
  'OD-16': { question: 'Does a state’s hold on some results reach the pictures?', appliedBy: 'embargoReaches' },
  'OD-17': { question: 'What happens to a part that is ready early?', appliedBy: 'clockStops' },
  'OD-18': {
    question: 'Is a study given that is past its retention date and still in the archive?',
    appliedBy: 'owedAfterRetention',
  },
  'OD-19': { question: 'How are fees rounded?', appliedBy: 'quoteFees' },
  'OD-20': { question: 'Which holidays do business days leave out?', appliedBy: 'ruleClocks' },
  'OD-21': { question: 'What if identity is never proved?', appliedBy: 'clockStops' },
  'OD-22': {
    question: 'What is sent when a request stays unclear and nobody answers?',
    appliedBy: 'decideUnclearScope',
  },
  'OD-23': { question: 'How long may the review of a denial take?', appliedBy: 'serviceDue' },
  'OD-24': { question: 'What may a copy to a third party at the person’s direction cost?', appliedBy: 'quoteFees' },
  'OD-25': { question: 'What does the house promise beside the law?', appliedBy: 'serviceDue' },
};
