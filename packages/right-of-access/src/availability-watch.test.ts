import { describe, expect, it } from 'vitest';
import { type AvailabilityFacts, watchAvailability } from './availability-watch.ts';
import { holidays, packFor } from './testing/packs.ts';

const zone = 'America/New_York';
const at = (day: string, time = '10:00') => Date.parse(`2027-05-${day}T${time}:00-04:00`);
/** Friday before Memorial Day. */
const ready: AvailabilityFacts = {
  identityProvedAt: at('27'),
  authorityProvedAt: at('28'),
  matchedAt: at('26'),
  retrievableAt: at('26'),
  holds: [],
};
const watch = (facts: AvailabilityFacts, now: number) =>
  watchAvailability(facts, now, zone, packFor('us-federal'), { holidays });

describe('a request that could be met and waits', () => {
  it('is flagged after one business day, and goes to the supervisor after three', () => {
    expect(watch(ready, at('28', '09:00'))).toMatchObject({ couldBeMetSince: undefined, level: 'nothing' });
    expect(watch(ready, at('28', '11:00'))).toMatchObject({
      couldBeMetSince: at('28'),
      level: 'nothing',
      flagAfter: '2027-06-01',
      supervisorAfter: '2027-06-03',
      why: [{ rule: 'us-federal/service-limits' }, {}],
    });
    const june = (day: number) => at('31', '12:00') + day * 86_400_000;
    expect([1, 2, 3, 4].map((day) => watch(ready, june(day)).level)).toEqual(['nothing', 'flag', 'flag', 'supervisor']);
  });

  it('is not watched while a lawful hold is open, and counts again from its end', () => {
    const open = { ...ready, holds: [{ from: at('27') }] };
    expect(watch(open, at('31') + 10 * 86_400_000).couldBeMetSince).toBeUndefined();
    const ended = { ...ready, holds: [{ from: at('27'), until: at('30') }] };
    expect(watch(ended, at('31')).couldBeMetSince).toBe(at('30'));
  });

  it('is not excused for the time before a hold that came later', () => {
    const later = { ...ready, holds: [{ from: at('29'), until: at('30') }] };
    expect(watch(later, at('31')).couldBeMetSince).toBe(at('28'));
  });
});

describe('the edges of what could be given', () => {
  const at = (hour: number) => Date.parse('2027-03-01T00:00:00-05:00') + hour * 3_600_000;
  const proved = { identityProvedAt: at(1), authorityProvedAt: at(2), matchedAt: at(4), retrievableAt: at(3) };
  const since = (holds: readonly { from: number; until?: number }[], now: number) =>
    watchAvailability({ ...proved, holds }, now, 'America/New_York', packFor('us-federal'), { holidays })
      .couldBeMetSince;

  it('begins with the last thing that was lacking, in its very moment', () => {
    expect(since([], at(4) - 1)).toBeUndefined();
    expect(since([], at(4))).toBe(at(4));
  });

  it('waits for holds that were on then, one after the other in whatever order they were written', () => {
    expect(since([{ from: at(4), until: at(6) }], at(9))).toBe(at(6));
    expect(
      since(
        [
          { from: at(6), until: at(8) },
          { from: at(4), until: at(6) },
        ],
        at(9),
      ),
    ).toBe(at(8));
    expect(since([{ from: at(0), until: at(4) }], at(9))).toBe(at(4));
    expect(since([{ from: at(5), until: at(6) }], at(9))).toBe(at(4));
  });

  it('is not yet while a hold is open, and takes no heed of one that begins later', () => {
    expect(since([{ from: at(4) }], at(9))).toBeUndefined();
    expect(since([{ from: at(5) }], at(9))).toBeUndefined();
    expect(since([{ from: at(10) }], at(9))).toBe(at(4));
    expect(since([{ from: at(5), until: at(12) }], at(9))).toBeUndefined();
  });

  it('heeds a hold in its very first and not in its last moment, and no hold that ended before', () => {
    expect(since([{ from: at(9) }], at(9))).toBeUndefined();
    expect(since([{ from: at(5), until: at(9) }], at(9))).toBe(at(4));
    expect(since([{ from: at(4), until: at(9) }], at(9))).toBe(at(9));
    expect(since([{ from: at(0), until: at(2) }], at(9))).toBe(at(4));
  });

  it.each(['identityProvedAt', 'authorityProvedAt', 'matchedAt', 'retrievableAt'] as const)(
    'is not yet, and has no reason, while this is lacking: %s',
    (lacking) => {
      const facts = { ...proved, [lacking]: undefined, holds: [{ from: at(0), until: at(5) }] } as AvailabilityFacts;
      expect(watchAvailability(facts, at(9), 'America/New_York', packFor('us-federal'), { holidays })).toEqual({
        couldBeMetSince: undefined,
        level: 'nothing',
        why: [],
      });
    },
  );
});
