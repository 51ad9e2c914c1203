import { longDate, money, plainDate } from '../letters/wording.ts';
import { aDate, aPhone, complaints, type DutiesOf, everyLetter, house } from './letter-duty.ts';

/** What a letter must say when the request is over, late or changed, and what a facility owes by itself. */
export const afterwards: DutiesOf<'L-WITH' | 'L-DUP' | 'L-LATE' | 'L-BRCH' | 'L-ACCT' | 'L-REFUND'> = {
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
      evidence: /\d[.,]\d{2}/,
      shows: ({ amountCents, currency }, language) => [money(amountCents, language, currency)],
    },
    { id: 'reason', cite: house },
    { id: 'how-paid', cite: house, evidence: aDate },
    { id: 'contact', cite: house, evidence: aPhone },
  ],
};
