import { z } from 'zod';
import { calendarDate, feeQuote, freeText, noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const cents = z.int().min(0).max(100_000);
const requestId = z.uuid();
const reason = freeText.optional();

export const copyingTasks = [
  'exporting',
  'converting',
  'burning',
  'printing',
  'scanning',
  'uploading',
  'posting',
] as const;
export const uncountedTasks = [
  'finding',
  'fetching',
  'verifying',
  'reviewing',
  'checking',
  'segregating',
  'documenting',
] as const;
export const chargeableLines = [
  'labour',
  'cd',
  'dvd',
  'usb',
  'print-sheets',
  'paper-pages',
  'postage',
  'summary',
  'flat',
] as const;
export const forbiddenLines = [
  'search',
  'retrieval',
  'verification',
  'review',
  'quality-check',
  'segregating',
  'record-keeping',
  'administration',
  'system-upkeep',
  'storage',
  'licence',
  'viewer',
  'portal-handling',
  'per-image',
  'mark-up',
  'bill-for-care',
  'earlier-copy',
  'other',
] as const;
export const waiverKinds = ['hardship', 'courtesy', 'our-mistake', 'late-answer'] as const;
export const refundCauses = ['fee-fell', 'above-rule', 'withdrawn', 'waived', 'joined', 'not-given'] as const;
const paidHow = z.enum(['card', 'check', 'cash']);
const task = z.enum([...copyingTasks, ...uncountedTasks]);

export const readFeeAccount = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/fee',
  audience: 'desk',
  action: 'request.read',
  summary: 'The fee of one request: every quote, what holds, what waits, minutes and money',
  input: z.object({ requestId }),
  output: z.object({
    inForceId: z.string().nullable(),
    pending: z.object({ quoteId: z.string(), state: z.enum(['not-told', 'waiting', 'declined']) }).nullable(),
    /** A copy goes out, or still may; else nothing is owed. */
    copyComes: z.boolean(),
    /** What may be charged; null while the person has not said yes. */
    upToCents: z.int().nullable(),
    actual: feeQuote.nullable(),
    labour: z.array(
      z.object({
        task,
        minutes: z.int(),
        loggedBy: z.string(),
        loggedAt: z.string(),
        notCountedBy: z.string().nullable(),
      }),
    ),
    copyMinutes: z.int(),
    circumstances: z.array(z.string()),
    money: z.object({ paidCents: z.int(), refundedCents: z.int(), voidedCents: z.int() }),
    quotes: z.array(
      z.object({
        id: z.string(),
        fee: feeQuote,
        cause: z.string(),
        reason: z.string().nullable(),
        quotedBy: z.string().nullable(),
        quotedAt: z.string(),
        toldAt: z.string().nullable(),
        letterId: z.string().nullable(),
        confirmed: z.boolean(),
        answers: z.array(z.object({ answer: z.enum(['yes', 'no']), channel: z.string(), on: calendarDate })),
      }),
    ),
  }),
  refusals: ['not-found'],
});

const quoted = z.object({ quoteId: z.string(), totalCents: z.int(), holds: z.boolean() });
const proposalRefusals = [
  'not-found',
  'rise-needs-notice-and-agreement',
  'fee-needs-supervisor',
  'storage-full',
  'letter-incomplete',
] as const;
const quoteRefusals = [
  'flat-over-cap',
  'method-not-in-force',
  'average-without-basis',
  'not-whole-cents-or-minutes',
  'sheets-missing',
  'summary-not-agreed',
  'unusual-not-said-before',
  'directive-is-electronic-only',
] as const;

export const quoteAgain = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-quotes',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Work the fee out anew; a rise is refused unless the person is told and agrees',
  input: z.object({ requestId, basis: z.enum(['schedule', 'actual']), reason, tell: z.boolean().default(false) }),
  output: quoted,
  refusals: [...proposalRefusals, ...quoteRefusals, 'reason-missing'],
});

export const addFeeLine = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-lines',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Add a line by hand; what is never charged is refused with its rule',
  input: z.object({
    requestId,
    label: z.enum([...chargeableLines, ...forbiddenLines]),
    cents,
    per: z.enum(['copy', 'page', 'image']).default('copy'),
    tell: z.boolean().default(false),
  }),
  output: quoted,
  refusals: [
    ...proposalRefusals,
    'wrong-step',
    'line-never-charged',
    'never-charged',
    'flat-is-all-in',
    'price-per-image',
    'price-per-page-not-on-paper',
    'not-whole-cents-or-minutes',
  ],
});

export const sendFeeNotice = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-notices',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Tell the person of a fee (letter L-FEE)',
  input: z.object({ requestId, quoteId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'fee-needs-supervisor', 'storage-full', 'letter-incomplete'],
});

export const recordFeeAnswer = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-answers',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'A yes or no to a fee that was told to staff',
  input: z.object({
    requestId,
    quoteId: z.uuid(),
    totalCents: z.int(),
    answer: z.enum(['yes', 'no']),
    channel: z.enum(['phone', 'paper', 'in-person']),
    on: calendarDate,
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'other-amount', 'accepted-before-notice'],
});

export const answerFee = endpoint({
  method: 'POST',
  path: '/api/portal/fee-answers',
  audience: 'requester',
  action: 'fee.answer',
  summary: 'Say yes or no to the fee that one was told',
  input: z.object({
    quoteId: z.uuid(),
    totalCents: z.int(),
    answer: z.enum(['yes', 'no']),
    cannotPay: z.boolean().default(false),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'other-amount', 'accepted-before-notice'],
});

export const confirmFee = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-confirmations',
  audience: 'desk',
  action: 'fee.confirm',
  summary: 'A supervisor lets an all-electronic copy over 15 dollars stand',
  input: z.object({ requestId, quoteId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const logLabour = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/labour',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Minutes that a request took; only copying is counted',
  input: z.object({ requestId, task, minutes: z.int().min(1).max(600) }),
  output: noContent,
  refusals: ['not-found'],
});

export const noteCircumstance = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-circumstances',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'What can make the copy free: a benefits claim, no money',
  input: z.object({ requestId, kind: z.enum(['benefit-claim-said', 'benefit-claim-shown', 'cannot-pay']) }),
  output: quoted,
  refusals: [...proposalRefusals, ...quoteRefusals],
});

export const waiveFee = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-waiver',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Let the fee go; hardship is the person’s word',
  input: z.object({ requestId, kind: z.enum(waiverKinds), reason }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'reason-missing', 'who-missing'],
});

export const holdForMoney = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/money-holds',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Ask whether the copy may wait for money; the attempt is on record',
  input: z.object({ requestId, for: z.enum(['unpaid-care', 'earlier-copy', 'this-copy']) }),
  output: noContent,
  refusals: [
    'not-found',
    'copies-not-withheld-for-unpaid-care',
    'copies-not-withheld-for-earlier-fee',
    'fee-not-asked-first',
    'free-view-not-open',
    'cannot-pay',
  ],
});

export const recordPayment = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-payments',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Money that came in for this copy, as the office’s books have it',
  input: z.object({ requestId, cents: z.int().min(1).max(100_000), how: paidHow }),
  output: noContent,
  refusals: ['not-found'],
});

export const refundFee = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/fee-refunds',
  audience: 'desk',
  action: 'fee.quote',
  summary: 'Give back what was paid above what is owed (letter L-REFUND)',
  input: z.object({ requestId, cause: z.enum(refundCauses), how: paidHow }),
  output: z.object({ refundCents: z.int(), voidedCents: z.int() }),
  refusals: ['not-found', 'nothing-to-refund', 'storage-full', 'letter-incomplete'],
});

export const feeSchedule = z.object({
  method: z.enum(['flat', 'actual', 'average']),
  flatCents: cents,
  labourCentsPerHour: cents,
  averageMinutes: z.int().min(0).max(600),
  averageBasis: z.object({ derivation: freeText, on: calendarDate }).optional(),
  cdCents: cents,
  dvdCents: cents,
  usbCents: cents,
  printSheetCents: cents,
  paperSheetCents: cents.optional(),
  paperPageCents: cents.optional(),
  postageCents: cents,
  chargeTheLower: z.boolean(),
  promiseCents: cents.optional(),
  thirdParty: z.object({ electronicCopyCents: cents, hardCopySheetCents: cents }).optional(),
});

export const readFeeSchedule = endpoint({
  method: 'GET',
  path: '/api/fee-schedule',
  audience: 'public',
  action: 'fee-schedule.read',
  summary: 'What copies cost here, and the rules behind it',
  input: nothing,
  output: z.object({
    schedule: feeSchedule,
    rules: z.object({
      methods: z.array(z.string()),
      methodsCite: z.string(),
      flatCapCents: z.int(),
      flatCapCite: z.string(),
      freeCite: z.string(),
      /** Where the law gives the first copy free, on whatever it comes. */
      firstCopyFreeCite: z.string().nullable(),
    }),
    since: z.string().nullable(),
  }),
  refusals: [],
});

export const changeFeeSchedule = endpoint({
  method: 'PUT',
  path: '/api/desk/fee-schedule',
  audience: 'desk',
  action: 'fee-schedule.edit',
  summary: 'Change the prices; a price that breaks a rule is refused with it',
  input: feeSchedule,
  output: noContent,
  refusals: ['flat-over-cap', 'method-not-in-force', 'average-without-basis', 'not-whole-cents-or-minutes'],
});
