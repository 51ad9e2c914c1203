import type { LetterFacts } from '../letter-facts.ts';
import { citeIn } from '../letters/cite-words.ts';
import { atTime, longDate, money } from '../letters/wording.ts';
import {
  aDate,
  addressOrPhone,
  anAddress,
  aPhone,
  complaints,
  type DutiesOf,
  deadlineUnmoved,
  everyLetter,
  house,
  twoItems,
  visit,
} from './letter-duty.ts';

/** What a letter must say while the copy is on its way. */
export const beforeTheCopy: DutiesOf<'L-ACK' | 'L-CLAR' | 'L-VER' | 'L-FEE' | 'L-FMT' | 'L-WARN' | 'L-EXT'> = {
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
      evidence: /No charge|Sin costo|\d[.,]\d{2}/,
      shows: ({ fee, currency }, language) => [money(fee.totalCents, language, currency)],
    },
    { id: 'track', cite: house, evidence: addressOrPhone },
    { id: 'correct', cite: house, evidence: aPhone },
    { id: 'withdraw', cite: house, evidence: aPhone },
    { id: 'free-options', cite: 'HHS guidance: free ways are offered beside any fee', evidence: /free|gratis/i },
    visit,
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
        says: ['it is the final answer (OD-21)', duty.onlyWhen?.says].filter(Boolean).join(', and '),
        holds: (facts: LetterFacts['L-VER']) => facts.finalAnswer === true && (duty.onlyWhen?.holds(facts) ?? true),
      },
    })),
  ],
  'L-FEE': [
    ...everyLetter,
    {
      id: 'total',
      cite: '45 CFR 164.524(c)(4)',
      evidence: /\d[.,]\d{2}/,
      shows: ({ fee, currency }, language) => [money(fee.totalCents, language, currency)],
    },
    {
      id: 'fee-lines',
      cite: '45 CFR 164.524(c)(4)(i)–(iii)',
      shows: ({ fee, currency }, language) =>
        fee.lines.flatMap(({ cents, cite }) => [money(cents, language, currency), citeIn(cite, language)]),
    },
    {
      id: 'method-and-rule',
      cite: 'HHS FAQ 2029 and 2030',
      shows: ({ fee }, language) => [citeIn(fee.cite, language)],
    },
    { id: 'free-options', cite: 'HHS guidance: free ways are offered beside any fee', evidence: twoItems },
    { id: 'accept-or-change', cite: 'HHS guidance: the fee is told in advance', evidence: anAddress },
    {
      id: 'raised-fee-needs-agreement',
      cite: house,
      evidence: /\d[.,]\d{2}/,
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
      shows: ({ accepted }, language) =>
        accepted ? [longDate(accepted.on, language), atTime(accepted.at, language)] : [],
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
};
