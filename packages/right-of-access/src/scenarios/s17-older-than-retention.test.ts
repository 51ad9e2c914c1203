import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
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

  it('what went before its term had ended, or while it was asked for, is told as no schedule', () => {
    const early = { ...destroyed, destroyedOn: calendarDate('2019-03-01') };
    expect(refusalOf(decideDestroyed(early, packOn('2027-01-11')))).toMatchObject({
      code: 'destroyed-too-early',
      keptUntil: '2019-03-02',
      why: [{ rule: 'us-keep/images' }, { rule: 'us-keep/records' }],
    });
    expect(decideDestroyed({ ...early, destroyedOn: calendarDate('2019-03-02') }, packOn('2027-01-11')).ok).toBe(true);
    const open = [{ kind: 'request', openSince: calendarDate('2027-01-11') }] as const;
    const asked = (on: string) =>
      decideDestroyed({ ...destroyed, destroyedOn: calendarDate(on), open }, packOn('2027-01-11'));
    expect(refusalOf(asked('2027-01-20'))).toMatchObject({ code: 'destroyed-while-asked', since: '2027-01-11' });
    expect(asked('2027-01-10').ok).toBe(true);
    const pack = packOn('2027-01-11');
    const untilOfAge = pack.retention.map((row) => ({ ...row, minors: { untilAge: 23 } }));
    const child = decideDestroyed(
      { ...destroyed, bornOn: calendarDate('2000-01-01') },
      { ...pack, retention: untilOfAge },
    );
    expect(refusalOf(child)).toMatchObject({ code: 'destroyed-too-early', keptUntil: '2023-01-01' });
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

  it('L-NONE: destroyed when and under which rule, where we looked, the report, the doctor; no denial', () => {
    const letter = letterWords('L-NONE', {
      ...aboutIt('2027-01-13'),
      exams: [{ label: 'Abdomen ultrasound', when: 'on March 2, 2014', withReport: true }],
      sources: ['main PACS', 'OB archive', 'film store', 'report system'],
      namesTried: ['Ana Rivera'],
      datesTried: 'March 2014',
      destroyed: [
        { what: 'Abdomen ultrasound of March 2, 2014', on: calendarDate('2022-06-30'), schedule: '7-year schedule' },
      ],
      survives: 'the report',
      referringDoctor: 'Dr. Lind',
    });
    expect(letter).toContain(
      'Abdomen ultrasound of March 2, 2014: destroyed on Thursday, June 30, 2022, under this rule: 7-year schedule.',
    );
    expect(letter).toContain('We did find this, and you get it: the report.');
    expect(letter).toContain('main PACS\nOB archive\nfilm store\nreport system');
    expect(letter).toContain('Your doctor, Dr. Lind, may have a copy');
    expect(letter).not.toMatch(/den(y|ied|ial)|second look/i);
  });
});
