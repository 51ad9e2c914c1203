import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type ClockEvent, clockStops, type FalseEnd, requestStops } from './clock-stops.ts';
import type { ClockEndKind, EndCondition } from './pack-rows.ts';
import { packFor } from './testing/packs.ts';

const [first, last] = [calendarDate('2027-03-08'), calendarDate('2027-03-09')];
const federal = packFor('us-federal');

describe('a request ends when all of this is true, and no sooner', () => {
  const ends: [ClockEndKind, EndCondition[]][] = [
    ['given-online', ['opens', 'notice-sent']],
    ['given-by-post', ['carrier-scan']],
    ['ready-for-pick-up', ['is-there', 'notice-sent']],
    ['inspected', ['held-or-time-chosen']],
    ['denied', ['letter-sent']],
    ['denied-in-part', ['part-given', 'letter-sent']],
    ['not-maintained', ['letter-sent']],
    ['none-found', ['every-source-searched', 'letter-sent']],
    ['withdrawn', ['asked-by-the-person', 'letter-sent']],
    ['identity-not-shown', ['letter-sent']],
  ];
  const rules = {
    'us-federal': [
      'us-end/given-online',
      'us-end/given-by-post',
      'us-end/ready-for-pick-up',
      'us-end/inspected',
      'us-end/denied',
      'us-end/denied-in-part',
      'us-end/not-maintained',
      'us-end/none-found',
      'us-end/withdrawn',
      'us-end/identity-not-shown',
    ],
    'eu-gdpr': [
      'eu-end/given-online',
      'eu-end/given-by-post',
      'eu-end/ready-for-pick-up',
      'eu-end/inspected',
      'eu-end/denied',
      'eu-end/denied-in-part',
      'eu-end/not-maintained',
      'eu-end/none-found',
      'eu-end/withdrawn',
      'eu-end/identity-not-shown',
    ],
  };
  const cases = Object.entries(rules).flatMap(([choice, ids]) =>
    ends.map(([kind, needs], at) => [choice, ids[at] as string, kind, needs] as const),
  );

  it.each(cases)('%s: %s', (choice, rule, kind, needs) => {
    const pack = packFor(choice);
    const days = Object.fromEntries(needs.map((need, at) => [need, at === 0 ? last : first]));
    expect(clockStops({ kind, days, owed: 0 }, pack)).toMatchObject({ stops: true, on: last, why: [{ rule }] });
    for (const need of needs) {
      const lacking = clockStops({ kind, days: { ...days, [need]: undefined }, owed: 0 }, pack);
      expect(lacking).toMatchObject({ stops: false, lacking: [need] });
    }
  });
});

describe('what only looks like an end', () => {
  const falseEnds: FalseEnd[] = [
    'marked-complete',
    'handed-to-vendor',
    'awaiting-payment',
    'awaiting-clinician',
    'awaiting-answer',
    'keepsake-given',
  ];
  it.each(falseEnds)('stops nothing: %s', (kind) => {
    expect(clockStops({ kind, days: { 'letter-sent': first, 'notice-sent': first }, owed: 0 }, federal)).toMatchObject({
      stops: false,
      lacking: ['not-an-end'],
    });
  });

  it('keeps the rest open when a part was given early (OD-17)', () => {
    const online = { kind: 'given-online', days: { opens: first, 'notice-sent': first } } as const;
    expect(clockStops({ ...online, owed: 1 }, federal)).toMatchObject({
      stops: false,
      lacking: ['nothing-left-owed'],
      why: [{ rule: 'us-end/given-online' }, { rule: 'OD-17' }],
    });
    expect(clockStops({ ...online, owed: 0 }, federal).why.map(({ rule }) => rule)).toEqual(['us-end/given-online']);
  });

  it('waits for the parcel to arrive where the facility chose so (OD-8)', () => {
    const strict = { ...federal, answers: { ...federal.answers, 'OD-8': 'arrival-scan' as const } };
    const posted = { kind: 'given-by-post', days: { 'carrier-scan': first }, owed: 0 } as const;
    expect(clockStops(posted, strict)).toMatchObject({ stops: false, lacking: ['arrival-scan'] });
    const arrived = { ...posted, days: { ...posted.days, 'arrival-scan': last } };
    expect(clockStops(arrived, strict)).toMatchObject({ stops: true, on: last });
  });

  it('stays open without proof of identity where the facility chose so (OD-21)', () => {
    const strict = { ...federal, answers: { ...federal.answers, 'OD-21': 'keep-open' as const } };
    const answered = { kind: 'identity-not-shown', days: { 'letter-sent': first }, owed: 0 } as const;
    expect(clockStops(answered, strict)).toMatchObject({ stops: false, lacking: ['kept-open-by-the-facility'] });
    expect(clockStops({ ...answered, kind: 'denied' }, strict)).toMatchObject({ stops: true, on: first });
  });

  it('changes nothing about an end without a carrier where the facility waits for parcels', () => {
    const strict = { ...federal, answers: { ...federal.answers, 'OD-8': 'arrival-scan' as const } };
    const online = { kind: 'given-online', days: { opens: first, 'notice-sent': last }, owed: 0 } as const;
    expect(clockStops(online, strict)).toMatchObject({ stops: true, on: last });
  });

  it('is no end by a rule of low confidence', () => {
    const doubtful = { ...federal, clockEnds: federal.clockEnds.map((end) => ({ ...end, conf: 'low' as const })) };
    const denied = { kind: 'denied', days: { 'letter-sent': first }, owed: 0 } as const;
    expect(clockStops(denied, doubtful)).toMatchObject({ stops: false, lacking: ['not-an-end'] });
  });

  it('is answered with every end that there is', () => {
    const { why } = clockStops({ kind: 'marked-complete', days: {}, owed: 0 }, federal);
    expect(why.map(({ rule, inputs }) => [rule, inputs])).toEqual(federal.clockEnds.map(({ id }) => [id, []]));
  });
});

describe('a request of several ends', () => {
  const online: ClockEvent = { kind: 'given-online', days: { opens: first, 'notice-sent': first }, owed: 0 };
  const posted: ClockEvent = { kind: 'given-by-post', days: { 'carrier-scan': last }, owed: 0 };

  it('stops on the last of them', () => {
    expect(requestStops([posted, online], federal)).toMatchObject({
      stops: true,
      on: last,
      why: [{ rule: 'us-end/given-by-post' }, { rule: 'us-end/given-online' }],
    });
  });

  it('runs while one of them lacks something, and says each lack once', () => {
    const waiting: ClockEvent = { ...posted, days: {} };
    expect(requestStops([online, waiting, waiting], federal)).toMatchObject({
      stops: false,
      lacking: ['carrier-scan'],
    });
  });

  it('runs where nothing has ended', () => {
    expect(requestStops([], federal)).toEqual({ stops: false, lacking: ['nothing-left-owed'], why: [] });
  });
});
