import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { quoteFees } from './fee.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { decideFeeLine } from './fee-typed-line.ts';
import { decideHold, type HoldWish } from './hold.ts';
import { comingOfAge } from './minors.ts';
import { denialGround, lettersRequired } from './pack-lookups.ts';
import { youngestRow } from './policy-pack.ts';
import { keepUntil } from './retention.ts';
import { serviceDue } from './service-limit.ts';
import { studyKeptUntil } from './study-retention.ts';
import { holidays, packFor } from './testing/packs.ts';

const federal = packFor('us-federal');
const day = calendarDate;

describe('grounds for a denial', () => {
  it.each([
    ['us-federal/U1', 'U1', false, 'privacy-officer'],
    ['us-federal/U2', 'U2', false, 'correctional-office'],
    ['us-federal/U3', 'U3', false, 'research-office'],
    ['us-federal/U4', 'U4', false, 'federal-unit'],
    ['us-federal/U5', 'U5', false, 'privacy-officer'],
    ['us-federal/R1', 'R1', true, 'licensed-professional'],
    ['us-federal/R2', 'R2', true, 'licensed-professional'],
    ['us-federal/R3', 'R3', true, 'licensed-professional'],
  ])('%s', (id, code, reviewable, decidedBy) => {
    expect(denialGround(federal, code)).toMatchObject({ id, reviewable, decidedBy });
  });

  it('are only those: a bill, upset or an unsigned report is none', () => {
    expect(federal.denialGrounds).toHaveLength(8);
    for (const code of ['balance-due', 'upset', 'unsigned-report']) expect(denialGround(federal, code)).toBeUndefined();
    expect(denialGround(federal, 'U2')?.reaches).toBe('copy');
    expect(denialGround(federal, 'R3')?.onlyForRepresentative).toBe(true);
  });
});

describe('holds', () => {
  const wish: HoldWish = {
    code: '',
    askedBy: 'individual',
    holds: ['report'],
    receivedOn: day('2027-03-01'),
    setOn: day('2027-03-02'),
  };
  it.each<[string, string, Partial<HoldWish>]>([
    ['us-hold/harm', 'harm', { ground: 'R1', caseDecision: 'c', professional: { name: 'Dr. Ito', licensed: true } }],
    ['us-hold/privacy', 'privacy', { ground: 'U3' }],
    ['us-hold/security', 'security', { policy: 'p', caseDecision: 'c' }],
    ['us-hold/infeasible', 'infeasible', { caseDecision: 'c', reasonSentInWritingOn: day('2027-03-15') }],
    ['us-hold/it-maintenance', 'it-maintenance', { from: day('2027-03-02'), until: day('2027-03-03') }],
    ['us-hold/protecting-care', 'protecting-care', { askedBy: 'third-party', policy: 'p' }],
    ['us-hold/manner', 'manner', { caseDecision: 'c' }],
    ['us-hold/fees', 'fees', { electronicAccess: false }],
    ['us-hold/licensing', 'licensing', { askedBy: 'third-party', caseDecision: 'c' }],
    ['us-hold/state-embargo', 'state-embargo', { statute: 's', from: day('2027-03-02'), until: day('2027-03-05') }],
  ])('%s needs what it demands', (rule, code, brought) => {
    expect(decideHold({ ...wish, ...brought, code }, federal, { holidays })).toMatchObject({
      value: { why: { rule } },
    });
    expect(decideHold({ ...wish, code }, federal, { holidays })).toMatchObject({ refusal: { code: 'hold-lacks' } });
  });

  it.each([
    ['us-no-hold/balance-due', 'balance-due', 'Copies may not be withheld for unpaid care.'],
    ['us-no-hold/await-clinician', 'await-clinician', 'A clinician’s wish to look first holds nothing.'],
    ['us-no-hold/unsigned-report', 'unsigned-report', 'Pictures do not wait for a report that is not signed.'],
  ])('%s is never one', (id, code, sentence) => {
    expect(federal.unlawfulHolds.find((row) => row.code === code)?.id).toBe(id);
    expect(decideHold({ ...wish, code }, federal)).toMatchObject({ refusal: { code: 'never-a-hold', sentence } });
  });

  it('has until the tenth business day for the written reason of “infeasible”', () => {
    const late = { ...wish, code: 'infeasible', caseDecision: 'c', reasonSentInWritingOn: day('2027-03-16') };
    expect(decideHold(late, federal, { holidays })).toMatchObject({ refusal: { code: 'hold-lacks' } });
  });
});

describe('how long studies are kept', () => {
  const [madeOn, bornOn] = [day('2020-03-01'), day('2015-06-01')];
  it.each([
    ['us-federal', 'us-keep/images', 'images', undefined, '2025-03-01'],
    ['us-federal', 'us-keep/records', 'records', undefined, '2025-03-01'],
    ['us-federal', 'us-keep/mammograms', 'mammograms', 'no-further-mammogram', '2030-03-01'],
    ['us-federal+CA', 'CA-keep/records', 'records', undefined, '2034-06-01'],
    ['us-federal+FL', 'FL-keep/records', 'records', undefined, '2027-03-01'],
    ['us-federal+GA', 'GA-keep/records', 'records', undefined, '2030-03-01'],
    ['us-federal+IL', 'IL-keep/records', 'records', undefined, '2030-03-01'],
    ['us-federal+IL', 'IL-keep/images', 'images', 'litigation', '2032-03-01'],
    ['us-federal+MA', 'MA-keep/records', 'images', undefined, '2040-03-01'],
    ['us-federal+MI', 'MI-keep/records', 'records', undefined, '2027-03-01'],
    ['us-federal+NC', 'NC-keep/records', 'records', undefined, '2045-06-01'],
    ['us-federal+NV', 'NV-keep/records', 'records', undefined, '2038-06-01'],
    ['us-federal+TX', 'TX-keep/records', 'records', undefined, '2030-03-01'],
    ['us-federal+WA', 'WA-keep/records', 'records', undefined, '2030-03-01'],
  ] as const)('%s: %s', (choice, rule, covers, circumstance, until) => {
    const circumstances = circumstance ? [circumstance] : [];
    const kept = studyKeptUntil(packFor(choice), { covers, madeOn, bornOn, circumstances });
    expect(kept).toMatchObject({ until });
    expect(kept?.why.map((why) => why.rule)).toContain(rule);
  });

  it('are kept by rules that are sure, for pictures by those for records too, and never by those for other papers', () => {
    const kept = (covers: 'images' | 'mammograms' | 'access-file' | 'disclosures', pack = federal) =>
      studyKeptUntil(pack, { covers, madeOn })?.why.map(({ rule }) => rule);
    expect(kept('images')).toEqual(['us-keep/images', 'us-keep/records']);
    expect(kept('mammograms')).toEqual(['us-keep/records', 'us-keep/mammograms']);
    expect(kept('access-file')).toEqual(['us-keep/access-file']);
    const doubtful = federal.retention.map((row) => ({ ...row, conf: 'low' as const }));
    expect(kept('images', { ...federal, retention: doubtful })).toBeUndefined();
    expect(kept('images', { ...federal, retention: [] })).toBeUndefined();
  });

  it.each([
    ['us-keep/access-file', 'access-file'],
    ['us-keep/authorizations', 'authorizations'],
    ['us-keep/disclosures', 'disclosures'],
  ] as const)('%s: the paper of a request six years from its last effect', (rule, covers) => {
    expect(keepUntil(federal, covers, day('2026-05-14'))).toMatchObject({ on: '2032-05-14', why: { rule } });
  });
});

describe('the age from which a person decides alone', () => {
  it.each([
    ['us-federal', 'us-age/default', '2028-02-13'],
    ['us-federal+AL', 'AL-age/consent', '2026-02-13'],
    ['us-federal+NE', 'NE-age/consent', '2029-02-13'],
    ['us-federal+MS', 'MS-age/consent', '2031-02-13'],
  ])('%s: %s', (choice, rule, on) => {
    expect(comingOfAge(day('2010-02-13'), packFor(choice))).toMatchObject({ on, why: { rule, confidence: 'medium' } });
  });

  it('follows Alabama’s change of 2025-10-01 by the day of receipt', () => {
    expect(comingOfAge(day('2010-02-13'), packFor('us-federal+AL', '2025-09-30'))?.on).toBe('2028-02-13');
  });
});

describe('the house’s promises: us-federal/service-limits, OD-23 and OD-25', () => {
  it.each([
    ['acknowledge-electronic', '2027-05-28'],
    ['acknowledge-paper', '2027-06-02'],
    ['defective-directive', '2027-06-02'],
    ['redirect', '2027-06-02'],
    ['offer-inspection', '2027-06-07'],
    ['authority-doubt', '2027-06-01'],
    ['give-after-overturned-denial', '2027-06-07'],
    ['review-denial', '2027-06-12'],
    ['report-breach', '2027-07-27'],
  ] as const)('%s, from the Friday before Memorial Day', (name, on) => {
    expect(serviceDue(name, day('2027-05-28'), federal, { holidays })).toMatchObject({
      on,
      why: { rule: 'us-federal/service-limits' },
    });
  });

  it('review sooner where the facility chose so (OD-23)', () => {
    const sooner = { ...federal, answers: { ...federal.answers, 'OD-23': '5-days' as const } };
    expect(serviceDue('review-denial', day('2027-05-28'), sooner).on).toBe('2027-06-02');
  });
});

describe('the pack as a whole', () => {
  it('wants the eight letters that the clauses demand (us-federal/letters), and no other law’s list', () => {
    const eight = ['L-ACK', 'L-EXT', 'L-DEN', 'L-PART', 'L-REV', 'L-NOT', 'L-NONE', 'L-DONE'];
    expect(federal.lettersRequired).toMatchObject({ id: 'us-federal/letters', value: eight });
    expect([...lettersRequired(federal)]).toEqual(eight);
    expect([...lettersRequired(packFor('eu-gdpr'))]).not.toContain('L-NOT');
  });

  it('wants a letter that a row of a state names beside them', () => {
    const [copy] = federal.access.filter(({ kind }) => kind === 'copy');
    if (!copy) throw new Error('no row');
    const withState = { ...federal, access: [...federal.access, { ...copy, letters: ['L-CLAR' as const] }] };
    expect(lettersRequired(withState).has('L-CLAR')).toBe(true);
  });

  it('had two fee methods before 2016 (us-federal/fee-methods-2003): a flat fee was no way to charge', () => {
    const before = packFor('us-federal', '2016-02-24');
    expect(before.feeMethods).toMatchObject({ id: 'us-federal/fee-methods-2003', value: ['actual', 'average'] });
    expect(quoteFees([{ kind: 'cd', by: 'post' }], demoFeeSchedule, before)).toMatchObject({
      refusal: { code: 'method-not-in-force', why: { rule: 'us-federal/fee-methods-2003' } },
    });
    expect(federal.feeMethods).toMatchObject({ id: 'us-federal/fee-methods', value: ['flat', 'actual', 'average'] });
    expect(quoteFees([{ kind: 'cd', by: 'post' }], demoFeeSchedule, federal)).toMatchObject({
      value: { method: 'flat' },
    });
  });

  it('charges copying, supplies and postage (us-federal/chargeable), and search never', () => {
    const { id, value } = federal.chargeable;
    expect([id, value]).toEqual(['us-federal/chargeable', ['copying', 'supplies', 'postage']]);
    const quote = quoteFees([{ kind: 'cd', by: 'post' }], { ...demoFeeSchedule, method: 'actual' }, federal);
    if (!quote.ok) throw new Error(quote.refusal.code);
    expect(quote.value.lines.map(({ label }) => label)).toEqual(['labour', 'cd', 'postage']);
    expect(decideFeeLine(quote.value, 'postage', federal)).toEqual({ ok: true, value: 'postage' });
    expect(decideFeeLine(quote.value, 'search', federal)).toMatchObject({
      refusal: { code: 'line-never-charged', why: { rule: 'us-federal/chargeable/never' } },
    });
  });

  it('has an edition: the day of its youngest row', () => {
    expect(youngestRow(federal)).toBe('2024-12-17');
    expect(youngestRow(packFor('us-federal+TX'))).toBe('2025-09-01');
  });
});
