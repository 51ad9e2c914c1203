import { describe, expect, it } from 'vitest';
import { allowed, packOn, refusalOf } from '../testing/facility-f.ts';
import { calendarDate } from './calendar.ts';
import { type DenialWish, decideDenial } from './denial.ts';
import { groundConditions, notGroundsUnder } from './denial-ground.ts';

const pack = packOn('2027-07-12');
const codes = pack.denialGrounds.map(({ code }) => code);

function wishFor(ground: string, change: Partial<DenialWish> = {}): DenialWish {
  const shown = Object.fromEntries(
    (codes.includes(ground) ? (groundConditions[ground] ?? []) : []).map((condition) => [condition, 'shown']),
  );
  return {
    ground,
    decidedBy: { name: 'Moss', role: ground.startsWith('R') ? 'licensed-professional' : 'privacy-officer' },
    decidedOn: calendarDate('2027-07-14'),
    basis: 'in plain words',
    shown,
    asker: 'personal-representative',
    asks: 'copy',
    withheld: ['all of it'],
    given: [],
    complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
    ...change,
  };
}

function lacksOf(wish: DenialWish): string[] {
  const decided = decideDenial(wish, pack);
  return decided.ok || decided.refusal.code !== 'denial-lacks' ? [] : decided.refusal.lacks.map(({ name }) => name);
}

describe('a denial', () => {
  it('knows what each ground of the pack must show', () => {
    expect(Object.keys(groundConditions).sort()).toEqual([...codes].sort());
    for (const conditions of Object.values(groundConditions)) expect(conditions.length).toBeGreaterThan(0);
  });

  it.each(codes)('on %s stands with everything shown, and falls with each thing that is not', (code) => {
    expect(allowed(decideDenial(wishFor(code), pack))).toMatchObject({ kind: 'in-whole', letter: 'L-DEN' });
    for (const condition of groundConditions[code] ?? []) {
      const wish = wishFor(code);
      expect(lacksOf({ ...wish, shown: { ...wish.shown, [condition]: ' ' } })).toEqual([`shown: ${condition}`]);
    }
  });

  it.each(codes)('on %s is decided by its own hand: staff only propose', (code) => {
    const needed = code.startsWith('R') ? 'a named licensed professional' : 'a named privacy officer';
    const wrong = code.startsWith('R') ? 'privacy-officer' : 'licensed-professional';
    expect(lacksOf(wishFor(code, { decidedBy: { name: 'kim', role: 'staff' } }))).toEqual([needed]);
    expect(lacksOf(wishFor(code, { decidedBy: { name: 'kim', role: wrong } }))).toEqual([needed]);
    const { decidedBy, ...nobody } = wishFor(code);
    expect(lacksOf(nobody)).toEqual([needed]);
    if (decidedBy) expect(lacksOf({ ...nobody, decidedBy: { ...decidedBy, name: ' ' } })).toEqual([needed]);
  });

  it('on R3 needs a representative who asks, and on U2 a copy: looking is still owed', () => {
    expect(lacksOf(wishFor('R3', { asker: 'individual' }))).toEqual(['shown: a personal representative asks']);
    expect(lacksOf(wishFor('R1', { asker: 'individual' }))).toEqual([]);
    expect(lacksOf(wishFor('U2', { asks: 'inspect' }))).toEqual(['shown: a copy is asked for']);
    expect(lacksOf(wishFor('U1', { asks: 'inspect' }))).toEqual([]);
  });

  it('names each thing that its letter would lack', () => {
    const bare = wishFor('U1', { basis: '', withheld: [], complaints: { titleOrName: '', phone: '' } });
    expect(lacksOf(bare)).toEqual([
      'the basis in plain words',
      'what is withheld',
      'name or title for complaints',
      'phone number for complaints',
    ]);
  });

  it('says when access returns only where it does', () => {
    expect(allowed(decideDenial(wishFor('U3'), pack)).accessReturns).toBe('when the research ends');
    expect(allowed(decideDenial(wishFor('U1'), pack))).not.toHaveProperty('accessReturns');
  });

  it('carries who decided and what was shown as its why', () => {
    expect(allowed(decideDenial(wishFor('U1'), pack)).why.inputs).toEqual([
      { name: 'decidedBy', value: 'Moss, privacy-officer' },
      { name: 'decidedOn', value: '2027-07-14' },
      { name: 'which of the two, and why', value: 'shown' },
    ]);
  });

  it.each(notGroundsUnder(pack))('is refused by name: $reason', ({ reason, letter, instead, cite }) => {
    const refused = refusalOf(decideDenial(wishFor(reason), pack));
    expect(refused).toEqual(
      letter ? { code: 'another-outcome', reason, letter, cite } : { code: 'not-a-ground', reason, instead, cite },
    );
  });

  it.each(['', 'constructor', 'because'])('is refused for any other word: “%s”', (reason) => {
    expect(refusalOf(decideDenial(wishFor(reason), pack))).toEqual({
      code: 'not-a-ground',
      reason,
      instead: 'give the copy',
      cite: '45 CFR 164.524(a)(2)–(3): the list is complete',
    });
  });
});
