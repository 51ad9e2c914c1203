import { calendarDate } from '../calendar.ts';
import type { BarredPractice, ClockEnd, ClockEndKind, EndCondition, Practice } from '../pack-rows.ts';

const gdpr = calendarDate('2018-05-25');

const end = (kind: ClockEndKind, needs: readonly EndCondition[], cite: string): ClockEnd => ({
  id: `eu-end/${kind}`,
  end: kind,
  needs,
  cite,
  conf: 'high',
  effectiveFrom: gdpr,
  appliedBy: 'clockStops',
});

export const gdprClockEnds: readonly ClockEnd[] = [
  end('given-online', ['opens', 'notice-sent'], 'GDPR Art. 12(3), 15(3)'),
  end('given-by-post', ['carrier-scan'], 'GDPR Art. 12(3), 15(3)'),
  end('ready-for-pick-up', ['is-there', 'notice-sent'], 'GDPR Art. 12(3)'),
  end('inspected', ['held-or-time-chosen'], 'GDPR Art. 12(3)'),
  end('denied', ['letter-sent'], 'GDPR Art. 12(4)'),
  end('denied-in-part', ['part-given', 'letter-sent'], 'GDPR Art. 12(4), 15(4)'),
  end('not-maintained', ['letter-sent'], 'GDPR Art. 15(1)'),
  end('none-found', ['every-source-searched', 'letter-sent'], 'GDPR Art. 15(1)'),
  end('withdrawn', ['asked-by-the-person', 'letter-sent'], 'GDPR Art. 12(3)'),
  end('identity-not-shown', ['letter-sent'], 'GDPR Art. 11(2), 12(2)'),
];

const barred = (practice: Practice, cite: string, sentence: string): BarredPractice => ({
  id: `eu-practice/${practice}`,
  practice,
  cite,
  sentence,
  conf: 'high',
  effectiveFrom: gdpr,
  appliedBy: 'validateOverlay',
});

export const gdprBarredPractices: readonly BarredPractice[] = [
  barred('require-notary', 'GDPR Art. 12(2), 12(6)', 'Proof of identity asks no more than doubt requires.'),
  barred('require-visit', 'GDPR Art. 12(2)', 'Nobody has to come in.'),
  barred('require-own-form', 'GDPR Art. 12(2)', 'Any request counts, on whatever paper.'),
  barred('require-account', 'GDPR Art. 12(2)', 'Nobody needs an account.'),
  barred('require-reason', 'CJEU C-307/22', 'Nobody has to say why.'),
  barred('charge-for-search', 'GDPR Art. 12(5)', 'The first copy is free.'),
  barred('charge-for-verification', 'GDPR Art. 12(5)', 'Proving who one is is never charged.'),
  barred('charge-for-viewing', 'GDPR Art. 12(5)', 'Looking is free.'),
  barred('charge-per-image', 'GDPR Art. 12(5)', 'The first copy is free.'),
  barred(
    'report-instead-of-images',
    'GDPR Art. 15(3); CJEU C-307/22',
    'A full copy is owed where the record needs it.',
  ),
];
