import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { clinicianMayOpen, embargoEnd } from './embargo.ts';
import { packFor } from './testing/packs.ts';

const finalisedAt = Date.parse('2027-05-03T16:20:00-05:00');
const central = 'America/Chicago';

function opens(choice: string, clinicianAt?: number, due = '2027-05-30') {
  const pack = packFor(choice);
  const [embargo] = pack.embargoes;
  if (!embargo) throw new Error('no row');
  return embargoEnd(
    embargo,
    { finalisedAt, due: calendarDate(due), ...(clinicianAt && { clinicianAt }) },
    central,
    pack,
  );
}

describe('a report that state law holds back opens by itself', () => {
  it('in Texas at the start of the third day: “your report will open on Thu 6 May”', () => {
    expect(opens('us-federal+TX')).toMatchObject({
      opensAt: Date.parse('2027-05-06T00:00:00-05:00'),
      opensOn: '2027-05-06',
      why: [{ rule: 'TX-1590062/embargo', confidence: 'high' }, { rule: 'OD-16' }],
    });
  });

  it('in Kentucky after 72 hours, sooner when a clinician lifts it', () => {
    expect(opens('us-federal+KY')).toMatchObject({
      opensAt: Date.parse('2027-05-06T16:20:00-05:00'),
      why: [{ rule: 'KY-72H/embargo' }, {}],
    });
    const lifted = finalisedAt + 3_600_000;
    expect(opens('us-federal+KY', lifted).opensAt).toBe(lifted);
  });

  it('in California when a clinician has talked it over, and on the due date at the latest', () => {
    expect(opens('us-federal+CA').opensOn).toBe('2027-05-30');
    expect(opens('us-federal+CA', finalisedAt + 60_000)).toMatchObject({
      opensAt: finalisedAt + 60_000,
      why: [{ rule: 'CA-123148/embargo', confidence: 'medium' }, {}],
    });
  });

  it('sooner by a clinician’s word only where the statute says so', () => {
    const may = (choice: string) => packFor(choice).embargoes.map(clinicianMayOpen);
    expect([may('us-federal+TX'), may('us-federal+KY'), may('us-federal+CA')]).toEqual([[false], [true], [true]]);
  });

  it('never later than the day on which the request is due, and never before it was finished', () => {
    expect(opens('us-federal+TX', undefined, '2027-05-05').opensOn).toBe('2027-05-05');
    expect(opens('us-federal+TX', undefined, '2027-05-01').opensAt).toBe(finalisedAt);
  });

  it('does not exist before its law', () => {
    expect(packFor('us-federal+TX', '2025-08-31').embargoes).toEqual([]);
  });

  it('says when the report was finished and when it opens', () => {
    expect(opens('us-federal+TX').why[0]?.inputs).toEqual([
      { name: 'finalised', value: '2027-05-03' },
      { name: 'opensOn', value: '2027-05-06' },
    ]);
  });
});
