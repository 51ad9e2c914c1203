import { type ExamFlag, type ExamOutcome, type Stage, stages } from './exam-item.ts';
import type { LetterCode } from './letter-code.ts';
import type { GuardName } from './transition-guards.ts';

/** Who takes a step. `system` is the program itself, acting under a facility's standing policy. */
export type TransitionActor = 'requester' | 'staff' | 'system';

export type Trigger =
  | 'receive'
  | 'correct-receipt'
  | 'wait'
  | 'end-wait'
  | 'search'
  | 'match'
  | 'withdraw-match'
  | 'find-none'
  | 'answer-none-to-give'
  | 'redirect'
  | 'grant'
  | 'extend'
  | 'deny'
  | 'deny-part'
  | 'ask-review'
  | 'uphold'
  | 'overturn'
  | 'retrieve'
  | 'check'
  | 'release'
  | 'release-part'
  | 'deliver'
  | 'close'
  | 'withdraw'
  | 'join'
  | 'close-unidentified'
  | 'set-apart'
  | 'answer-no-right'
  | 'recall'
  | 'become-overdue'
  | 'reopen';

export type Transition = {
  readonly trigger: Trigger;
  readonly from: readonly Stage[];
  /** `same` where the step changes what stands beside the stage. */
  readonly to: Stage | 'same';
  readonly by: readonly TransitionActor[];
  readonly guards: readonly GuardName[];
  readonly clock: 'starts' | 'runs' | 'stops';
  readonly outcome?: ExamOutcome;
  readonly raises?: ExamFlag;
  readonly lowers?: readonly ExamFlag[];
  readonly letter?: LetterCode;
  readonly audit: string;
};

const open = stages.filter((stage) => stage !== 'draft' && stage !== 'closed');
const beforeRelease = open.filter((stage) => stage !== 'released' && stage !== 'delivered');
const staff = ['staff'] as const;
const staffOrSystem = ['staff', 'system'] as const;
const anybody = ['requester', 'staff', 'system'] as const;
/** Asked when a copy is granted and again at the instant of release: standing that has ended gives nothing. */
const standing = ['identity-proved', 'authority-shown', 'exam-allowed'] as const;

function row(
  trigger: Trigger,
  from: readonly Stage[],
  to: Transition['to'],
  by: Transition['by'],
  guards: readonly GuardName[],
  clock: Transition['clock'],
  audit: string,
  more: Pick<Transition, 'outcome' | 'raises' | 'lowers' | 'letter'> = {},
): Transition {
  return { trigger, from, to, by, guards, clock, audit, ...more };
}

/**
 * The life of an exam item as a table. What is not here is not allowed: nothing deletes, pauses, moves the day of receipt
 * later, extends twice, releases on standing that ended, or closes as given while a delivery is owed.
 */
export const transitions: readonly Transition[] = [
  row(
    'receive',
    ['draft'],
    'received',
    ['requester', 'staff'],
    ['received-not-in-the-future', 'earlier-receipt-shown'],
    'starts',
    'request.received',
    { letter: 'L-ACK' },
  ),
  row('correct-receipt', open, 'same', staff, ['receipt-moved-earlier', 'reason-given'], 'runs', 'receipt.corrected'),
  row('wait', beforeRelease, 'same', staffOrSystem, ['lack-named'], 'runs', 'wait.began'),
  row('end-wait', open, 'same', anybody, ['wait-open'], 'runs', 'wait.ended'),
  row('search', ['received'], 'searching', staffOrSystem, [], 'runs', 'exam.searched'),
  row(
    'match',
    ['searching'],
    'matched',
    staffOrSystem,
    ['two-identifiers-agree', 'one-patient'],
    'runs',
    'exam.matched',
  ),
  row(
    'withdraw-match',
    ['matched', 'granted', 'retrieving', 'checking'],
    'searching',
    staff,
    [],
    'runs',
    'match.withdrawn',
  ),
  row(
    'find-none',
    ['searching'],
    'closed',
    staff,
    ['every-source-searched', 'every-name-tried'],
    'stops',
    'exam.none-found',
    { outcome: 'none-found', letter: 'L-NONE' },
  ),
  // The same end for both, so that the answer tells neither (45 CFR 164.502(g)(3)(ii); OD-13).
  row(
    'answer-none-to-give',
    ['searching'],
    'closed',
    staff,
    ['every-source-searched', 'every-name-tried', 'asked-for-a-minor'],
    'stops',
    'exam.none-to-give',
    { outcome: 'none-to-give', letter: 'L-NONE' },
  ),
  row('redirect', ['searching'], 'closed', staff, ['imported-copies-checked'], 'stops', 'exam.not-maintained', {
    outcome: 'not-maintained',
    letter: 'L-NOT',
  }),
  row(
    'grant',
    ['matched'],
    'granted',
    staffOrSystem,
    [...standing, 'no-open-wait', 'fee-lawful', 'no-barring-hold'],
    'runs',
    'exam.granted',
  ),
  row('extend', open, 'same', staff, ['not-extended-before', 'extension-lawful'], 'runs', 'request.extended', {
    raises: 'extended',
    letter: 'L-EXT',
  }),
  row('deny', beforeRelease, 'closed', staff, ['denial-grounded'], 'stops', 'exam.denied', {
    outcome: 'denied',
    letter: 'L-DEN',
  }),
  // The clock of the rest runs on: it stops when that is given.
  row('deny-part', beforeRelease, 'same', staff, ['denial-grounded'], 'runs', 'exam.denied-in-part', {
    raises: 'part-denied',
    letter: 'L-PART',
  }),
  row(
    'ask-review',
    [...open, 'closed'],
    'same',
    ['requester', 'staff'],
    ['was-denied', 'ground-reviewable'],
    'runs',
    'review.asked',
    {
      raises: 'under-review',
    },
  ),
  row('uphold', [...open, 'closed'], 'same', staff, ['review-open', 'reviewer-fit'], 'runs', 'review.upheld', {
    lowers: ['under-review'],
    letter: 'L-REV',
  }),
  row('overturn', open, 'same', staff, ['review-open', 'reviewer-fit'], 'runs', 'review.overturned', {
    lowers: ['under-review', 'part-denied'],
    letter: 'L-REV',
  }),
  row(
    'overturn',
    ['closed'],
    'granted',
    staff,
    ['review-open', 'reviewer-fit', 'match-standing', ...standing],
    'runs',
    'review.overturned',
    { raises: 'reopened', lowers: ['under-review', 'part-denied'], letter: 'L-REV' },
  ),
  // From checking too: a source is asked again for what was missing.
  row('retrieve', ['granted', 'checking'], 'retrieving', staffOrSystem, [], 'runs', 'retrieval.began'),
  row('check', ['retrieving'], 'checking', ['system'], ['complete-or-missing-named'], 'runs', 'retrieval.finished'),
  row(
    'release',
    ['checking'],
    'released',
    staffOrSystem,
    ['one-patient', 'near-miss-seconded', ...standing, 'instrument-valid', 'no-hold-open', 'complete-or-missing-named'],
    'runs',
    'release.approved',
  ),
  // OD-17: the report before its pictures, or the pictures before their report. The exam stays where it is, for the rest.
  row(
    'release-part',
    beforeRelease,
    'same',
    staff,
    [
      'one-patient',
      'near-miss-seconded',
      ...standing,
      'no-open-wait',
      'instrument-valid',
      'no-hold-open',
      'complete-or-missing-named',
    ],
    'runs',
    'release.part-approved',
    { letter: 'L-DONE' },
  ),
  row('deliver', ['released'], 'delivered', staffOrSystem, ['every-delivery-done'], 'stops', 'delivery.done', {
    letter: 'L-DONE',
  }),
  row(
    'close',
    ['delivered'],
    'closed',
    staffOrSystem,
    ['complete-or-missing-named', 'every-delivery-done', 'part-denial-told'],
    'stops',
    'exam.closed',
    { outcome: 'given' },
  ),
  // Staff write down what somebody said on the telephone; they never say it for them.
  row(
    'withdraw',
    open,
    'closed',
    ['requester', 'staff'],
    ['withdrawer-identified', 'withdrawal-said'],
    'stops',
    'exam.withdrawn',
    { outcome: 'withdrawn', letter: 'L-WITH' },
  ),
  row('join', ['received'], 'closed', staffOrSystem, ['asked-before', 'deliveries-kept'], 'stops', 'request.joined', {
    outcome: 'duplicate',
    letter: 'L-DUP',
  }),
  row(
    'close-unidentified',
    beforeRelease,
    'closed',
    staff,
    ['identity-wait-open', 'identity-never-shown'],
    'stops',
    'exam.identity-not-shown',
    { outcome: 'identity-not-shown', letter: 'L-VER' },
  ),
  row('answer-no-right', beforeRelease, 'closed', staff, ['no-right-of-access'], 'stops', 'exam.no-right', {
    outcome: 'not-theirs',
    letter: 'L-NPR',
  }),
  // Nobody asked for it by itself, so nobody is answered: a letter would tell that it exists.
  row('set-apart', beforeRelease, 'closed', staff, ['found-not-asked', 'not-theirs'], 'stops', 'exam.set-apart', {
    outcome: 'not-theirs',
  }),
  // The person whose pictures were asked for has the due date that they always had.
  row(
    'recall',
    ['released', 'delivered', 'closed'],
    'searching',
    staff,
    ['was-released', 'recall-by-privacy-officer', 'reason-given'],
    'runs',
    'release.recalled',
    { raises: 'recalled', letter: 'L-BRCH' },
  ),
  row('become-overdue', open, 'same', ['system'], ['past-due', 'not-yet-overdue'], 'runs', 'request.overdue', {
    raises: 'overdue',
    letter: 'L-LATE',
  }),
  row('reopen', ['closed'], 'searching', staffOrSystem, ['may-reopen', 'reopening-reason'], 'runs', 'exam.reopened', {
    raises: 'reopened',
  }),
];
