import { describe, expect, it } from 'vitest';
import { calendarDate as day } from './calendar.ts';
import { clockStops } from './clock-stops.ts';
import { firstOwed, heldOrTimeChosen, type InspectionEvent } from './inspection.ts';
import { holidays, packFor } from './testing/packs.ts';

const due = day('2027-03-10');
const offered = (on: string, ...times: string[]): InspectionEvent => ({
  kind: 'offered',
  on: day(on),
  times: times.map(day),
});
const chosen = (on: string, time: string): InspectionEvent => ({ kind: 'chosen', on: day(on), time: day(time) });
const asked = (on: string): InspectionEvent => ({ kind: 'asked-another', on: day(on) });
const missed = (on: string): InspectionEvent => ({ kind: 'missed', on: day(on) });
const held = (on: string): InspectionEvent => ({ kind: 'held', on: day(on) });
const inTime = offered('2027-02-10', '2027-02-18', '2027-02-24');

describe('access by looking in person', () => {
  it.each<[string, InspectionEvent[], string | undefined]>([
    ['nothing happened', [], undefined],
    ['times were offered and nobody answered', [inTime], undefined],
    ['a time within the period was chosen and has not come', [inTime, chosen('2027-02-11', '2027-02-18')], undefined],
    ['the visit was held', [inTime, chosen('2027-02-11', '2027-02-18'), held('2027-02-18')], '2027-02-18'],
    ['somebody came without an appointment', [held('2027-02-12')], '2027-02-12'],
    ['the visit was held after the due date', [inTime, held('2027-03-12')], '2027-03-12'],
    [
      'the person put it off past the due date, which a time on offer would have met',
      [inTime, asked('2027-02-12'), offered('2027-02-12', '2027-03-20'), chosen('2027-02-13', '2027-03-20')],
      '2027-02-13',
    ],
    [
      'what was put off stays answered on the day of the choice when the visit is held',
      [
        inTime,
        asked('2027-02-12'),
        offered('2027-02-12', '2027-03-20'),
        chosen('2027-02-13', '2027-03-20'),
        held('2027-03-20'),
      ],
      '2027-02-13',
    ],
    [
      'only times after the due date were on offer',
      [offered('2027-02-10', '2027-03-15'), chosen('2027-02-11', '2027-03-15')],
      undefined,
    ],
    [
      'a time that was over when it was offered',
      [offered('2027-02-10', '2027-02-09', '2027-03-15'), chosen('2027-02-11', '2027-03-15')],
      undefined,
    ],
    [
      'the facility took back what was chosen, and only later times are left',
      [
        inTime,
        chosen('2027-02-11', '2027-02-18'),
        offered('2027-02-15', '2027-03-20'),
        chosen('2027-02-16', '2027-03-20'),
      ],
      undefined,
    ],
    [
      'the facility took back the day that the person had put it off to',
      [
        inTime,
        asked('2027-02-12'),
        offered('2027-02-12', '2027-03-20'),
        chosen('2027-02-13', '2027-03-20'),
        offered('2027-03-19', '2027-04-02'),
      ],
      undefined,
    ],
    ['nobody came', [inTime, chosen('2027-02-11', '2027-02-18'), missed('2027-02-18')], undefined],
    [
      'after not coming the person chose a day past the due date',
      [
        inTime,
        chosen('2027-02-11', '2027-02-18'),
        missed('2027-02-18'),
        offered('2027-02-19', '2027-03-20'),
        chosen('2027-02-20', '2027-03-20'),
      ],
      '2027-02-20',
    ],
    [
      'a time on the due date itself',
      [offered('2027-03-01', '2027-03-10', '2027-03-20'), chosen('2027-03-02', '2027-03-20')],
      '2027-03-02',
    ],
  ])('%s', (_, events, on) => {
    expect(heldOrTimeChosen(events, due)).toBe(on);
  });

  it.each([
    ['us-federal', 'us-end/inspected'],
    ['eu-gdpr', 'eu-end/inspected'],
  ])('ends the clock under %s by its own rule', (choice, rule) => {
    const on = heldOrTimeChosen([inTime, held('2027-02-18')], due);
    const days = on ? { 'held-or-time-chosen': on } : {};
    expect(clockStops({ kind: 'inspected', days, owed: 0 }, packFor(choice))).toMatchObject({
      stops: true,
      on: '2027-02-18',
      why: [{ rule }],
    });
  });
});

describe('looking and a copy, both asked for', () => {
  const received = day('2027-05-28');
  const first = (choice: string, ...owed: ('copy' | 'inspect')[]) =>
    firstOwed(owed, received, undefined, packFor(choice, received), { holidays });
  it('is due with looking first in California, and with the copy first in Louisiana', () => {
    expect(first('us-federal+CA', 'copy', 'inspect')).toBe('inspect');
    expect(first('us-federal+LA', 'copy', 'inspect')).toBe('copy');
  });
  it('is due with what is still owed, and with the copy where the days are the same', () => {
    expect(first('us-federal+CA', 'copy')).toBe('copy');
    expect(first('us-federal+LA', 'inspect')).toBe('inspect');
    expect(first('us-federal', 'copy', 'inspect')).toBe('copy');
    expect(first('us-federal')).toBe('copy');
  });
});
