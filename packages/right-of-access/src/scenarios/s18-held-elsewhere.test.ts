import { describe, expect, it } from 'vitest';
import { allowed, due, holidays, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDenial } from '../denial.ts';
import { decideNotMaintained } from '../not-maintained.ts';

describe('S18 held elsewhere, and the copy that was imported', () => {
  const pack = packOn('2027-01-25');
  const keeper = { name: 'Northside Radiology', address: '9 North Ave', phone: '555-555-0111' };
  const facts = { receivedOn: calendarDate('2027-01-25'), due: due('2027-01-25'), keeper };

  it('L-NOT names Northside, by 2027-01-27 (house) and 2027-02-24 (law)', () => {
    const told = allowed(
      decideNotMaintained({ ...facts, importedCopies: [{ exam: 'echo 2025', askedFor: false }] }, pack, holidays),
    );
    expect(told).toMatchObject({ letter: 'L-NOT', keeper, give: [], sendBy: '2027-01-27', sendByLaw: '2027-02-24' });
  });

  it('the imported echo is given when she asked for everything', () => {
    const told = allowed(
      decideNotMaintained({ ...facts, importedCopies: [{ exam: 'echo 2025', askedFor: true }] }, pack, holidays),
    );
    expect(told.give).toEqual(['echo 2025']);
  });

  it('nobody says “ask them” before imported copies were looked for', () => {
    expect(refusalOf(decideNotMaintained({ ...facts, importedCopies: 'not-looked-for' }, pack, holidays)).code).toBe(
      'imported-copies-not-checked',
    );
  });

  it('neither is a denial', () => {
    const asDenial = (ground: string) =>
      refusalOf(
        decideDenial(
          {
            ground,
            decidedOn: facts.receivedOn,
            basis: '',
            shown: {},
            asker: 'individual',
            asks: 'copy',
            withheld: [],
            given: [],
            complaints: { titleOrName: '', phone: '' },
          },
          pack,
        ),
      );
    expect(asDenial('not maintained')).toMatchObject({ code: 'another-outcome', letter: 'L-NOT' });
    expect(asDenial('destroyed under schedule')).toMatchObject({ code: 'another-outcome', letter: 'L-NONE' });
  });

  it('L-NOT: name, address and phone of Northside, and the echo is given', () => {
    const letter = letterWords('L-NOT', {
      ...aboutIt('2027-01-27'),
      exams: [{ label: 'Pelvic ultrasound', when: 'in 2024', place: 'Northside Radiology', withReport: true }],
      keeper,
      heldHere: 'an outside heart scan of 2025',
    });
    expect(letter).toContain('Please ask Northside Radiology, 9 North Ave, phone 555-555-0111.');
    expect(letter).toContain('We keep this, and you get it: an outside heart scan of 2025.');
  });
});
