import { type ForbiddenLine, forbiddenLines } from '../forbidden-line.ts';
import type { LawSources } from '../law-sources.ts';
import { type NotAGroundName, notGrounds } from '../not-a-ground.ts';

const copy = 'GDPR Art. 15(3)';
const delay = 'GDPR Art. 12(3)';
const free = 'GDPR Art. 12(5)';
const reasonableFee = `${copy}: a reasonable fee for further copies, based on administrative costs`;
const representation = 'law of the Member State on representation';
const parents = 'law of the Member State on parental responsibility';
const ofTheDead = 'GDPR recital 27; law of the Member State on the data of the dead';
const security = 'GDPR Art. 5(1)(f), 32(1)';
const notListed = 'GDPR Art. 12(5), 15(4): not on the list';
const remedies = 'GDPR Art. 12(4), 77(1), 79(1)';

/** Where European law says what the engine cites. Who acts for somebody is left to each Member State. */
export const gdprSources: LawSources = {
  individual: 'GDPR Art. 15(1)',
  identity: 'GDPR Art. 12(6), recital 64',
  'proof-ways': 'GDPR Art. 12(2), 12(6)',
  'no-unreasonable-measure': 'GDPR Art. 12(2): exercising the right is made easy',
  'one-patient': security,
  representative: representation,
  'living-representative': representation,
  estate: ofTheDead,
  parent: parents,
  'parent-by-exam': `${parents}; house rule: each exam by itself`,
  'parent-limits': parents,
  'parent-permitted': parents,
  'parent-prohibited': parents,
  'parent-silent': `${parents}; Charter of Fundamental Rights, Art. 24(2)`,
  'of-age': 'law of the Member State on majority',
  'not-protected': ofTheDead,
  family: ofTheDead,
  endangerment: 'GDPR Art. 23(1)(i), with law of the Member State',
  'other-provider': 'GDPR Art. 6(1), 9(2)(h)',

  directive: 'GDPR Art. 12(2), 15(3); EDPB Guidelines 01/2022',
  'directive-limits': 'house rule: film and paper go to somebody else with consent',
  authorization: 'GDPR Art. 4(11), 7, 9(2)(a)',
  'authorization-valid': 'GDPR Art. 7',
  'authorization/description of the information': 'GDPR Art. 4(11), 7(2)',
  'authorization/who may disclose': 'GDPR Art. 4(11), recital 42',
  'authorization/who may receive': 'GDPR Art. 4(11), 13(1)(e)',
  'authorization/purpose': 'GDPR Art. 6(1)(a), 9(2)(a)',
  'authorization/expiry date or event': 'house rule: consent says how long it lasts',
  'authorization/signature and date': 'GDPR Art. 7(1)',
  'authorization/authority of the representative': representation,
  'authorization/statement: right to revoke': 'GDPR Art. 7(3)',
  'authorization/statement: whether care depends on signing': 'GDPR Art. 7(4)',
  'authorization/statement: recipient may redisclose': 'house rule: whoever signs knows who may pass it on',
  'authorization/expired': 'house rule: consent says how long it lasts',
  'authorization/revoked': 'GDPR Art. 7(3)',
  'authorization/wrongly combined': 'GDPR Art. 7(2)',
  'authorization/wrongly conditioned': 'GDPR Art. 7(4)',
  'authorization/known false': 'GDPR Art. 4(11), 5(1)(a)',

  clock: delay,
  'told-and-given': `${delay}, 15(3)`,
  extension: delay,
  'extension-notice': `${delay}, second and third sentence`,
  'one-extension': delay,
  'whole-record': 'GDPR Art. 15(1), 15(3)',
  'every-source': 'GDPR Art. 15(1): whatever is processed, wherever it is kept',
  form: `${delay}, 15(3)`,
  'electronic-form': `${copy}: a commonly used electronic form`,
  'form-order': `${delay}, 15(3)`,
  'hard-copy-last': `${copy}: a commonly used electronic form`,
  manner: 'GDPR Art. 12(2)',
  'mail-risk': 'GDPR Art. 32(1); house rule: warned, still wanted, sent',
  'mail-address': 'GDPR Art. 5(1)(f), 32(1)',
  'language-help': 'GDPR Art. 12(1); house rule: an interpreter is free',

  fee: 'GDPR Art. 12(5), 15(3)',
  'fee-lines': reasonableFee,
  'fee-method': reasonableFee,
  'fee-told': 'house rule: the fee is told in advance',
  labour: reasonableFee,
  supplies: reasonableFee,
  postage: reasonableFee,
  summary: reasonableFee,
  free,
  'free-ways': `${free}: the first copy is free`,
  'third-party-fee': reasonableFee,
  ...neverCharged(),

  denial: 'GDPR Art. 12(4), 12(5), 15(4)',
  'denial-grounds': 'GDPR Art. 12(5), 15(4)',
  'denial-part': 'GDPR Art. 15(4), recital 63',
  'denial-letter': 'GDPR Art. 12(4)',
  'denial-basis': 'GDPR Art. 12(4)',
  'denial-remedy': remedies,
  'denial-complaints': remedies,
  unreviewable: remedies,
  reviewable: 'house rule: somebody who took no part looks again',
  'access-returns': 'GDPR Art. 89(2), with law of the Member State',
  review: 'house rule: somebody who took no part looks again',
  'review-outcome': 'house rule: the answer to a review is a letter',
  ...noGrounds(),
  'not-maintained': 'GDPR Art. 15(1): whether anything is processed',
  hold: `${delay}: without undue delay`,
  'hold-before-grant': `${delay}: without undue delay`,
  'report-hold': 'law of the Member State',

  'privacy-officer': 'house rule: a privacy officer decides',
  'complaint-office': 'GDPR Art. 38(4)',
  breach: 'GDPR Art. 4(12)',
  'breach-told': 'GDPR Art. 34(1)',
  'breach-authority': 'GDPR Art. 33(1)',
  'breach-what': 'GDPR Art. 34(2): the nature of the breach, in plain words',
  'breach-data': 'GDPR Art. 34(2): the nature of the breach, in plain words',
  'breach-consequences': 'GDPR Art. 34(2), 33(3)(c): the likely consequences',
  'breach-protect': 'GDPR Art. 33(3)(d), recital 86: what makes the harm smaller',
  'breach-measures': 'GDPR Art. 34(2), 33(3)(d): the measures taken',
  'breach-contact': 'GDPR Art. 34(2), 33(3)(b): the data protection officer',
  accounting: 'GDPR Art. 15(1)(c), 33(5)',
  'accounting-contents': 'GDPR Art. 15(1)(c)',
  'accounting-limits': 'GDPR Art. 4(9), 15(1)(c)',
  'accounting-fee': free,
};

function neverCharged() {
  const cites: readonly (readonly [`never-charged/${ForbiddenLine}`, string])[] = forbiddenLines.map((line) => [
    `never-charged/${line}`,
    line === 'other' ? reasonableFee : `${free}: asking and being told is free`,
  ]);
  return Object.fromEntries(cites) as Record<`never-charged/${ForbiddenLine}`, string>;
}

function noGrounds() {
  const own: Partial<Record<NotAGroundName, string>> = {
    'unpaid bill': 'GDPR Art. 12(5), 15(3): a bill for care never holds a copy',
    'form incomplete': 'GDPR Art. 12(2)',
    'old format': `${copy}: a commonly used electronic form`,
    'unsafe app': 'GDPR Art. 12(2): exercising the right is made easy',
    'not maintained': 'GDPR Art. 15(1): whether anything is processed',
    'destroyed under schedule': 'house rule: said as what it is',
    'not representative for that exam': parents,
    'defective directive': 'GDPR Art. 12(2), 15(3); EDPB Guidelines 01/2022',
    withdrawn: 'house rule: confirmed as what it is',
  };
  const names = Object.keys(notGrounds) as NotAGroundName[];
  const cites = names.map((name) => [`no-ground/${name}`, own[name] ?? notListed] as const);
  return Object.fromEntries(cites) as Record<`no-ground/${NotAGroundName}`, string>;
}
