import { expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideRefusalToTreat, type RefusalToTreat } from './endangerment.ts';
import { usSources } from './testing/packs.ts';

const whole: RefusalToTreat = {
  decidedBy: { name: 'Dr. Osei', licensed: true },
  decidedOn: calendarDate('2027-06-08'),
  belief: 'violence-abuse-or-neglect',
  notInBestInterest: true,
  reason: 'injuries seen on 2027-06-07',
};

it('refuses to treat somebody as a representative when a named licensed professional says why and when', () => {
  expect(decideRefusalToTreat(whole, usSources)).toMatchObject({
    ok: true,
    value: { why: { cite: '45 CFR 164.502(g)(5)' } },
  });
});

it('names everything that such a decision lacks', () => {
  const nothing: RefusalToTreat = { decidedBy: { name: '', licensed: false }, notInBestInterest: false, reason: ' ' };
  expect(decideRefusalToTreat(nothing, usSources)).toMatchObject({
    refusal: {
      lacks: [
        { name: 'a named licensed professional' },
        { name: 'the date' },
        { name: 'the belief: violence, abuse, neglect or endangerment' },
        { name: 'the judgement that it is not in the individual’s best interest' },
        { name: 'the reason' },
      ],
    },
  });
  for (const decidedBy of [
    { name: 'Dr. Osei', licensed: false },
    { name: ' ', licensed: true },
  ]) {
    expect(decideRefusalToTreat({ ...whole, decidedBy }, usSources)).toMatchObject({
      refusal: { lacks: [{ name: 'a named licensed professional' }] },
    });
  }
});
