import { describe, expect, it } from 'vitest';
import { allowed, due, holidays, packOn, refusalOf } from '../../testing/facility-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDenial } from '../denial.ts';
import { decideNotMaintained } from '../not-maintained.ts';
import { type Destruction, decideDestroyed, deletionFrozen } from '../retention.ts';

describe('S17 older than retention', () => {
  const destroyed: Destruction = {
    studyOn: calendarDate('2014-03-02'),
    stillHeld: false,
    destroyedOn: calendarDate('2022-06-30'),
    schedule: '7-year schedule',
    certificate: 'C-2022-118',
    survives: ['report'],
    referringDoctor: 'Dr. Lind',
  };

  it('the report is given, and L-NONE says when and why the pictures went; due 2027-02-10', () => {
    expect(allowed(decideDestroyed(destroyed, packOn('2027-01-11')))).toMatchObject({
      letter: 'L-NONE',
      isDenial: false,
      destroyedOn: '2022-06-30',
      schedule: '7-year schedule',
      give: ['report'],
      mayHold: 'Dr. Lind',
    });
    expect(due('2027-01-11')).toBe('2027-02-10');
  });

  it('names what is lacking where destruction is only assumed', () => {
    const { destroyedOn: _, ...noDay } = destroyed;
    expect(
      refusalOf(decideDestroyed({ ...noDay, schedule: '', certificate: ' ' }, packOn('2027-01-11'))),
    ).toMatchObject({
      lacks: [{ name: 'the day of destruction' }, { name: 'the schedule' }, { name: 'the certificate' }],
    });
  });

  it('a study of 2015-08-09 past its date and still in the archive must be given (OD-18)', () => {
    const kept = { ...destroyed, studyOn: calendarDate('2015-08-09'), stillHeld: true };
    expect(refusalOf(decideDestroyed(kept, packOn('2027-01-11')))).toMatchObject({
      code: 'still-held',
      why: { rule: 'OD-18' },
    });
  });

  it('its deletion planned for 2027-01-20 is frozen from 2027-01-11', () => {
    const openSince = calendarDate('2027-01-11');
    const planned = calendarDate('2027-01-20');
    expect(
      deletionFrozen(planned, [
        { kind: 'review', openSince: planned },
        { kind: 'request', openSince },
      ]),
    ).toMatchObject({
      frozen: true,
      since: '2027-01-11',
    });
    expect(deletionFrozen(planned, []).frozen).toBe(false);
    expect(deletionFrozen(calendarDate('2027-01-10'), [{ kind: 'request', openSince }]).frozen).toBe(false);
  });
});

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
});
