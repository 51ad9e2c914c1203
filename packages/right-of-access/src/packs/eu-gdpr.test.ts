import { describe, expect, it } from 'vitest';
import { breachDatesUnder } from '../breach.ts';
import { calendarDate, weekday } from '../calendar.ts';
import { clockStatus, dueDate } from '../clock.ts';
import { type DenialWish, decideDenial } from '../denial.ts';
import { decideExtension } from '../extension.ts';
import { feeReason } from '../fee-reason.ts';
import { feeRows } from '../fee-rows.ts';
import { feeReasonWords } from '../fee-words.ts';
import { decideHold } from '../hold.ts';
import { letterContent } from '../letter.ts';
import type { WritableLetter } from '../letter-facts.ts';
import { letterCodes } from '../letter-kinds.ts';
import { letterSamples } from '../letter-samples.ts';
import { denialGround } from '../pack-lookups.ts';
import type { Pack } from '../policy-pack.ts';
import { holidays, packFor } from '../testing/packs.ts';

const pack = packFor('eu-gdpr');
const day = calendarDate;
const due = (received: string, facts: object = {}) => dueDate(day(received), undefined, pack, { holidays, ...facts });

describe('a request under the GDPR', () => {
  it('is due in one month, on the last day of a shorter one, and on the next working day', () => {
    expect(due('2027-03-03')).toMatchObject({
      on: '2027-04-05',
      why: [{ rule: 'eu-gdpr/copy', cite: expect.stringContaining('GDPR Art. 12(3)') }],
    });
    expect(weekday(day('2027-04-03'))).toBe('Saturday');
    expect(due('2027-01-31', { kind: 'inspect' })).toMatchObject({
      on: '2027-03-01',
      why: [{ rule: 'eu-gdpr/inspect' }],
    });
    expect(due('2027-02-28').on).toBe('2027-03-30');
  });

  it('may take two months more, told within the first, three counted from the start', () => {
    const wish = { promisedOn: day('2027-06-03'), reason: 'Films come from abroad in May.', cause: 'other' } as const;
    const decide = (promisedOn: string, today: string) =>
      decideExtension(day('2027-03-03'), undefined, { ...wish, promisedOn: day(promisedOn) }, day(today), pack, {
        holidays,
      });
    expect(decide('2027-06-03', '2027-04-05').ok).toBe(true);
    expect(decide('2027-06-04', '2027-04-05')).toMatchObject({
      refusal: { code: 'date-too-late', latest: '2027-06-03' },
    });
    expect(decide('2027-06-03', '2027-04-06')).toMatchObject({ refusal: { code: 'too-late-to-extend' } });
  });

  it('starts when identity is shown, if that was asked at once: eu-gdpr/pause-identity', () => {
    const waits = [
      { cause: 'identity', from: day('2027-03-04'), until: day('2027-03-11'), askedPromptly: true },
    ] as const;
    expect(due('2027-03-03', { waits }).on).toBe('2027-04-12');
    expect(due('2027-03-03', { waits: [{ ...waits[0], askedPromptly: false }] }).on).toBe('2027-04-05');
  });

  it('stands still for a question only where the record is very large: eu-gdpr/pause-clarification', () => {
    const wait = { cause: 'clarification', from: day('2027-03-04'), until: day('2027-03-09') } as const;
    expect(due('2027-03-03', { waits: [{ ...wait, veryLargeRecord: true }] }).on).toBe('2027-04-08');
    expect(due('2027-03-03', { waits: [wait] }).on).toBe('2027-04-05');
    const overlapping = { ...wait, from: day('2027-03-07'), until: day('2027-03-10'), veryLargeRecord: true };
    expect(due('2027-03-03', { waits: [{ ...wait, veryLargeRecord: true }, overlapping] }).on).toBe('2027-04-09');
  });

  it('is not in time again by what was asked for only when it was over', () => {
    const late = { from: day('2027-04-06'), until: day('2027-04-12') } as const;
    const identity = { ...late, cause: 'identity', askedPromptly: true } as const;
    expect(due('2027-03-03', { waits: [identity] }).on).toBe('2027-04-05');
    const clarification = { ...late, cause: 'clarification', veryLargeRecord: true } as const;
    expect(due('2027-03-03', { waits: [clarification] }).on).toBe('2027-04-05');
    // A question of before moved the last day so far that this one lies within.
    const before = { ...clarification, from: day('2027-03-04'), until: day('2027-03-09') };
    expect(due('2027-03-03', { waits: [clarification, before] }).on).toBe('2027-04-14');
    expect(due('2027-03-03', { waits: [{ ...identity, from: day('2027-04-05') }] }).on).toBe('2027-05-12');
  });

  it('moves under US law by none of these waits (OD-5)', () => {
    const waits = [
      { cause: 'identity', from: day('2027-03-04'), until: day('2027-03-11'), askedPromptly: true },
      { cause: 'clarification', from: day('2027-03-04'), until: day('2027-03-09'), veryLargeRecord: true },
    ] as const;
    expect(dueDate(day('2027-03-03'), undefined, packFor('us-federal'), { waits }).on).toBe('2027-04-02');
  });

  it('warns like every other: eu-gdpr/warnings', () => {
    const { warnings } = clockStatus(day('2027-03-03'), undefined, day('2027-03-03'), pack, { holidays });
    expect(warnings.map(({ on }) => on)).toEqual(['2027-03-19', '2027-03-29', '2027-04-03']);
  });
});

describe('the pack of the European Union', () => {
  it('has its own grounds and none of another law', () => {
    expect(denialGround(pack, 'others-rights')).toMatchObject({ id: 'eu-gdpr/others-rights', reaches: 'copy' });
    expect(denialGround(pack, 'unfounded')).toMatchObject({ id: 'eu-gdpr/unfounded' });
    for (const code of ['U1', 'U3', 'R1']) expect(denialGround(pack, code)).toBeUndefined();
    expect(JSON.stringify(pack)).not.toMatch(/CFR|HIPAA|HHS|U\.S\.C|164\.524|us-federal/);
  });

  it('refuses and asks by its own clauses: no lack of a denial cites another law', () => {
    const wish: DenialWish = {
      ground: 'others-rights',
      decidedOn: day('2027-03-03'),
      basis: '',
      shown: {},
      asker: 'individual',
      asks: 'inspect',
      withheld: [],
      given: [],
      complaints: { titleOrName: '', phone: '' },
    };
    const grounds = ['others-rights', 'unpaid bill', 'not maintained', 'busy'];
    const refused = JSON.stringify(grounds.map((ground) => decideDenial({ ...wish, ground }, pack)));
    expect(refused).toContain('GDPR Art. 12(4)');
    expect(refused).toContain('shown: a copy is asked for');
    expect(refused).not.toMatch(/CFR|HHS|HIPAA/);
  });

  it('knows no hold', () => {
    const wish = {
      askedBy: 'individual',
      holds: ['images'],
      receivedOn: day('2027-03-01'),
      setOn: day('2027-03-02'),
    } as const;
    expect(decideHold({ ...wish, code: 'harm' }, pack)).toMatchObject({
      refusal: { code: 'unknown-code', lawful: [] },
    });
  });

  it('gives the first copy free and no flat fee: eu-gdpr/fee-methods, eu-gdpr/flat-cap, eu-gdpr/chargeable', () => {
    expect(feeRows({}, pack)[0]?.fee.freeWhen).toMatchObject([
      { when: 'first-copy', once: true, cite: 'GDPR Art. 12(5), 15(3)' },
      { when: 'inspection' },
    ]);
    expect(pack.feeMethods).toMatchObject({ id: 'eu-gdpr/fee-methods', value: ['actual'] });
    expect(pack.flatCapCents).toMatchObject({ id: 'eu-gdpr/flat-cap', value: 0 });
    expect(pack.chargeable).toMatchObject({ id: 'eu-gdpr/chargeable', value: ['copying', 'supplies', 'postage'] });
  });

  it('promises and writes as its own rows say: eu-gdpr/letters, eu-gdpr/service-limits', () => {
    const five = ['L-ACK', 'L-EXT', 'L-DEN', 'L-PART', 'L-DONE'];
    expect(pack.lettersRequired).toMatchObject({ id: 'eu-gdpr/letters', value: five });
    expect(pack.serviceLimits.value['report-breach']).toEqual({ n: 3, unit: 'calendar-day' });
  });
});

describe('a complaint under the GDPR', () => {
  it('goes to the supervisory authority, and no letter names another: eu-gdpr/complaint-route, us-federal/complaint-route', () => {
    expect(packFor('eu-gdpr').complaintRoute).toMatchObject({ value: 'supervisory-authority' });
    expect(packFor('us-federal+CA').complaintRoute).toMatchObject({ value: 'hhs-ocr' });
    for (const language of ['en', 'es'] as const) {
      const words = (code: WritableLetter, under: Pack) => {
        const letter = letterContent(code, (spoken) => letterSamples(spoken, under)[code], language);
        if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
        return JSON.stringify(letter);
      };
      for (const code of letterCodes) {
        const named = words(code, packFor('us-federal')).includes('hhs.gov');
        const european = words(code, pack);
        expect([code, european.includes('edpb.europa.eu')]).toEqual([code, named]);
        expect(european).not.toMatch(/hhs\.gov|Office for Civil Rights|Department of Health and Human|EE\. UU\./);
      }
    }
  });
});

describe('a breach under the GDPR', () => {
  it('is told to the authority within 72 hours and not by a yearly list: eu-gdpr/service-limits', () => {
    const told = breachDatesUnder(pack, day('2027-03-03'), { people: 1 }, { holidays });
    expect(told).toMatchObject({ individualBy: '2027-03-06', authorityBy: '2027-03-06' });
    expect(JSON.stringify(told)).not.toMatch(/CFR|HHS|us-federal/);
  });
});

describe('money under the GDPR', () => {
  it('is euros in every amount, in both languages, and never dollars', () => {
    expect(packFor('eu-gdpr').currency).toBe('EUR');
    expect(packFor('us-federal+CA').currency).toBe('USD');
    for (const [language, amount] of [
      ['en', '€19.20'],
      ['es', '19,20\u00a0€'],
    ] as const) {
      for (const code of ['L-FEE', 'L-REFUND', 'L-ACK', 'L-FMT', 'L-ACCT'] as const) {
        const letter = letterContent(code, (spoken) => letterSamples(spoken, pack)[code], language);
        const text = JSON.stringify(letter);
        expect([code, letter.ok, text.includes('$')]).toEqual([code, true, false]);
        if (code === 'L-FEE') expect(text).toContain(amount);
      }
    }
    const said = feeReason('promise', packFor('eu-gdpr').chargeable, packFor('eu-gdpr'), { 'at-most-cents': 500 });
    expect(feeReasonWords(said, 'en')).toContain('€5.00');
  });
});
