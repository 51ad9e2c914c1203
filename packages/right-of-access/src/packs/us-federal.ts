import { calendarDate } from '../calendar.ts';
import type { OpenDecision, PackHistory } from '../policy-pack.ts';

/** Compliance date of the Privacy Rule for most facilities. */
const privacyRule = calendarDate('2003-04-14');
/** HHS published its guidance on the individual right of access, with the flat fee as an option, in February 2016. */
const accessGuidance = calendarDate('2016-02-25');

const openDecisions: readonly OpenDecision[] = [
  {
    id: 'OD-1',
    question: 'Is the day of receipt day 0 or day 1?',
    answer: 'day 0',
    reason: 'The rule says “no later than 30 days after receipt of the request”.',
  },
  {
    id: 'OD-2',
    question: 'Does a due date on a weekend or holiday move to the next working day?',
    answer: 'no',
    reason: '164.524 has no rule for it, so the stricter reading is kept.',
  },
  {
    id: 'OD-3',
    question: 'What counts as receipt?',
    answer: 'first arrival at the facility or a vendor acting for it: any department, any channel, any hour',
    reason: 'A vendor acts for the facility; patients cannot be expected to know the right door.',
  },
  {
    id: 'OD-4',
    question: 'In which time zone are days counted?',
    answer: 'the facility’s own',
    reason: 'It is the calendar that both sides live by.',
  },
  {
    id: 'OD-5',
    question: 'Does anything pause the clock?',
    answer: 'never',
    reason:
      '164.524 has no pause: proving identity, questions and fees are waits beside a deadline that does not move.',
  },
  {
    id: 'OD-8',
    question: 'When is a copy given?',
    answer:
      'link: it opens and the notice was sent; post: the carrier’s acceptance scan; pick-up: ready and the notice was sent',
    reason: 'A notice that is not true gives nobody access.',
  },
  {
    id: 'OD-9',
    question: 'May the fee for this copy be asked for before it is given?',
    answer: 'no, it is billed with the release',
    reason: 'The rule is silent and the clock runs on.',
  },
  {
    id: 'OD-10',
    question: 'When is a letter sent?',
    answer:
      'electronic: accepted by the mail server, or visible in the portal with a notice; post: handed to the carrier by 23:59 local time',
    reason: 'A letter that came back was not sent.',
  },
  {
    id: 'OD-13',
    question: 'How can a letter say that a young person’s record may be held back without revealing it?',
    answer: 'the same neutral sentence in every letter about a patient aged 12 to 17',
    reason: 'A sentence that stands everywhere tells nothing about one person.',
  },
  {
    id: 'OD-19',
    question: 'How are fees rounded?',
    answer: 'down, to the cent',
    reason: 'A fee may not exceed the cost.',
  },
];

/** Federal law of the United States: the individual's right of access, 45 CFR 164.524. */
export const usFederal: PackHistory = {
  jurisdiction: 'us-federal',
  title: 'United States: right of access under HIPAA',
  rules: {
    responseDays: [{ value: 30, cite: '45 CFR 164.524(b)(2)(i)', effectiveFrom: privacyRule }],
    extension: [{ value: { times: 1, days: 30 }, cite: '45 CFR 164.524(b)(2)(ii)', effectiveFrom: privacyRule }],
    warnings: [
      {
        value: { percents: [50, 80, 95], soonFrom: 80 },
        cite: 'house rule: nobody meets a deadline that nobody was told of',
        effectiveFrom: privacyRule,
      },
    ],
    feeMethods: [
      { value: ['actual', 'average'], cite: '45 CFR 164.524(c)(4)', effectiveFrom: privacyRule },
      {
        value: ['flat', 'actual', 'average'],
        cite: '45 CFR 164.524(c)(4); HHS FAQ 2029 and 2030',
        effectiveFrom: accessGuidance,
      },
    ],
    flatCapCents: [{ value: 650, cite: 'HHS FAQ 2030', effectiveFrom: accessGuidance }],
    chargeable: [
      { value: ['copying', 'supplies', 'postage'], cite: '45 CFR 164.524(c)(4)(i)–(iii)', effectiveFrom: privacyRule },
    ],
    lettersRequired: [
      {
        value: ['L-ACK', 'L-DONE', 'L-NONE', 'L-NOT'],
        cite: '45 CFR 164.524(b)(2), (d)(3); house rule',
        effectiveFrom: privacyRule,
      },
    ],
  },
  openDecisions,
};
