import { describe, expect, it } from 'vitest';
import { askedFor } from '../../testing/authority-of-f.ts';
import { allowed, holidays, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, dueShown, letterWords } from '../../testing/letters-of-f.ts';
import { authorityShown } from '../authority.ts';
import { calendarDate } from '../calendar.ts';
import { clockStatus } from '../clock.ts';
import { decideTransition } from '../lifecycle.ts';
import type { Instrument } from '../representative.ts';
import { serviceDue } from '../service-limit.ts';
import { usSources } from '../testing/packs.ts';

// Beth Israel Lahey Health Behavioral Services, 2020: a representative’s request left unanswered.
describe('S15 guardian for a father; no answer is not an option', () => {
  const evidence = { what: 'guardianship order', judgedBy: 'kim', judgedOn: calendarDate('2027-09-13') };
  const order: Instrument = { kind: 'guardianship', scope: ['health-care'], evidence };

  it('granted: guardian, health decisions, no end, seen by kim; due 2027-10-13, warnings 09-28, 10-07, 10-11', () => {
    const shown = allowed(
      authorityShown(askedFor('2027-09-13', { kind: 'personal-representative', instrument: order })),
    );
    expect(shown.why.inputs.map(({ value }) => value)).toEqual([
      'guardianship',
      'health-care',
      'no end',
      'kim',
      '2027-09-13',
    ]);
    const received = calendarDate('2027-09-13');
    const clock = clockStatus(received, undefined, received, packOn('2027-09-13'));
    expect(clock.due.on).toBe('2027-10-13');
    expect(clock.warnings.map(({ on }) => on)).toEqual(['2027-09-28', '2027-10-07', '2027-10-11']);
  });

  it('with finances only: L-VER names the authority for health-care decisions and the papers that would do', () => {
    const finances: Instrument = { ...order, scope: ['finances'] };
    const refused = refusalOf(
      authorityShown(askedFor('2027-09-13', { kind: 'personal-representative', instrument: finances })),
    );
    expect(refused).toMatchObject({
      letter: 'L-VER',
      lacks: [{ name: 'authority for health-care decisions', cite: '45 CFR 164.502(g)(2)' }],
      wouldDo: ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'],
    });
  });

  it('stays open meanwhile, its due date unmoved', () => {
    const waiting = decideTransition({ stage: 'matched', waits: [] }, 'wait', 'staff', { wait: 'identity' }, usSources);
    expect(allowed(waiting)).toMatchObject({ clock: 'runs', item: { stage: 'matched', waits: ['identity'] } });
  });

  it('L-ACK by 2027-09-15: two business days on paper', () => {
    expect(serviceDue('acknowledge-paper', calendarDate('2027-09-13'), packOn('2027-09-13'), holidays).on).toBe(
      '2027-09-15',
    );
  });

  it('L-VER names what is missing, which papers would do, and the unmoved date', () => {
    const letter = letterWords('L-VER', {
      ...aboutIt('2027-09-14'),
      missing: [
        {
          what: 'Authority for health-care decisions',
          accepted: ['a guardianship order that covers health care', 'a health-care power of attorney'],
        },
      ],
      ways: ['papers-online', 'papers-by-mail'],
      due: dueShown('2027-09-13'),
    });
    expect(letter).toContain(
      'What is missing\nAuthority for health-care decisions. One of these will do: a guardianship order that covers health care; a health-care power of attorney.',
    );
    expect(letter).toContain('You do not need a notary. You do not have to come in.');
    expect(letter).toContain('We still have to answer you by Wednesday, October 13, 2027.');
  });
});
