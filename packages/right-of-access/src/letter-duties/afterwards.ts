import { longDate, money, plainDate } from '../letters/wording.ts';
import {
  aDate,
  aPhone,
  complaints,
  type DutiesOf,
  everyLetter,
  house,
  whereAuthority,
  whereHhs,
} from './letter-duty.ts';

/** What a letter must say when the request is over, late or changed, and what a facility owes by itself. */
export const afterwards: DutiesOf<'L-WITH' | 'L-DUP' | 'L-LATE' | 'L-BRCH' | 'L-ACCT' | 'L-REFUND'> = {
  'L-WITH': [
    ...everyLetter,
    {
      id: 'confirms',
      cited: [house],
      evidence: aDate,
      shows: ({ withdrawnOn }, language) => [longDate(withdrawnOn, language)],
    },
    {
      id: 'nothing-sent-or-what',
      cited: [house],
      shows: ({ alreadySent }) => (alreadySent === undefined ? [] : [alreadySent]),
    },
    { id: 'ask-again', cited: ['individual'], evidence: aPhone },
  ],
  'L-DUP': [
    ...everyLetter,
    { id: 'earlier-reference', cited: [house], shows: ({ earlier }) => [earlier.reference] },
    {
      id: 'earlier-due-date',
      cited: ['clock'],
      evidence: aDate,
      shows: ({ earlier }, language) => [longDate(earlier.dueOn, language)],
    },
    { id: 'what-is-kept', cited: [house], shows: ({ kept }) => kept },
    { id: 'correct', cited: [house], evidence: aPhone },
  ],
  'L-LATE': [
    ...everyLetter,
    { id: 'apology', cited: [house], evidence: /sorry|perdón/ },
    { id: 'cause', cited: [house], shows: ({ cause }) => [cause] },
    { id: 'new-date', cited: [house], shows: ({ promisedOn }, language) => [longDate(promisedOn, language)] },
    {
      id: 'privacy-officer',
      cited: ['complaint-office'],
      evidence: aPhone,
      shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
    },
    ...complaints,
  ],
  'L-BRCH': [
    ...everyLetter,
    {
      id: 'what-happened',
      cited: ['breach-what'],
      evidence: aDate,
      shows: ({ what, discoveredOn }, language) => [what, longDate(discoveredOn, language)],
    },
    { id: 'kinds-of-data', cited: ['breach-data'] },
    { id: 'what-may-follow', cited: ['breach-consequences'] },
    { id: 'protect-yourself', cited: ['breach-protect'] },
    { id: 'what-we-do', cited: ['breach-measures'] },
    {
      id: 'toll-free-contact',
      cited: ['breach-contact'],
      evidence: /\b8(00|33|44|55|66|77|88)\W{1,2}\d{3}\W?\d{4}/,
      shows: ({ tollFree = '' }) => [tollFree],
      onlyWhen: whereHhs,
    },
    {
      id: 'officer-contact',
      cited: ['breach-contact'],
      evidence: aPhone,
      shows: ({ facility }) => [facility.privacyOfficer.title, facility.privacyOfficer.phone],
      onlyWhen: whereAuthority,
    },
    ...complaints,
  ],
  'L-ACCT': [
    ...everyLetter,
    {
      id: 'disclosures',
      cited: ['accounting-contents'],
      shows: ({ disclosures }, language) =>
        disclosures.flatMap(({ on, recipient, address, what, why }) => [
          plainDate(on, language),
          recipient,
          ...(address ? [address] : []),
          what,
          why,
        ]),
    },
    { id: 'what-is-left-out', cited: ['accounting-limits', 'OD-12'] },
    { id: 'what-it-costs', cited: ['accounting-fee'] },
    ...complaints,
  ],
  'L-REFUND': [
    ...everyLetter,
    {
      id: 'amount',
      cited: [house],
      evidence: /\d[.,]\d{2}/,
      shows: ({ amountCents, currency }, language) => [money(amountCents, language, currency)],
    },
    { id: 'reason', cited: [house] },
    { id: 'how-paid', cited: [house], evidence: aDate },
    { id: 'contact', cited: [house], evidence: aPhone },
  ],
};
