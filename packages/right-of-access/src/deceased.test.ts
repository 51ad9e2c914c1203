import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideFamilyDisclosure, isProtectedAfterDeath } from './deceased.ts';
import { usSources } from './testing/packs.ts';

describe('family of somebody who died', () => {
  const facts = {
    deathShownBy: 'a death certificate, seen',
    involvement: 'drove her to care',
    contraryWish: 'none-known',
    recordedBy: 'kim',
  } as const;

  it('may be told what is relevant, which is no access and no denial', () => {
    expect(decideFamilyDisclosure(facts, usSources)).toMatchObject({
      ok: true,
      value: { kind: 'permitted-disclosure', accessClock: false, isDenial: false, limitedTo: 'drove her to care' },
    });
  });

  it('is told nothing against a known wish, or before the facility knows enough', () => {
    expect(decideFamilyDisclosure({ ...facts, contraryWish: 'known' }, usSources)).toMatchObject({
      refusal: { code: 'contrary-wish' },
    });
    expect(
      decideFamilyDisclosure(
        { deathShownBy: ' ', involvement: '', contraryWish: 'not-looked-for', recordedBy: '' },
        usSources,
      ),
    ).toMatchObject({
      refusal: {
        lacks: [
          { name: 'how the death is known' },
          { name: 'how they were involved' },
          { name: 'that no contrary wish is known' },
          { name: 'who recorded it' },
        ],
      },
    });
  });
});

it('a record is protected until fifty years after death', () => {
  const diedOn = calendarDate('1976-02-29');
  expect(isProtectedAfterDeath(diedOn, calendarDate('2026-03-01'))).toBe(true);
  expect(isProtectedAfterDeath(diedOn, calendarDate('2026-03-02'))).toBe(false);
});
