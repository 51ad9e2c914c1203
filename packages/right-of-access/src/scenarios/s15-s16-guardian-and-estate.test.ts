import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { type AuthorityCase, authorityShown } from '../authority.ts';
import { calendarDate } from '../calendar.ts';
import { clockStatus } from '../clock.ts';
import { decideFamilyDisclosure } from '../deceased.ts';
import { decideTransition } from '../lifecycle.ts';
import type { MinorLaw } from '../minors.ts';
import type { Instrument } from '../representative.ts';

const law: MinorLaw = {
  jurisdiction: 'state-of-f',
  ageOfHealthConsent: 18,
  onParent: {},
  cite: '',
  confidence: 'medium',
};

function asked(on: string, authority: AuthorityCase['authority'], diedOn?: string): AuthorityCase {
  const patient = { bornOn: calendarDate('1940-02-02'), ...(diedOn && { diedOn: calendarDate(diedOn) }) };
  return { authority, patient, law, today: calendarDate(on) };
}

// Beth Israel Lahey Health Behavioral Services, 2020: a representative's request left unanswered.
describe('S15 guardian for a father', () => {
  const evidence = { what: 'guardianship order', judgedBy: 'kim', judgedOn: calendarDate('2027-09-13') };
  const order: Instrument = { kind: 'guardianship', scope: ['health-care'], evidence };

  it('granted: guardian, health decisions, no end, seen by kim; due 2027-10-13, warnings 09-28, 10-07, 10-11', () => {
    const shown = allowed(authorityShown(asked('2027-09-13', { kind: 'personal-representative', instrument: order })));
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
      authorityShown(asked('2027-09-13', { kind: 'personal-representative', instrument: finances })),
    );
    expect(refused).toMatchObject({
      letter: 'L-VER',
      lacks: [{ name: 'authority for health-care decisions', cite: '45 CFR 164.502(g)(2)' }],
      wouldDo: ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'],
    });
  });

  it('stays open meanwhile, its due date unmoved', () => {
    const waiting = decideTransition({ stage: 'matched', waits: [] }, 'wait', 'staff', { wait: 'identity' });
    expect(allowed(waiting)).toMatchObject({ clock: 'runs', item: { stage: 'matched', waits: ['identity'] } });
  });
});

describe('S16 patient has died', () => {
  it('(a) the executor with letters testamentary is the representative: due 2027-11-03', () => {
    const evidence = { what: 'letters testamentary', judgedBy: 'kim', judgedOn: calendarDate('2027-10-04') };
    const instrument: Instrument = { kind: 'letters-testamentary', scope: [], evidence };
    const executor = asked('2027-10-04', { kind: 'personal-representative', instrument }, '2027-08-01');
    expect(allowed(authorityShown(executor)).why.cite).toBe('45 CFR 164.502(g)(4)');
    expect(due('2027-10-04')).toBe('2027-11-03');
  });

  it('(b) the sister has no right of access, and hears which papers would make one', () => {
    const sister = asked('2027-10-04', { kind: 'family' }, '2027-08-01');
    expect(refusalOf(authorityShown(sister))).toMatchObject({
      code: 'no-right-of-access',
      wouldDo: [
        'letters-testamentary',
        'letters-of-administration',
        'small-estate-affidavit',
        'other-estate-authority',
      ],
    });
  });

  it('(b) may be told what is relevant to her involvement, logged, with no access clock and no denial', () => {
    const disclosure = { involvement: 'drove her to care', contraryWish: 'none-known', recordedBy: 'kim' } as const;
    expect(allowed(decideFamilyDisclosure(disclosure))).toMatchObject({
      accessClock: false,
      isDenial: false,
      why: { cite: '45 CFR 164.510(b)(5)' },
    });
  });
});
