import { expect, test } from 'vitest';
import { holidays, packOn } from '../testing/facility-f.ts';
import { readInFull } from '../testing/read-in-full.ts';
import { breachDates, type ShorterStateNotice } from './breach.ts';
import { calendarDate as day } from './calendar.ts';
import { type DenialWish, decideDenial } from './denial.ts';
import { embargoReaches } from './embargo.ts';
import { decidePlainMail, type PlainMailWish } from './plain-mail.ts';
import { decideRecall, type RecallWish } from './recall.ts';
import { decideReview, reviewOutcome } from './review.ts';
import { usSources } from './testing/packs.ts';
import { decideWithdrawal, type WithdrawalWish } from './withdrawal.ts';

/**
 * Decisions about what is refused, reviewed, recalled, taken back, warned of or held: rule, clause, facts
 * and letter, to be read beside the reference.
 * After a wished change: `npx vitest run --project unit -u packages/right-of-access/src/refusing-in-full`.
 */
const pack = packOn('2027-05-03');
const today = day('2027-05-10');

const denialWish: DenialWish = {
  ground: 'R1',
  decidedBy: { name: 'Dr. Osei', role: 'licensed-professional' },
  decidedOn: today,
  basis: 'in plain words',
  shown: { 'whose life or physical safety, and how': 'his own' },
  asker: 'individual',
  asks: 'copy',
  withheld: ['report'],
  given: [],
  complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
};
const denied = decideDenial(denialWish, pack);
if (!denied.ok) throw new Error('not denied');
const reviewWish = {
  denial: denied.value,
  tookPart: ['Dr. Lind'],
  askedOn: today,
  reviewer: { name: 'Dr. Wu', licensed: true },
};
const review = decideReview(reviewWish, pack);
if (!review.ok) throw new Error('not reviewed');

const recall: RecallWish = {
  what: 'wrong-recipient',
  decidedBy: { name: 'Moss', role: 'privacy-officer' },
  reason: 'another patient’s address',
  releasedOn: day('2027-05-06'),
  discoveredOn: day('2027-05-08'),
  due: day('2027-06-02'),
};
const withdrawal: WithdrawalWish = {
  by: 'individual',
  said: 'withdraw',
  channel: 'phone',
  identityBy: 'call-back',
  on: today,
  alreadyDelivered: [],
  fee: { state: 'none', cents: 0 },
};
const mail: PlainMailWish = {
  packageBytes: 1_000_000,
  mailLimitBytes: 1_368_422,
  warning: { accepted: true, acceptedOn: today, channel: 'portal', textVersion: 'w1' },
  addressReadBack: true,
};
const unwarned = { accepted: false, acceptedOn: today, channel: 'portal', textVersion: 'w1' };
const one = { people: 1 };
const shorter = { businessDays: 15, cite: 'Cal. Health & Safety Code 1280.15' };
const breach = (on: string, affected: typeof one, state?: ShorterStateNotice) =>
  breachDates(day(on), affected, usSources, state);

/** Asked inside the test, so that a fault in any of them fails it. */
const decide = (): Readonly<Record<string, unknown>> => ({
  'a denial in whole': decideDenial(denialWish, pack),
  'a denial in part': decideDenial({ ...denialWish, given: ['pictures'] }, pack),
  'a denial with nothing behind it': decideDenial(
    {
      ...denialWish,
      ground: 'R3',
      shown: {},
      basis: ' ',
      withheld: [],
      complaints: { titleOrName: ' ', phone: ' ' },
      decidedBy: { name: 'kim', role: 'staff' },
    },
    pack,
  ),
  'a denial of looking for the harm of a copy': decideDenial({ ...denialWish, ground: 'U2', asks: 'inspect' }, pack),
  'a review': decideReview(reviewWish, pack),
  'a review by one of those who denied, without a licence': decideReview(
    { ...reviewWish, reviewer: { name: 'Dr. Lind', licensed: false } },
    pack,
  ),
  'a review of what nobody reviews': decideReview(
    { ...reviewWish, denial: { ...denied.value, ground: { ...denied.value.ground, code: 'U1', reviewable: false } } },
    pack,
  ),
  'a denial upheld': reviewOutcome(review.value, 'upheld', day('2027-05-20'), pack, holidays),
  'a denial overturned': reviewOutcome(review.value, 'overturned', day('2027-05-20'), pack, holidays),

  'a recall': decideRecall(recall, usSources),
  'a recall by staff, without a reason': decideRecall(
    {
      ...recall,
      decidedBy: { name: 'kim', role: 'staff' },
      reason: '',
    },
    usSources,
  ),
  'a recall by a privacy officer without a name': decideRecall(
    {
      ...recall,
      decidedBy: { name: ' ', role: 'privacy-officer' },
    },
    usSources,
  ),
  'a breach of one person': breach('2027-05-10', one),
  'a breach of 499 people': breach('2026-05-10', { people: 499 }),
  'a breach of 500 people': breach('2026-05-10', { people: 500 }),
  'a breach in California': breach('2027-05-10', one, shorter),
  'a breach in a state with a longer term': breach('2027-05-10', one, { ...shorter, businessDays: 60 }),

  'a withdrawal': decideWithdrawal(withdrawal, pack),
  'a withdrawal of what was paid': decideWithdrawal({ ...withdrawal, fee: { state: 'paid', cents: 650 } }, pack),
  'a withdrawal of what was free': decideWithdrawal({ ...withdrawal, fee: { state: 'paid', cents: 0 } }, pack),
  'a withdrawal of what was quoted': decideWithdrawal({ ...withdrawal, fee: { state: 'quoted', cents: 650 } }, pack),
  'a withdrawal after a part was given': decideWithdrawal({ ...withdrawal, alreadyDelivered: ['report'] }, pack),
  'a withdrawal by silence': decideWithdrawal({ ...withdrawal, said: 'nothing' }, pack),
  'a withdrawal by staff': decideWithdrawal({ ...withdrawal, by: 'staff' }, pack),
  'a withdrawal by somebody unknown': decideWithdrawal({ ...withdrawal, identityBy: ' ' }, pack),

  'plain mail that was asked for': decidePlainMail(mail, usSources),
  'plain mail over the limit by a byte': decidePlainMail({ ...mail, mailLimitBytes: 1_368_421 }, usSources),
  'plain mail without warning or address': decidePlainMail(
    { ...mail, warning: unwarned, addressReadBack: false },
    usSources,
  ),
  'plain mail warned in no known words': decidePlainMail(
    {
      ...mail,
      warning: { accepted: true, acceptedOn: today, channel: 'portal', textVersion: ' ' },
    },
    usSources,
  ),
  'plain mail warned by no known way': decidePlainMail(
    {
      ...mail,
      warning: { accepted: true, acceptedOn: today, channel: ' ', textVersion: 'w1' },
    },
    usSources,
  ),
  'a hold on results and the report online': embargoReaches(pack, { what: 'report', manner: 'electronic' }),
});

test('each decision reads as it did when somebody last held it beside the law', async () => {
  await expect(readInFull(decide())).toMatchFileSnapshot('./refusing-in-full.txt');
});
