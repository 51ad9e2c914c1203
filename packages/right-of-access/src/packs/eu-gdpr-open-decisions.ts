import type { OpenDecisions } from '../open-decision.ts';

/** A decision to which there is nothing to choose. */
const settled = <Setting extends string>(setting: Setting, answer: string, reason: string) => ({
  setting,
  answer,
  reason,
  alternatives: [],
});

/** The same questions as everywhere, as European law and the guidance of its authorities answer them. */
export const gdprOpenDecisions: OpenDecisions = {
  'OD-1': settled('day-0', 'day 0', 'Regulation 1182/71 Art. 3(1): the day of the event is not counted.'),
  'OD-2': {
    setting: 'moves-later',
    answer: 'to the next working day',
    reason: 'Regulation 1182/71 Art. 3(4).',
    alternatives: [
      { setting: 'stays', answer: 'it stays where it is' },
      { setting: 'moves-earlier', answer: 'to the working day before' },
    ],
  },
  'OD-3': settled(
    'any-door',
    'first arrival at the controller or its processor',
    'A processor acts for the controller.',
  ),
  'OD-4': settled('facility-zone', 'the facility’s own', 'It is the calendar that both sides live by.'),
  'OD-5': settled('as-listed', 'only what the pack lists, each under its condition', 'GDPR Art. 12(6) and recital 63.'),
  'OD-6': settled(
    'first-receipt',
    'from the first receipt',
    'The law knows no separate clock for a copy to somebody else.',
  ),
  'OD-7': settled('archive-is-ehr', 'pictures are personal data like everything else', 'GDPR Art. 4(1) and 4(15).'),
  'OD-8': settled(
    'carrier-scan',
    'link: it opens; post: the carrier’s acceptance scan',
    'A notice that is not true gives nobody access.',
  ),
  'OD-9': settled('invoice-with-release', 'no', 'The first copy is free.'),
  'OD-10': settled(
    'accepted-or-handed-over',
    'accepted by the mail server, or handed to the carrier',
    'A letter that came back was not sent.',
  ),
  'OD-11': settled(
    'oral-starts-clock',
    'it starts the clock, and staff write it down',
    'GDPR names no form for a request.',
  ),
  'OD-12': settled('shown-and-labelled', 'shown, with its label', 'GDPR Art. 15(1)(c): recipients are told.'),
  'OD-13': settled(
    'every-minor',
    'the same sentence in every letter about a minor',
    'National law decides; a sentence that stands everywhere tells nothing about one person.',
  ),
  'OD-14': settled('pregnant-patient', 'the pregnant patient’s', 'It was made of her.'),
  'OD-15': settled('carrier', 'the carrier’s', 'It is her data concerning health.'),
  'OD-16': settled('electronic-report-only', 'no', 'The law knows no such hold.'),
  'OD-17': settled(
    'give-at-once',
    'it is given at once, and the rest stays open',
    'GDPR Art. 12(3): without undue delay.',
  ),
  'OD-18': settled('given-while-kept', 'yes', 'GDPR Art. 15: whatever is processed.'),
  'OD-19': settled('down', 'down, to the cent', 'A fee may not exceed the cost.'),
  'OD-20': settled('named-calendar', 'those of the member state, named and dated', 'Regulation 1182/71 Art. 2.'),
  'OD-21': {
    setting: 'answer-and-close',
    answer: 'a written answer says what is missing and where to complain',
    reason: 'GDPR Art. 12(4) and 12(6).',
    alternatives: [{ setting: 'keep-open', answer: 'the answer is sent and the request stays open' }],
  },
  'OD-22': settled('widest-match', 'all that may be meant, to the person alone', 'GDPR Art. 15(3).'),
  'OD-23': {
    setting: '15-days',
    answer: '15 calendar days',
    reason: 'House rule; the law knows complaints and not reviews.',
    alternatives: [
      { setting: '10-days', answer: '10 calendar days' },
      { setting: '5-days', answer: '5 calendar days' },
    ],
  },
  'OD-24': settled('always-free', 'nothing', 'The first copy is free, wherever the person wants it sent.'),
  'OD-25': settled(
    'house-limits',
    'the service limits of the pack; each may be made shorter',
    'One month is the outer limit.',
  ),
};
