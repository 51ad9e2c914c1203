import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../calendar.ts';
import { feeRows } from '../../fee-rows.ts';
import { type Pack, packInForce } from '../../policy-pack.ts';
import { type ClockFacts, ruleClocks } from '../../rule-clock.ts';
import { policyPacks } from '../all-packs.ts';
import { usHolidays } from '../us-holidays.ts';

const holidays = usHolidays({ from: 2026, to: 2028 });
/** A Monday with no holiday of any state before the end of the month but California's on the 31st. */
const received = calendarDate('2027-03-01');

function pack(choice: string): Pack {
  const found = packInForce(policyPacks, choice, received);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

function clock(state: string, row: string, facts: ClockFacts) {
  const kind = row.split('/')[1] as 'inspect' | 'copy';
  return ruleClocks(received, pack(`us-federal+${state}`), { kind, holidays, ...facts }).find(
    (one) => one.row.id === row,
  );
}

describe('the periods of the states, from Monday March 1, 2027', () => {
  it.each<[string, string, string, string | undefined, ClockFacts]>([
    ['CA', 'CA-123110/inspect', '2027-03-08', undefined, {}],
    ['CA', 'CA-123110/copy', '2027-03-16', undefined, {}],
    ['TX', 'TX-HOSP/inspect', '2027-03-16', undefined, {}],
    ['TX', 'TX-HOSP/copy', '2027-03-18', undefined, { paidOn: calendarDate('2027-03-03') }],
    ['TX', 'TX-HOSP/copy', '2027-03-16', undefined, { paidOn: 'nothing-to-pay' }],
    ['TX', 'TX-HOSP/copy', '2027-03-16', undefined, {}],
    ['TX', 'TX-EHR/copy', '2027-03-22', undefined, {}],
    ['TX', 'TX-PHYS/copy', '2027-03-22', undefined, {}],
    ['NY', 'NY-PHL18/inspect', '2027-03-11', undefined, {}],
    ['WA', 'WA-7002080/inspect', '2027-03-22', '2027-03-30', {}],
    ['WA', 'WA-7002080/copy', '2027-03-22', '2027-03-30', {}],
    ['TN', 'TN-632101/copy', '2027-03-15', undefined, {}],
    ['NV', 'NV-629061/inspect', '2027-03-15', undefined, {}],
    ['NV', 'NV-629061/copy', '2027-03-15', undefined, {}],
    ['NV', 'NV-629061-elsewhere/inspect', '2027-03-29', undefined, { kept: 'out-of-state' }],
    ['NV', 'NV-629061-elsewhere/copy', '2027-03-29', undefined, { kept: 'out-of-state' }],
    ['LA', 'LA-1165/copy', '2027-03-20', undefined, { authorizedOn: calendarDate('2027-03-05') }],
    ['MT', 'MT-5016541/inspect', '2027-03-11', '2027-03-22', {}],
    ['MT', 'MT-5016541/copy', '2027-03-11', '2027-03-22', {}],
    ['MD', 'MD-4304/copy', '2027-03-30', undefined, {}],
    ['IL', 'IL-82001/copy', '2027-03-31', '2027-04-30', {}],
    ['VA', 'VA-127103/copy', '2027-03-31', '2027-04-30', {}],
    ['RI', 'RI-GEN/copy', '2027-03-31', undefined, {}],
    ['CA', 'us-federal/inspect', '2027-03-31', '2027-04-30', {}],
    ['CA', 'us-federal/copy', '2027-03-31', '2027-04-30', {}],
    ['CA', 'us-mqsa/copy', '2027-03-16', undefined, { modality: 'mammography' }],
  ])('%s: %s ends on %s', (state, row, due, maxExtended, facts) => {
    expect(clock(state, row, facts)).toMatchObject({ due, maxExtended: maxExtended ?? due, acts: true });
  });

  it.each([
    ['NY', 'NY-PHL18/copy'],
    ['MD', 'MD-4304/inspect'],
    ['FL', 'FL-GEN/copy'],
    ['KY', 'KY-422317/copy'],
    ['WI', 'WI-14683/copy'],
    ['MA', 'MA-111-70/copy'],
    ['OH', 'OH-370174/copy'],
    ['OH', 'OH-370174/inspect'],
  ])('%s: %s names no number, and the federal period fills it', (state, row) => {
    expect(pack(`us-federal+${state}`).access.map(({ id }) => id)).toContain(row);
    expect(clock(state, row, {})).toBeUndefined();
  });

  it('start with the money or the signature where the statute says so, and never move the federal date', () => {
    const feeFirst = {
      ...pack('us-federal+TX'),
      answers: { ...pack('us-federal+TX').answers, 'OD-9': 'fee-first' },
    } as const;
    expect(ruleClocks(received, feeFirst, { holidays }).map(({ row }) => row.id)).not.toContain('TX-HOSP/copy');
    expect(clock('LA', 'LA-1165/copy', {})).toBeUndefined();
    const late = clock('TX', 'TX-HOSP/copy', { paidOn: calendarDate('2027-05-03') });
    expect(late?.due).toBe('2027-05-18');
    const clocks = ruleClocks(received, pack('us-federal+TX'), { holidays, paidOn: calendarDate('2027-05-03') });
    expect(clocks.find((one) => one.row.id === 'us-federal/copy')?.due).toBe('2027-03-31');
  });

  it('reach the providers that the statute names; a facility that says nothing is taken to be all of them', () => {
    const hospital = packInForce(policyPacks, 'us-federal+TX', received, ['hospital']);
    const ids = hospital.ok ? hospital.value.access.map(({ id }) => id) : [];
    expect(ids).toContain('TX-HOSP/copy');
    expect(ids).not.toContain('TX-PHYS/copy');
    expect(pack('us-federal+TX').access.map(({ id }) => id)).toContain('TX-PHYS/copy');
  });
});

describe('what the states say about money', () => {
  it.each<[string, string, object]>([
    [
      'CA',
      'CA-123110/copy',
      { caps: [{ on: 'paper-page', cents: 25 }], freeWhen: [{ when: 'benefit-claim', once: true }] },
    ],
    ['NY', 'NY-PHL18/copy', { caps: [{ cents: 75 }], freeWhen: [{ when: 'cannot-pay' }, { when: 'benefit-claim' }] }],
    ['NV', 'NV-629061/copy', { neverCharge: ['administration', 'search'] }],
    ['NV', 'NV-629061/copy', { caps: [{ cents: 60 }, { on: 'electronic-copy', cents: 4000 }, { on: 'film-copy' }] }],
    ['LA', 'LA-1165/copy', { caps: [{ on: 'electronic-copy', cents: 10_000 }, { basis: 'reasonable-cost' }] }],
    ['MD', 'MD-4304/copy', { caps: [{ on: 'film-copy', basis: 'actual-cost' }] }],
    ['IL', 'IL-82001/copy', { caps: [{ on: 'film-copy', basis: 'reasonable-cost' }] }],
    [
      'FL',
      'FL-GEN/copy',
      {
        caps: [
          { on: 'paper-page', cents: 100 },
          { on: 'non-paper-page', cents: 200 },
        ],
      },
    ],
    ['KY', 'KY-422317/copy', { freeWhen: [{ when: 'first-copy', once: true, proof: false }] }],
    ['WI', 'WI-14683/copy', { freeWhen: [{ when: 'electronic-copy', once: false }] }],
    ['MA', 'MA-111-70/copy', { caps: [{ on: 'film-copy', basis: 'cost-of-materials' }] }],
    ['VA', 'VA-127103/copy', { caps: [{ on: 'whole-copy', basis: 'reasonable-cost' }] }],
    ['RI', 'RI-GEN/copy', { caps: [{ on: 'electronic-copy', cents: 10_000 }] }],
  ])('%s: %s', (state, row, fee) => {
    const rows = feeRows({}, pack(`us-federal+${state}`));
    expect(rows.find(({ id }) => id === row)?.fee).toMatchObject(fee);
  });

  it('charges no more for mammograms than their documented cost', () => {
    const rows = feeRows({ modality: 'mammography' }, pack('us-federal'));
    expect(rows.map(({ id }) => id)).toEqual(['us-federal/copy', 'us-mqsa/copy']);
    expect(rows[1]?.fee.caps).toMatchObject([{ basis: 'documented-cost' }]);
  });
});
