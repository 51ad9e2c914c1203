import { calendarDate } from '../calendar.ts';
import type { BarredPractice, Practice } from '../pack-rows.ts';
import { accessGuidance, fullScope, privacyRule } from './us-federal-days.ts';

const barred = (practice: Practice, cite: string, sentence: string, from = privacyRule): BarredPractice => ({
  id: `us-practice/${practice}`,
  practice,
  cite,
  sentence,
  conf: 'high',
  effectiveFrom: from,
  appliedBy: 'validateOverlay',
});

/** HHS names several as unreasonable; the others would break a clause by themselves. */
export const federalBarredPractices: readonly BarredPractice[] = [
  barred(
    'block-parents-by-age',
    '45 CFR 164.502(g)(3); OCR letter of 2025-12-03',
    'A parent is judged exam by exam, never by an age.',
  ),
  barred(
    'require-notary',
    '45 CFR 164.514(h); HHS guidance on access',
    'Nobody needs a notary to prove who they are.',
    accessGuidance,
  ),
  barred(
    'require-visit',
    '45 CFR 164.514(h); HHS guidance on access',
    'Nobody has to come in to ask or to collect.',
    accessGuidance,
  ),
  barred(
    'require-wet-ink',
    '45 CFR 164.514(h); house rule',
    'A signature on a screen counts like one on paper.',
    accessGuidance,
  ),
  barred(
    'require-own-form',
    '45 CFR 164.524(b)(1); HHS guidance on access',
    'Any writing with the needed facts is worked.',
    accessGuidance,
  ),
  barred(
    'require-account',
    'HHS guidance on access: a portal is not the only door',
    'Nobody needs an account.',
    accessGuidance,
  ),
  barred('require-reason', 'HHS guidance on access: no reason is asked for', 'Nobody has to say why.', accessGuidance),
  barred(
    'single-way-to-ask',
    'HHS guidance on access: neither post nor portal alone',
    'There is more than one way to ask.',
    accessGuidance,
  ),
  barred(
    'single-way-to-prove-identity',
    '45 CFR 164.514(h); house rule',
    'There are two ways to prove who one is, one without a passport or a smartphone.',
  ),
  barred(
    'encrypted-only',
    'HHS FAQ 2061: unencrypted e-mail is a right after a warning',
    'Somebody who was warned and still wants plain e-mail gets it.',
    accessGuidance,
  ),
  barred(
    'hard-copy-only',
    '45 CFR 164.524(c)(2)(ii)',
    'What is held electronically is given electronically.',
    calendarDate('2013-09-23'),
  ),
  barred(
    'hold-for-unpaid-care',
    'HHS FAQ: a bill for care never holds a copy',
    'Copies may not be withheld for unpaid care.',
    accessGuidance,
  ),
  barred('wait-for-clinician', '45 CFR 171.103', 'No result waits for somebody to look first.', fullScope),
  barred('pause-while-waiting', '45 CFR 164.524(b)(2); 78 FR 5566, 5637', 'Nothing pauses the clock.'),
  barred('reset-clock-on-reminder', '45 CFR 164.524(b)(2)', 'A reminder never starts the days again.'),
  barred(
    'charge-for-search',
    '45 CFR 164.524(c)(4); HHS guidance',
    'Searching and fetching are never charged.',
    accessGuidance,
  ),
  barred(
    'charge-for-verification',
    '45 CFR 164.524(c)(4); HHS guidance',
    'Proving who one is is never charged.',
    accessGuidance,
  ),
  barred('charge-for-viewing', '45 CFR 171.302(b); HHS guidance', 'Looking and downloading are free.', accessGuidance),
  barred('charge-per-image', '45 CFR 164.524(c)(4)', 'Pictures held electronically have no price each.'),
  barred('report-instead-of-images', '45 CFR 164.524(c)(1)', 'Part of the record is not the record.'),
];
