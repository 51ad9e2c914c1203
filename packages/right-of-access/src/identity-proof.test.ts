import { describe, expect, it } from 'vitest';
import { holidays, packOn } from '../testing/facility-f.ts';
import { addDays, calendarDate } from './calendar.ts';
import { decideIdentityNotShown, type IdentityProof, identityProved } from './identity-proof.ts';
import { usSources } from './testing/packs.ts';

const today = calendarDate('2026-11-23');
const typed: IdentityProof = { kind: 'code-to-typed-address', provedOn: today };

describe('identity', () => {
  it('is not proved by a code to an address that the requester typed, however often', () => {
    expect(identityProved([typed, typed], today, usSources)).toEqual({
      ok: false,
      refusal: {
        code: 'identity-not-proved',
        weaknesses: [{ code: 'typed-address-only' }, { code: 'typed-address-only' }],
        cite: '45 CFR 164.514(h)(1)',
      },
    });
  });

  it('is not proved by nothing', () => {
    expect(identityProved([], today, usSources)).toMatchObject({ ok: false, refusal: { weaknesses: [] } });
  });

  it.each([
    [30, true],
    [29, false],
    [0, false],
    [-1, false],
  ])('by a code or a call to a contact that the facility held unchanged for %i days: %s', (days, proved) => {
    const contactUnchangedSince = addDays(today, -days);
    const code: IdentityProof = { kind: 'code-to-held-contact', provedOn: today, contactUnchangedSince };
    const call: IdentityProof = { kind: 'call-back', provedOn: today, contactUnchangedSince, judgedBy: 'kim' };
    expect(identityProved([typed, code], today, usSources).ok).toBe(proved);
    expect(identityProved([call], today, usSources).ok).toBe(proved);
  });

  it('is proved by photo ID or in person, if somebody with a name judged it', () => {
    const photo: IdentityProof = { kind: 'photo-id', provedOn: today, judgedBy: 'kim' };
    expect(identityProved([typed, photo], today, usSources)).toMatchObject({
      ok: true,
      value: {
        proof: photo,
        why: { rule: 'law/identity', inputs: [{ name: 'method', value: 'photo-id' }, {}, {}] },
      },
    });
    expect(identityProved([{ kind: 'in-person', provedOn: today, judgedBy: 'kim' }], today, usSources).ok).toBe(true);
    expect(identityProved([{ ...photo, judgedBy: ' ' }], today, usSources)).toMatchObject({
      refusal: { weaknesses: [{ code: 'nobody-judged-it' }] },
    });
  });

  it('holds until the last day of the proof and not a day longer', () => {
    const signedIn: IdentityProof = { kind: 'patient-portal-sign-in', provedOn: addDays(today, -9), validUntil: today };
    expect(identityProved([signedIn], today, usSources).ok).toBe(true);
    expect(identityProved([signedIn], addDays(today, 1), usSources)).toMatchObject({
      refusal: { weaknesses: [{ code: 'expired', validUntil: today }] },
    });
  });
});

describe('a request whose asker never showed who they are', () => {
  // Thanksgiving is 2026-11-26; the due date is the Saturday after it.
  const pack = packOn('2026-10-29');
  const sought = { due: calendarDate('2026-11-28'), askedOn: [calendarDate('2026-10-30')], waysOffered: 2 };

  it('may end on the last business day up to the due date, with L-VER as the written answer', () => {
    expect(decideIdentityNotShown(sought, calendarDate('2026-11-27'), pack, holidays)).toMatchObject({
      ok: true,
      value: { letter: 'L-VER', why: { rule: 'law/OD-21' } },
    });
    expect(decideIdentityNotShown(sought, calendarDate('2026-11-26'), pack, holidays)).toMatchObject({
      refusal: { code: 'still-time', notBefore: '2026-11-27' },
    });
  });

  it('may not end before somebody asked, or when there was only one way', () => {
    expect(decideIdentityNotShown({ ...sought, askedOn: [] }, sought.due, pack, holidays)).toMatchObject({
      refusal: { code: 'never-asked' },
    });
    expect(decideIdentityNotShown({ ...sought, waysOffered: 1 }, sought.due, pack, holidays)).toMatchObject({
      refusal: { code: 'too-few-ways', needed: 2 },
    });
  });

  it('stays open where the facility chose that', () => {
    const open = { ...pack, answers: { ...pack.answers, 'OD-21': 'keep-open' } } as const;
    expect(decideIdentityNotShown(sought, sought.due, open, holidays)).toMatchObject({
      value: { letter: 'L-VER', closes: false },
    });
    expect(decideIdentityNotShown(sought, sought.due, pack, holidays)).toMatchObject({ value: { closes: true } });
    expect(decideIdentityNotShown({ ...sought, askedOn: [] }, sought.due, open, holidays)).toMatchObject({
      refusal: { code: 'never-asked' },
    });
  });
});
