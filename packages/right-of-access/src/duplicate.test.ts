import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type Arrival, decideDuplicate } from './duplicate.ts';

const portal: Arrival = {
  reference: 'EB-portal',
  patientId: 'p1',
  receivedOn: calendarDate('2026-05-04'),
  exams: ['U1'],
  deliveries: ['download'],
  closed: false,
};
const fax: Arrival = { ...portal, reference: 'EB-fax', receivedOn: calendarDate('2026-05-06'), deliveries: ['disc'] };
const cite = 'house rule: once a request, and no clock starts again';

describe('a repeat', () => {
  it('is joined to the one received first, in whichever order they are looked at', () => {
    const joined = {
      ok: true,
      value: {
        kind: 'joined',
        into: 'EB-portal',
        duplicate: 'EB-fax',
        receivedOn: '2026-05-04',
        addedDeliveries: ['disc'],
        letter: 'L-DUP',
        why: {
          rule: 'house/duplicate',
          cite,
          confidence: 'high',
          inputs: [
            { name: 'earlier', value: '2026-05-04' },
            { name: 'later', value: '2026-05-06' },
            { name: 'sharedExams', value: '1' },
          ],
        },
      },
    };
    expect(decideDuplicate(portal, fax)).toEqual(joined);
    expect(decideDuplicate(fax, portal)).toEqual(joined);
  });

  it('of the same day is joined to the one that was named first', () => {
    const sameDay = { ...fax, receivedOn: portal.receivedOn };
    expect(decideDuplicate(portal, sameDay)).toMatchObject({ value: { into: 'EB-portal' } });
    expect(decideDuplicate(sameDay, portal)).toMatchObject({ value: { into: 'EB-fax' } });
  });

  it('that asks for less is joined; one that asks for more is only linked, by the exams that both name', () => {
    expect(decideDuplicate({ ...portal, exams: ['U1', 'U2'] }, fax)).toMatchObject({ value: { kind: 'joined' } });
    const more = decideDuplicate(portal, { ...fax, exams: ['U2', 'U1', 'U3'] });
    expect(more).toMatchObject({ value: { kind: 'linked', shared: ['U1'] } });
    expect(more.ok && more.value).not.toHaveProperty('letter');
  });

  it('is never another patient’s, nor of a request that was answered', () => {
    expect(decideDuplicate(portal, { ...fax, patientId: 'p2' })).toEqual({
      ok: false,
      refusal: { code: 'another-patient', cite: 'house rule: only requests about one patient are joined' },
    });
    for (const [a, b, reference] of [
      [{ ...portal, closed: true }, fax, 'EB-portal'],
      [portal, { ...fax, closed: true }, 'EB-fax'],
    ] as const) {
      expect(decideDuplicate(a, b)).toEqual({ ok: false, refusal: { code: 'already-closed', reference, cite } });
    }
  });
});
