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

/** A question that the law leaves open, the pack's answer, and the other answers that a facility may choose. */
export type OpenDecision<Id extends OpenDecisionId = OpenDecisionId> = {
  readonly id: Id;
  readonly question: string;
  readonly setting: OpenAnswers[Id];
  /** The setting in words. */
  readonly answer: string;
  readonly reason: string;
  /** Each at least as good for the patient, or left open by the law; none when there is nothing to choose. */
  readonly alternatives: readonly { readonly setting: OpenAnswers[Id]; readonly answer: string }[];
  /** The exported function that reads the setting. */
  readonly appliedBy: string;
};

export type OpenDecisions = { readonly [Id in OpenDecisionId]: OpenDecision<Id> };
