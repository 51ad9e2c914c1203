import { expect, test } from 'vitest';
import type { FeeChoice } from './fee-choice.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import { type FeePart, quoteTogether } from './fee-together.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const cd: FeeChoice = { kind: 'cd', by: 'post' };
const own: FeePart = { choices: [{ kind: 'online' }, cd], facts: {} };
const link: FeePart = { choices: [{ kind: 'secure-link' }], facts: { route: 'directive' } };
const otherDisc: FeePart = { choices: [cd], facts: { route: 'directive' } };
const prints: FeePart = {
  choices: [{ kind: 'prints', by: 'post', sheets: 4, copyMinutes: 5 }],
  facts: { route: 'authorization' },
};

function together(parts: readonly FeePart[], schedule: FeeSchedule = demoFeeSchedule) {
  const quote = quoteTogether(parts, schedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

test('a link to somebody else adds nothing to one’s own disc', () => {
  expect(together([own, link])).toMatchObject({ totalCents: 650, method: 'flat', route: 'individual' });
});

test('a disc to a third party is priced by its own rule and added, each line with its clause', () => {
  const quote = together([own, otherDisc], {
    ...demoFeeSchedule,
    thirdParty: { electronicCopyCents: 500, hardCopySheetCents: 100 },
  });
  expect(quote).toMatchObject({ totalCents: 1150, method: 'actual' });
  expect(quote.lines.map(({ label }) => label)).toContain('flat');
  expect(quote.why.map(({ kind }) => kind)).toContain('third-party');
  expect(quote.compared).toContainEqual({ method: 'flat', totalCents: 1150 });
});

test('prints to a third party go by the authorization, and never above what they cost', () => {
  expect(together([prints])).toMatchObject({ totalCents: 200 + 500 + 520, route: 'authorization' });
});

test('nothing but free ways is free, and a refusal of one part refuses the whole', () => {
  expect(together([{ choices: [{ kind: 'online' }], facts: {} }, link])).toMatchObject({
    totalCents: 0,
    method: 'free',
    lines: [],
  });
  expect(quoteTogether([own, { ...prints, facts: { route: 'directive' } }], demoFeeSchedule, pack)).toMatchObject({
    refusal: { code: 'directive-is-electronic-only' },
  });
});
