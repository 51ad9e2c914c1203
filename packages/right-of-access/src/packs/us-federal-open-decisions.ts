import type { OpenDecisions } from '../open-decision.ts';

/** What 45 CFR 164.524 does not say, how this pack answers it, and what a facility may choose instead. */
export const federalOpenDecisions: OpenDecisions = {
  'OD-1': {
    setting: 'day-0',
    answer: 'day 0',
    reason: 'The rule says “no later than 30 days after receipt of the request”.',
    alternatives: [{ setting: 'day-1', answer: 'day 1, one day stricter' }],
  },
  'OD-2': {
    setting: 'stays',
    answer: 'no',
    reason: '164.524 has no rule for it, so the stricter reading is kept.',
    alternatives: [{ setting: 'moves-earlier', answer: 'to the working day before' }],
  },
  'OD-3': {
    setting: 'any-door',
    answer: 'first arrival at the facility or a vendor acting for it: any department, any channel, any hour',
    reason: 'A vendor acts for the facility; patients cannot be expected to know the right door.',
    alternatives: [],
  },
  'OD-4': {
    setting: 'facility-zone',
    answer: 'the facility’s own',
    reason: 'It is the calendar that both sides live by.',
    alternatives: [],
  },
  'OD-5': {
    setting: 'never',
    answer: 'never',
    reason:
      '164.524 has no pause: proving identity, questions and fees are waits beside a deadline that does not move.',
    alternatives: [],
  },
  'OD-6': {
    setting: 'all-elements-present',
    answer: 'the legal clock from the moment when all four elements are there; the worklist goes by the first receipt',
    reason: 'Only a complete directive binds; the person has still waited since the first day.',
    alternatives: [{ setting: 'first-receipt', answer: 'from the first receipt, complete or not' }],
  },
  'OD-7': {
    setting: 'archive-is-ehr',
    answer: 'yes',
    reason: 'It fits the words of 42 U.S.C. 17921(5), and no ruling says otherwise.',
    alternatives: [],
  },
  'OD-8': {
    setting: 'carrier-scan',
    answer:
      'link: it opens and the notice was sent; post: the carrier’s acceptance scan; pick-up: ready and the notice was sent',
    reason: 'A notice that is not true gives nobody access, and a printed label is not a parcel.',
    alternatives: [{ setting: 'arrival-scan', answer: 'post: only when the carrier says that it arrived' }],
  },
  'OD-9': {
    setting: 'invoice-with-release',
    answer: 'no, it is billed with the release',
    reason: 'The rule is silent and the clock runs on.',
    alternatives: [
      {
        setting: 'fee-first',
        answer: 'yes: a free view is offered at once, the clock runs, and hardship waives it in one step',
      },
    ],
  },
  'OD-10': {
    setting: 'accepted-or-handed-over',
    answer:
      'electronic: accepted by the mail server, or visible in the portal with a notice; post: handed to the carrier by 23:59 local time',
    reason: 'A letter that came back was not sent.',
    alternatives: [],
  },
  'OD-11': {
    setting: 'oral-starts-clock',
    answer: 'it starts the clock, and staff write it down',
    reason: 'Writing may be required only of people who were told so; nobody loses days for having asked at a desk.',
    alternatives: [],
  },
  'OD-12': {
    setting: 'shown-and-labelled',
    answer: 'shown, with the label “sent at your direction”',
    reason: 'The rule is silent; a list that leaves something out is harder to trust.',
    alternatives: [],
  },
  'OD-13': {
    setting: 'ages-12-to-17',
    answer: 'the same neutral sentence in every letter about a patient aged 12 to 17',
    reason: 'A sentence that stands everywhere tells nothing about one person.',
    alternatives: [{ setting: 'every-minor', answer: 'the same sentence in every letter about anybody under 18' }],
  },
  'OD-14': {
    setting: 'pregnant-patient',
    answer: 'the pregnant patient’s',
    reason: 'It was made of her; HHS treated a mother’s request for fetal monitor strips as access to her own record.',
    alternatives: [],
  },
  'OD-15': {
    setting: 'carrier',
    answer: 'the carrier’s; the intended parents need her directive or authorization',
    reason: 'It is her health information.',
    alternatives: [],
  },
  'OD-16': {
    setting: 'electronic-report-only',
    answer: 'no, only the electronic report, unless the statute names pictures',
    reason: 'The statutes speak of reports and results.',
    alternatives: [],
  },
  'OD-17': {
    setting: 'give-at-once',
    answer: 'it is given at once, and the rest stays open',
    reason: 'Thirty days is the outer limit, and part of the record is not the record.',
    alternatives: [],
  },
  'OD-18': {
    setting: 'given-while-kept',
    answer: 'yes',
    reason: 'The right lasts as long as the record is maintained: 164.524(a)(1).',
    alternatives: [],
  },
  'OD-19': {
    setting: 'down',
    answer: 'down, to the cent',
    reason: 'A fee may not exceed the cost.',
    alternatives: [],
  },
  'OD-20': {
    setting: 'named-calendar',
    answer: 'those of the jurisdiction’s calendar, named and dated; a new holiday moves open clocks only',
    reason: 'A calendar without a name cannot be checked.',
    alternatives: [{ setting: 'weekends-only', answer: 'none: every weekday counts, which is stricter' }],
  },
  'OD-21': {
    setting: 'answer-and-close',
    answer:
      'nothing is released; by the due date a written answer says what is missing and where to complain, and the request closes until proof comes',
    reason: 'No answer at all would be the violation; proof reopens it with its first day of receipt shown.',
    alternatives: [{ setting: 'keep-open', answer: 'the answer is sent and the request stays open' }],
  },
  'OD-22': {
    setting: 'widest-match',
    answer:
      'to the patient all studies that may be meant; to a representative the same within that authority; to a third party only what the signed writing names',
    reason: 'Too little is a failure toward the patient, too much one toward everybody else.',
    alternatives: [],
  },
  'OD-23': {
    setting: '15-days',
    answer: '15 calendar days',
    reason: 'The rule says “a reasonable period”; nobody should wait twice as long again.',
    alternatives: [
      { setting: '10-days', answer: '10 calendar days' },
      { setting: '5-days', answer: '5 calendar days' },
    ],
  },
  'OD-24': {
    setting: 'free-if-electronic-else-cost',
    answer:
      'nothing when it runs electronically without hands; else the state’s ceiling, or the facility’s schedule, never above actual cost',
    reason: 'The patient rate does not reach it since 2020, and 45 CFR 171.302 forbids a fee on electronic access.',
    alternatives: [
      { setting: 'patient-rate', answer: 'the same as the patient would pay' },
      { setting: 'always-free', answer: 'nothing' },
    ],
  },
  'OD-25': {
    setting: 'house-limits',
    answer: 'the service limits of the pack; each may be made shorter',
    reason: 'The legal period is the outer limit and not the target.',
    alternatives: [],
  },
};
