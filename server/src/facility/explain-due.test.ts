import { calendarDate } from '@echoback/right-of-access';
import { expect, it } from 'vitest';
import { explainedDue, openWaits } from './explain-due.ts';
import { packFor } from './facility-facts.ts';

const packOf = (choice: string, day: string) =>
  packFor({ policy: { choice, provider: [], overlay: {}, decidedOn: null } }, day);

it('shows the shorter clocks of California, with the federal one as background', () => {
  const receivedOn = '2027-05-28';
  const due = explainedDue(calendarDate(receivedOn), { receivedOn, pack: packOf('us-federal+CA', receivedOn) });
  expect(due.on).toBe('2027-06-12');
  expect(due.clocks.map(({ lawName, kind, on, governs }) => [lawName, kind, on, governs])).toEqual([
    ['California', 'copy', '2027-06-12', true],
    ['United States: right of access under HIPAA', 'copy', '2027-06-27', false],
    ['California', 'inspect', '2027-06-07', false],
  ]);
  const [california] = due.clocks;
  expect(california?.words.en).toBe(
    'Received Friday, May 28, 2027. 15 calendar days. That is Saturday, June 12, 2027.',
  );
  expect(california?.words.es).toContain('15 días corridos');
  expect(california?.cite).toBe('Cal. Health & Safety Code 123110');
});

it('counts to the end of looking where that is due first, with the copy behind it', () => {
  const receivedOn = '2027-05-28';
  const input = { receivedOn, pack: packOf('us-federal+CA', receivedOn), facts: { kind: 'inspect' } } as const;
  const due = explainedDue(calendarDate(receivedOn), input);
  expect(due.on).toBe('2027-06-07');
  expect(due.clocks.map(({ lawName, kind, on, governs }) => [lawName, kind, on, governs])).toEqual([
    ['California', 'inspect', '2027-06-07', true],
    ['United States: right of access under HIPAA', 'inspect', '2027-06-27', false],
    ['California', 'copy', '2027-06-12', false],
  ]);
});

it('names the last working day before a due date on a holiday weekend, and moves nothing', () => {
  const receivedOn = '2026-11-26';
  const due = explainedDue(calendarDate(receivedOn), { receivedOn, pack: packOf('us-federal', receivedOn) });
  expect(due).toMatchObject({ on: '2026-12-26', actionBy: '2026-12-24', overdueFrom: '2026-12-27', extension: null });
});

it('tells of the one letter that moved the day, and of waits that did not', () => {
  const receivedOn = '2026-08-03';
  const extension = {
    sentOn: calendarDate('2026-09-02'),
    promisedOn: calendarDate('2026-09-25'),
    reason: 'Films are in off-site storage.',
  };
  const waits = [
    { cause: 'identity' as const, from: calendarDate('2026-08-03'), until: calendarDate('2026-08-04') },
    { cause: 'clarification' as const, from: calendarDate('2026-08-10') },
  ];
  const input = { receivedOn, pack: packOf('us-federal', receivedOn), extension, facts: { waits } };
  const due = explainedDue(calendarDate('2026-09-03'), input);
  expect(due).toMatchObject({ on: '2026-09-25', extension, daysLeft: 22 });
  expect(due.extension?.cite).toContain('164.524(b)(2)(ii)');
  expect(due.clocks.map(({ on }) => on)).toEqual(['2026-09-02']);
  expect(openWaits(input)).toEqual([{ cause: 'clarification', since: '2026-08-10', movesDeadline: false }]);
});
