import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { decideDirective } from './directive.ts';
import { embargoReaches } from './embargo.ts';
import { letterSentOn } from './letter-sent.ts';
import { openAnswer } from './open-answer.ts';
import { type OpenDecisionId, openQuestions } from './open-decision.ts';
import type { Pack } from './policy-pack.ts';
import { receiptDay } from './receipt.ts';
import { holidays, packFor, usSources } from './testing/packs.ts';

const federal = packFor('us-federal');
const newYork = 'America/New_York';
const day = calendarDate;
const answering = (answers: Partial<Pack['answers']>, pack = federal): Pack => ({
  ...pack,
  answers: { ...pack.answers, ...answers },
});

describe('every open decision', () => {
  const ids = Object.keys(openQuestions) as OpenDecisionId[];
  it('has a question, an answer and a reason in every base pack', () => {
    expect(ids).toHaveLength(25);
    for (const pack of [federal, packFor('eu-gdpr')]) {
      for (const id of ids) {
        const { answer, reason } = pack.openDecisions[id];
        expect([answer.length > 1, reason.length > 8, pack.answers[id]]).toEqual([
          true,
          true,
          pack.openDecisions[id].setting,
        ]);
      }
    }
  });

  it('explains itself to whoever asks', () => {
    expect(openAnswer(federal, 'OD-19')).toMatchObject({
      setting: 'down',
      why: { rule: 'OD-19', inputs: [{ name: 'question', value: 'How are fees rounded?' }, { value: 'down' }] },
    });
  });
});

describe('how days are counted', () => {
  const received = day('2026-11-26');
  it('OD-1: the day of receipt is day 0, or day 1 where a facility is stricter', () => {
    expect(dueDate(received, undefined, federal).on).toBe('2026-12-26');
    expect(dueDate(received, undefined, answering({ 'OD-1': 'day-1' })).on).toBe('2026-12-25');
  });

  it('OD-2: a due date stays, or moves to the working day before where a facility is stricter', () => {
    const earlier = answering({ 'OD-2': 'moves-earlier' });
    expect(dueDate(received, undefined, earlier, { holidays }).on).toBe('2026-12-24');
  });

  it('OD-20: business days leave out a named calendar, or weekends alone where a facility is stricter', () => {
    const california = packFor('us-federal+CA');
    const inspect = (pack: Pack) => dueDate(day('2027-05-28'), undefined, pack, { kind: 'inspect', holidays }).on;
    expect(inspect(california)).toBe('2027-06-07');
    expect(inspect(answering({ 'OD-20': 'weekends-only' }, california))).toBe('2027-06-04');
    expect(() => dueDate(day('2027-05-28'), undefined, california, { kind: 'inspect' })).toThrow('us-ca');
  });
});

describe('when something arrived and when it went out', () => {
  const dock = { at: '2028-01-30T23:50:00-05:00', holder: 'facility', channel: 'post' } as const;
  const vendor = { at: '2028-01-29T10:00:00-05:00', holder: 'business-associate', channel: 'fax' } as const;
  const stranger = { at: '2028-01-02T10:00:00-05:00', holder: 'somebody-else', channel: 'post' } as const;

  it('OD-3 and OD-4: the first arrival at any door counts, on the facility’s own calendar', () => {
    expect(receiptDay([dock, stranger], newYork, federal)).toMatchObject({ value: { on: '2028-01-30' } });
    expect(receiptDay([dock, vendor], newYork, federal)).toMatchObject({
      value: { on: '2028-01-29', why: [{ rule: 'OD-3' }, { rule: 'OD-4' }] },
    });
    expect(receiptDay([stranger], newYork, federal)).toMatchObject({ refusal: { code: 'not-received' } });
  });

  it('OD-11: a spoken request starts the clock', () => {
    const spoken = { ...vendor, holder: 'facility', channel: 'phone' } as const;
    expect(receiptDay([spoken], newYork, federal)).toMatchObject({
      value: { on: '2028-01-29', why: [{}, {}, { rule: 'OD-11' }] },
    });
  });

  it('OD-10: a letter is sent when it is out of the house, and one that came back was not', () => {
    const on = (dispatch: Parameters<typeof letterSentOn>[0]) => letterSentOn(dispatch, newYork, federal).on;
    const lastMinute = '2026-09-02T23:59:00-04:00';
    expect(on({ channel: 'e-mail', acceptedAt: lastMinute, bounced: false })).toBe('2026-09-02');
    expect(on({ channel: 'e-mail', acceptedAt: lastMinute, bounced: true })).toBeUndefined();
    expect(on({ channel: 'portal', visibleAt: lastMinute })).toBeUndefined();
    expect(on({ channel: 'portal', visibleAt: lastMinute, noticeAt: '2026-09-03T00:01:00-04:00' })).toBe('2026-09-03');
    expect(on({ channel: 'post', handedToCarrierAt: lastMinute })).toBe('2026-09-02');
    expect(on({ channel: 'post' })).toBeUndefined();
  });
});

describe('what is reached', () => {
  it('OD-7: a directive reaches the image archive', () => {
    const signature = { by: 'individual', on: day('2026-06-09') } as const;
    const directive = { written: true, signature, recipientName: 'A. Ruiz', recipientAddress: 'ruiz@lawfirm.example' };
    expect(decideDirective(directive, { copy: 'electronic', heldAs: 'electronic' }, usSources).ok).toBe(true);
    expect(openAnswer(federal, 'OD-7').setting).toBe('archive-is-ehr');
  });

  it('OD-12: a copy sent at the person’s direction is shown with its label', () => {
    expect(openAnswer(federal, 'OD-12').setting).toBe('shown-and-labelled');
  });

  it('OD-16: a hold on results reaches the electronic report alone', () => {
    const reaches = (what: 'pictures' | 'report', manner: 'electronic' | 'paper') =>
      embargoReaches(federal, { what, manner }).reaches;
    expect(reaches('report', 'electronic')).toBe(true);
    expect([reaches('report', 'paper'), reaches('pictures', 'electronic'), reaches('pictures', 'paper')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
