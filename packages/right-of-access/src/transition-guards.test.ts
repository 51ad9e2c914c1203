import { describe, expect, it } from 'vitest';
import { allGood, at, take, today } from '../testing/steps-of-an-exam.ts';
import { calendarDate } from './calendar.ts';
import type { Stage } from './exam-item.ts';
import { citeOf } from './law-sources.ts';
import { decideTransition } from './lifecycle.ts';
import { usSources } from './testing/packs.ts';
import { type GuardName, guards, type TransitionFacts } from './transition-guards.ts';
import { type TransitionActor, type Trigger, transitions } from './transitions.ts';

describe('the guards', () => {
  it.each<[string, Stage, Trigger, TransitionActor, TransitionFacts, GuardName]>([
    [
      'a receipt in the future',
      'draft',
      'receive',
      'staff',
      { receivedOn: calendarDate('2026-11-24'), backdatingShown: true },
      'received-not-in-the-future',
    ],
    [
      'an earlier receipt without scan or reason',
      'draft',
      'receive',
      'staff',
      { receivedOn: calendarDate('2026-11-20') },
      'earlier-receipt-shown',
    ],
    ['a match on one identifier', 'searching', 'match', 'staff', { identifiersAgreeing: 1 }, 'two-identifiers-agree'],
    ['a match of another patient', 'searching', 'match', 'staff', { onePatient: false }, 'one-patient'],
    [
      'none found after one place',
      'searching',
      'find-none',
      'staff',
      { everySourceSearched: false },
      'every-source-searched',
    ],
    [
      'none found before the former name was tried',
      'searching',
      'find-none',
      'staff',
      { everyNameTried: false },
      'every-name-tried',
    ],
    [
      'a redirect before imported copies were looked at',
      'searching',
      'redirect',
      'staff',
      { importedCopiesChecked: false },
      'imported-copies-checked',
    ],
    ['granting before identity is proved', 'matched', 'grant', 'staff', { identityProved: false }, 'identity-proved'],
    ['granting without authority', 'matched', 'grant', 'staff', { authorityShown: false }, 'authority-shown'],
    ['granting under an unlawful fee', 'matched', 'grant', 'staff', { feeLawful: false }, 'fee-lawful'],
    ['granting under a hold for harm', 'matched', 'grant', 'staff', { barringHolds: 1 }, 'no-barring-hold'],
    ['releasing a mix of patients', 'checking', 'release', 'staff', { onePatient: false }, 'one-patient'],
    [
      'releasing with a clip missing and not named',
      'checking',
      'release',
      'staff',
      { missing: 1 },
      'complete-or-missing-named',
    ],
    [
      'releasing on standing that has ended',
      'checking',
      'release',
      'staff',
      { authorityShown: false },
      'authority-shown',
    ],
    [
      'closing while a delivery is owed',
      'delivered',
      'close',
      'staff',
      { everyDeliveryDone: false },
      'every-delivery-done',
    ],
    [
      'a withdrawal by somebody unknown',
      'searching',
      'withdraw',
      'requester',
      { withdrawerIdentified: false },
      'withdrawer-identified',
    ],
    [
      'granting an exam that this parent may not have',
      'matched',
      'grant',
      'system',
      { examAllowed: false },
      'exam-allowed',
    ],
    [
      'releasing an exam that this parent may not have',
      'checking',
      'release',
      'system',
      { examAllowed: false },
      'exam-allowed',
    ],
    [
      'releasing on a revoked authorization',
      'checking',
      'release',
      'staff',
      { instrument: 'revoked' },
      'instrument-valid',
    ],
    [
      'releasing on an expired authorization',
      'checking',
      'release',
      'staff',
      { instrument: 'expired' },
      'instrument-valid',
    ],
    [
      'releasing on a defective directive',
      'checking',
      'release',
      'staff',
      { instrument: 'defective' },
      'instrument-valid',
    ],
    ['releasing under a hold', 'checking', 'release', 'staff', { openHolds: 1 }, 'no-hold-open'],
    [
      'releasing a near miss that one person saw',
      'checking',
      'release',
      'staff',
      { nearMisses: [{ reason: 'twins', chosenBy: 'M. Ortiz', secondedBy: 'M. Ortiz' }] },
      'near-miss-seconded',
    ],
    ['an unlawful extension', 'searching', 'extend', 'staff', { extensionLawful: false }, 'extension-lawful'],
    ['a denial without ground', 'searching', 'deny', 'staff', { denialGrounded: false }, 'denial-grounded'],
    ['a denial in part without ground', 'checking', 'deny-part', 'staff', { denialGrounded: false }, 'denial-grounded'],
    ['silence as a withdrawal', 'searching', 'withdraw', 'staff', { withdrawalSaid: false }, 'withdrawal-said'],
    ['a joining of different exams', 'received', 'join', 'staff', { askedBefore: false }, 'asked-before'],
    ['a joining that loses a recipient', 'received', 'join', 'staff', { deliveriesKept: false }, 'deliveries-kept'],
    ['a recall by staff', 'released', 'recall', 'staff', { byPrivacyOfficer: false }, 'recall-by-privacy-officer'],
    ['a recall without a reason', 'released', 'recall', 'staff', { reason: ' ' }, 'reason-given'],
    ['lateness on the last day', 'searching', 'become-overdue', 'system', { dueOn: today }, 'past-due'],
    [
      'a receipt moved without its first day known',
      'searching',
      'correct-receipt',
      'staff',
      {},
      'receipt-moved-earlier',
    ],
  ])('refuse %s', (_, stage, trigger, by, change, guard) => {
    expect(decideTransition(at(stage), trigger, by, { ...allGood, ...change }, usSources)).toEqual({
      ok: false,
      refusal: { code: 'guarded', trigger, unmet: [{ guard, cite: citeOf(usSources, ...guards[guard].cited) }] },
    });
  });

  it('let staff record what the law needs: an earlier day of receipt with its scan, a near miss with its reason', () => {
    const scanned = { ...allGood, receivedOn: calendarDate('2026-11-20'), backdatingShown: true };
    expect(take(at('draft'), 'receive', 'staff', scanned).letter).toBe('L-ACK');
    expect(
      take(at('searching'), 'match', 'staff', {
        ...allGood,
        identifiersAgreeing: 1,
        nearMissReason: 'Twin names checked.',
      }).item.stage,
    ).toBe('matched');
  });

  it('are all used by the table', () => {
    const used = new Set(transitions.flatMap((row) => row.guards));
    expect(Object.keys(guards).filter((name) => !used.has(name as GuardName))).toEqual([]);
  });
});
