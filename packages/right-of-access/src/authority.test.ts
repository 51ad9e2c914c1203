import { describe, expect, it } from 'vitest';
import { type Authority, authorityShown, type IdentityProof, identityProved } from './authority.ts';
import { addDays, calendarDate } from './calendar.ts';

const today = calendarDate('2026-11-23');
const typed: IdentityProof = { kind: 'code-to-typed-address', provedOn: today };

describe('identity', () => {
  it('is not proved by a code to an address that the requester typed, however often', () => {
    expect(identityProved([typed, typed])).toEqual({
      ok: false,
      refusal: {
        code: 'identity-not-proved',
        weaknesses: [{ code: 'typed-address-only' }, { code: 'typed-address-only' }],
      },
    });
  });

  it('is not proved by nothing', () => {
    expect(identityProved([])).toMatchObject({ ok: false, refusal: { weaknesses: [] } });
  });

  it.each([
    [30, true],
    [29, false],
    [0, false],
    [-1, false],
  ])('by a code to a contact that the facility held unchanged for %i days: %s', (days, proved) => {
    const proof: IdentityProof = {
      kind: 'code-to-held-contact',
      provedOn: today,
      contactUnchangedSince: addDays(today, -days),
    };
    expect(identityProved([typed, proof]).ok).toBe(proved);
  });

  it('is proved by photo ID or in person, if somebody with a name judged it', () => {
    const photo: IdentityProof = { kind: 'photo-id', provedOn: today, judgedBy: 'kim' };
    expect(identityProved([typed, photo])).toEqual({ ok: true, value: photo });
    expect(identityProved([{ kind: 'in-person', provedOn: today, judgedBy: 'kim' }]).ok).toBe(true);
    expect(identityProved([{ ...photo, judgedBy: ' ' }])).toMatchObject({
      refusal: { weaknesses: [{ code: 'nobody-judged-it' }] },
    });
  });
});

describe('authority', () => {
  const evidence = { what: 'parent link in the registration', judgedBy: 'kim', judgedOn: today };

  it('of the patient needs no paper', () => {
    expect(authorityShown({ kind: 'self' }, today).ok).toBe(true);
  });

  it('of a parent or representative needs evidence that somebody judged', () => {
    expect(authorityShown({ kind: 'parent' }, today)).toMatchObject({
      refusal: { code: 'evidence-missing', kind: 'parent' },
    });
    expect(authorityShown({ kind: 'parent', evidence }, today).ok).toBe(true);
    const guardian: Authority = {
      kind: 'personal-representative',
      basis: 'guardian',
      evidence: { ...evidence, judgedBy: '' },
    };
    expect(authorityShown(guardian, today)).toMatchObject({ refusal: { code: 'evidence-missing' } });
  });

  it('ends with the day on which the paper does', () => {
    const guardian: Authority = {
      kind: 'personal-representative',
      basis: 'guardian',
      evidence: { ...evidence, validUntil: today },
    };
    expect(authorityShown(guardian, today).ok).toBe(true);
    expect(authorityShown(guardian, addDays(today, 1))).toMatchObject({ refusal: { code: 'evidence-expired' } });
  });
});
