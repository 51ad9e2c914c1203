import { describe, expect, it } from 'vitest';
import { allowed, refusalOf, timeZone } from '../testing/facility-f.ts';
import { decideAuthorization, type HipaaAuthorization } from './authorization.ts';
import { calendarDate } from './calendar.ts';
import { usSources } from './testing/packs.ts';

const at = Date.parse('2027-03-10T12:00:00-05:00');
const whole: HipaaAuthorization = {
  describesInformation: 'abdomen ultrasound of 2027-02-13',
  whoMayDisclose: 'Facility F',
  whoMayReceive: 'B. Lee',
  purpose: 'at my request',
  expires: { on: calendarDate('2027-03-10') },
  signature: { on: calendarDate('2027-03-01'), by: 'individual' },
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true },
};

function problems(change: Partial<HipaaAuthorization>, instant = at): string[] {
  const decided = decideAuthorization({ ...whole, ...change }, instant, timeZone, usSources);
  return decided.ok ? [] : [...decided.refusal.lacks, ...decided.refusal.faults].map(({ name }) => name);
}

describe('a HIPAA authorization', () => {
  it('with its six elements and three statements lets the facility disclose', () => {
    expect(allowed(decideAuthorization(whole, at, timeZone, usSources))).toMatchObject({
      mayDisclose: true,
      why: {
        cite: '45 CFR 164.508(c)',
        inputs: [{ value: 'B. Lee' }, {}, { value: '2027-03-10' }, { value: '2027-03-10' }],
      },
    });
  });

  it('names every part that it lacks, with its clause', () => {
    const statements = { rightToRevoke: false, conditioning: false, redisclosure: false };
    const refused = refusalOf(decideAuthorization({ statements }, at, timeZone, usSources));
    expect(refused.letter).toBe('L-AUTH');
    expect(refused.faults).toEqual([]);
    expect(refused.lacks.map(({ name, cite }) => `${name} ${cite}`)).toEqual([
      'description of the information 45 CFR 164.508(c)(1)(i)',
      'who may disclose 45 CFR 164.508(c)(1)(ii)',
      'who may receive 45 CFR 164.508(c)(1)(iii)',
      'purpose 45 CFR 164.508(c)(1)(iv)',
      'expiry date or event 45 CFR 164.508(c)(1)(v)',
      'signature and date 45 CFR 164.508(c)(1)(vi)',
      'statement: right to revoke 45 CFR 164.508(c)(2)(i)',
      'statement: whether care depends on signing 45 CFR 164.508(c)(2)(ii)',
      'statement: recipient may redisclose 45 CFR 164.508(c)(2)(iii)',
    ]);
  });

  it('of a representative says what the authority rests on', () => {
    const signature = { on: calendarDate('2027-03-01'), by: 'personal-representative' } as const;
    expect(problems({ signature })).toEqual(['authority of the representative']);
    expect(problems({ signature: { ...signature, authority: 'guardian' } })).toEqual([]);
  });

  it('ends after its last local day, or with its event', () => {
    expect(problems({}, Date.parse('2027-03-10T23:59:59-05:00'))).toEqual([]);
    expect(problems({}, Date.parse('2027-03-11T00:00:00-05:00'))).toEqual(['expired']);
    expect(problems({ expires: { event: 'end of the claim', hasCome: false } })).toEqual([]);
    expect(problems({ expires: { event: 'end of the claim', hasCome: true } })).toEqual(['expired']);
    expect(problems({ expires: { event: ' ', hasCome: false } })).toEqual(['expiry date or event']);
  });

  it('revoked between arrival and release gives nothing at the instant of release', () => {
    expect(problems({ revokedAt: at + 1 })).toEqual([]);
    expect(problems({ revokedAt: at + 1 }, at + 1)).toEqual(['revoked']);
  });

  it('wrongly combined, wrongly conditioned or known to be false is void', () => {
    expect(problems({ wronglyCombined: true, wronglyConditioned: true, knownFalse: true })).toEqual([
      'wrongly combined',
      'wrongly conditioned',
      'known false',
    ]);
  });
});
