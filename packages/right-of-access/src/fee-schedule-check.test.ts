import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { demoFeeSchedule, type FeeSchedule, type TypedPrice } from './fee-schedule.ts';
import { decideTypedPrice, validateFeeSchedule } from './fee-schedule-check.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const averageBasis = { derivation: 'timed 40 studies', on: calendarDate('2027-01-11') };

function codeOf(change: Partial<FeeSchedule>, law = pack): string {
  const checked = validateFeeSchedule({ ...demoFeeSchedule, ...change }, law);
  return checked.ok ? 'fine' : checked.refusal.code;
}

describe('a fee schedule', () => {
  it('may be flat, actual, or an average with its derivation and day', () => {
    expect(codeOf({})).toBe('fine');
    expect(codeOf({ method: 'actual' })).toBe('fine');
    expect(codeOf({ method: 'average', averageBasis })).toBe('fine');
    expect(codeOf({ method: 'average' })).toBe('average-without-basis');
    expect(codeOf({ method: 'average', averageBasis: { ...averageBasis, derivation: ' ' } })).toBe(
      'average-without-basis',
    );
  });

  it('has no flat fee over the cap, and says the cap', () => {
    expect(codeOf({ flatCents: 650 })).toBe('fine');
    expect(validateFeeSchedule({ ...demoFeeSchedule, flatCents: 651 }, pack)).toEqual({
      ok: false,
      refusal: {
        code: 'flat-over-cap',
        flatCents: 651,
        capCents: 650,
        why: {
          rule: 'us-federal/flat-cap',
          cite: 'HHS FAQ 2030',
          confidence: 'high',
          inputs: [
            { name: 'flat-cents', value: '651' },
            { name: 'cap-cents', value: '650' },
          ],
        },
      },
    });
  });

  it('uses only a method that was in force: there is no flat fee in a pack without one', () => {
    const noFlat = { ...pack, feeMethods: { ...pack.feeMethods, value: ['actual', 'average'] as const } };
    expect(validateFeeSchedule(demoFeeSchedule, noFlat)).toMatchObject({
      refusal: { code: 'method-not-in-force', method: 'flat', why: { rule: 'us-federal/fee-methods' } },
    });
    expect(codeOf({ method: 'actual', flatCents: 900 }, noFlat)).toBe('fine');
  });

  it.each([
    'flatCents',
    'labourCentsPerHour',
    'averageMinutes',
    'cdCents',
    'dvdCents',
    'usbCents',
    'printSheetCents',
    'postageCents',
    'paperSheetCents',
    'paperPageCents',
    'promiseCents',
  ] as const)('has whole cents or minutes, none below zero, in %s', (name) => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001]) {
      expect(codeOf({ [name]: wrong })).toBe('not-whole-cents-or-minutes');
    }
    expect(codeOf({ [name]: 0 })).toBe('fine');
  });

  it('checks the list for third parties too', () => {
    const list = { electronicCopyCents: 500, hardCopySheetCents: 100 };
    expect(codeOf({ thirdParty: list, labourCentsPerHour: 100_000 })).toBe('fine');
    expect(codeOf({ thirdParty: { ...list, electronicCopyCents: -1 } })).toBe('not-whole-cents-or-minutes');
    expect(codeOf({ thirdParty: { ...list, hardCopySheetCents: 0.5 } })).toBe('not-whole-cents-or-minutes');
  });
});

describe('a price that somebody types', () => {
  const price: TypedPrice = { label: 'print-sheets', cents: 125, per: 'copy', heldAs: 'electronic' };

  it.each<[string, Partial<TypedPrice>, string]>([
    ['by the image on electronic pictures', { per: 'image', cents: 25 }, 'price-per-image'],
    ['by the page on electronic records', { per: 'page' }, 'price-per-page-not-on-paper'],
    ['by the page on film', { per: 'page', heldAs: 'film' }, 'price-per-page-not-on-paper'],
    ['for retrieval', { label: 'retrieval' }, 'never-charged'],
    ['for search on paper, by the page', { label: 'search', per: 'page', heldAs: 'paper' }, 'never-charged'],
    ['below nothing', { cents: -5 }, 'not-whole-cents-or-minutes'],
  ])('%s can not be saved', (_, change, code) => {
    expect(decideTypedPrice({ ...price, ...change }, pack)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('by the page on paper, by the film for film, or by the copy may stand', () => {
    for (const change of [{ per: 'page', heldAs: 'paper' }, { per: 'image', heldAs: 'film' }, {}] as const) {
      expect(decideTypedPrice({ ...price, ...change }, pack)).toEqual({ ok: true, value: { ...price, ...change } });
    }
  });

  it('is refused with its rule and what was typed', () => {
    expect(decideTypedPrice({ ...price, label: 'retrieval' }, pack)).toMatchObject({
      refusal: {
        label: 'retrieval',
        why: {
          rule: 'us-federal/chargeable/price',
          cite: '45 CFR 164.524(c)(4); HHS guidance: retrieval is never charged',
          inputs: [
            { name: 'label', value: 'retrieval' },
            { name: 'per', value: 'copy' },
            { name: 'heldAs', value: 'electronic' },
          ],
        },
      },
    });
    expect(decideTypedPrice({ ...price, per: 'page' }, pack)).toMatchObject({
      refusal: { why: { cite: expect.stringMatching(/only for records on paper/) } },
    });
  });
});
