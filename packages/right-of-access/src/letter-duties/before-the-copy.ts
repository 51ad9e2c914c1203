import type { LetterFacts } from '../letter-facts.ts';
import { citeIn } from '../letters/cite-words.ts';
import { atTime, longDate, money } from '../letters/wording.ts';
import {
  aDate,
  addressOrPhone,
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
      cited: ['clock'],
      evidence: aDate,
      shows: ({ receivedOn }, language) => [longDate(receivedOn, language)],
    },
    { id: 'what-was-asked', cited: [house], shows: ({ exams }) => exams.map(({ label }) => label) },
    {
      id: 'due-date',
      cited: ['clock'],
      evidence: aDate,
      shows: ({ due }, language) => [longDate(due.on, language)],
    },
    {
      id: 'due-working',
      cited: [house],
      evidence:
        /\d+ (calendar days|working days|months)|one month|wrote to you|\d+ (días (corridos|hábiles)|meses)|un mes|le escribimos/,
    },
    {
      id: 'fee',
      cited: ['fee'],
      evidence: /No charge|Sin costo|\d[.,]\d{2}/,
      shows: ({ fee, currency }, language) => [money(fee.totalCents, language, currency)],
    },
    { id: 'track', cited: [house], evidence: addressOrPhone },
    { id: 'correct', cited: [house], evidence: aPhone },
    { id: 'withdraw', cited: [house], evidence: aPhone },
    { id: 'free-options', cited: ['free-ways'], evidence: /free|gratis/i },
    visit,
  ],
  'L-CLAR': [
    ...everyLetter,
    { id: 'what-was-asked', cited: [house], shows: ({ exams }) => exams.map(({ label }) => label) },
    { id: 'question', cited: ['OD-22'], shows: ({ question }) => [question] },
    { id: 'contact', cited: [house], evidence: aPhone },
    { id: 'if-no-answer', cited: ['OD-22'], shows: ({ ifNoAnswer }) => [ifNoAnswer.what] },
    deadlineUnmoved,
  ],
  'L-VER': [
    ...everyLetter,
    {
      id: 'what-is-missing',
      cited: ['identity'],
      shows: ({ missing }) =>
        missing.flatMap(({ what, accepted }) => [what, ...(accepted.length > 0 ? accepted : [''])]),
    },
    { id: 'two-ways', cited: ['proof-ways', 'no-unreasonable-measure'], evidence: twoItems },
    { id: 'no-notary-no-visit', cited: ['no-unreasonable-measure'], evidence: /notar/ },
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
      cited: ['fee'],
      evidence: /\d[.,]\d{2}/,
      shows: ({ fee, currency }, language) => [money(fee.totalCents, language, currency)],
    },
    {
      id: 'fee-lines',
      cited: ['fee-lines'],
      shows: ({ fee, currency }, language) =>
        fee.lines.flatMap(({ cents, cite }) => [money(cents, language, currency), citeIn(cite, language)]),
    },
    {
      id: 'method-and-rule',
      cited: ['fee-method'],
      shows: ({ fee }, language) => [citeIn(fee.cite, language)],
    },
    { id: 'free-options', cited: ['free-ways'], evidence: twoItems },
    { id: 'accept-or-change', cited: ['fee-told'], evidence: addressOrPhone },
    {
      id: 'raised-fee-needs-agreement',
      cited: [house],
      evidence: /\d[.,]\d{2}/,
      onlyWhen: {
        says: 'a fee that was agreed to would rise',
        holds: ({ agreedCents, fee }) => agreedCents !== undefined && fee.totalCents > agreedCents,
      },
    },
    { id: 'not-tied-to-a-bill', cited: ['no-ground/unpaid bill'] },
    deadlineUnmoved,
  ],
  'L-FMT': [
    ...everyLetter,
    { id: 'what-was-asked', cited: [house], shows: ({ asked }) => [asked] },
    { id: 'why', cited: ['form'], shows: ({ why }) => [why] },
    {
      id: 'electronic-alternatives',
      cited: ['electronic-form'],
      evidence: twoItems,
      shows: ({ electronic }) => electronic.map(({ what }) => what),
      onlyWhen: {
        says: 'the pictures are held electronically',
        holds: ({ heldElectronically }) => heldElectronically,
      },
    },
    { id: 'hard-copy', cited: ['form'], shows: ({ hardCopy }) => [hardCopy.what] },
    { id: 'contact', cited: [house], evidence: aPhone },
    deadlineUnmoved,
  ],
  'L-WARN': [
    ...everyLetter,
    { id: 'risk', cited: ['mail-risk'] },
    { id: 'secure-alternatives', cited: ['mail-risk'] },
    { id: 'address-read-back', cited: [house], shows: ({ sendTo }) => [sendTo] },
    {
      id: 'explicit-yes',
      cited: ['mail-risk'],
      shows: ({ accepted }, language) =>
        accepted ? [longDate(accepted.on, language), atTime(accepted.at, language)] : [],
    },
  ],
  'L-EXT': [
    ...everyLetter,
    { id: 'reason', cited: ['extension-notice'], shows: ({ reason }) => [reason] },
    {
      id: 'new-date',
      cited: ['extension-notice'],
      evidence: aDate,
      shows: ({ promisedOn }, language) => [longDate(promisedOn, language)],
    },
    { id: 'only-extension', cited: ['one-extension'] },
    {
      id: 'part-available',
      cited: ['OD-17'],
      shows: ({ available }) => (available ? [available.what, available.how] : []),
    },
    { id: 'contact', cited: [house], evidence: aPhone },
    ...complaints,
  ],
};
