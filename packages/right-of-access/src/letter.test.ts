import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { quoteFees } from './fee.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { checkLetter, type Letter, letterContent } from './letter.ts';
import { blockText } from './letter-block.ts';
import { lettersDuties } from './letter-duties.ts';
import type { GivenExam, LetterFacts, WritableLetter } from './letter-facts.ts';
import { usFederal } from './packs/us-federal.ts';
import { packInForce } from './policy-pack.ts';

const receivedOn = calendarDate('2026-11-23');
const found = packInForce([usFederal], 'us-federal', receivedOn);
if (!found.ok) throw new Error(found.refusal.code);
const pack = found.value;

const subject = {
  facility: {
    name: 'Riverside Imaging',
    officeName: 'Health Information Management',
    phone: '555-010-0142',
    email: 'pictures@riverside.example',
    address: ['12 River Street', 'Springfield, NY 10000'],
    privacyOfficer: { title: 'Privacy Officer', phone: '555-010-0199' },
  },
  reference: 'EB 7Q4 M2K',
  sentOn: receivedOn,
  addressee: { name: 'Ana Rivera' },
  patient: { name: 'Ana Rivera', bornOn: calendarDate('1993-04-12') },
  trackAddress: 'https://pictures.riverside.example/track',
};
const exam = {
  label: 'Pregnancy ultrasound',
  when: 'around October 2026',
  place: 'Riverside women’s clinic',
  withReport: true,
};
const counts = { stills: 42, clips: 9, reports: 1, other: 0 };
const given: GivenExam = {
  label: 'Pregnancy ultrasound',
  performedOn: calendarDate('2026-10-28'),
  listed: counts,
  given: counts,
  report: 'given',
  missing: [],
};

const facts: LetterFacts = {
  'L-ACK': {
    ...subject,
    receivedOn,
    due: dueDate(receivedOn, undefined, pack),
    exams: [exam],
    ways: [{ kind: 'online' }],
    fee: quoted([{ kind: 'online' }]),
  },
  'L-DONE': { ...subject, exams: [given], ways: [{ kind: 'online' }] },
  'L-NONE': {
    ...subject,
    exams: [exam],
    sources: ['Main picture archive', 'Obstetrics archive'],
    namesTried: ['Ana Rivera', 'Ana Lopez'],
    datesTried: 'September to November 2026',
  },
  'L-NOT': {
    ...subject,
    exams: [exam],
    keeper: { name: 'Northside Radiology', address: '4 North Road, Springfield', phone: '555-010-0177' },
  },
};
const codes = Object.keys(facts) as WritableLetter[];

function quoted(choices: Parameters<typeof quoteFees>[0]) {
  const quote = quoteFees(choices, demoFeeSchedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

function written<Code extends WritableLetter>(code: Code, change: Partial<LetterFacts[Code]> = {}): Letter {
  const letter = letterContent(code, { ...facts[code], ...change });
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
}

function text(letter: Letter): string {
  return letter.blocks.map(blockText).join('\n');
}

/** Flesch–Kincaid grade of running text; addresses, numbers and citations are not reading matter. */
function gradeLevel(prose: string): number {
  const plain = prose.replace(/\(45 CFR[^)]*\)+(\([^)]*\))*\)?|https?:\S+|www\S+|\S+@\S+|[\d-]{5,}/g, '');
  const sentences = plain.split(/[.:?]\s/).filter((sentence) => /\w/.test(sentence)).length;
  const words = plain.match(/[A-Za-z’]+/g) ?? [];
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

describe.each(codes)('%s', (code) => {
  it('has every mandatory content', () => {
    expect(checkLetter(written(code), code).ok).toBe(true);
  });

  it('is refused when any one of them is taken out', () => {
    const letter = written(code);
    for (const duty of lettersDuties[code]) {
      const header = { ...letter.facility, phone: '', address: [] };
      const without: Letter = duty.inHeader
        ? {
            ...letter,
            ...(duty.id === 'facility' && { facility: header }),
            ...(duty.id === 'reference' && { reference: '' }),
            ...(duty.id === 'date' && { sentOn: '' as Letter['sentOn'] }),
          }
        : { ...letter, blocks: letter.blocks.filter((block) => !block.duties?.includes(duty.id)) };
      const checked = checkLetter(without, code);
      const missing =
        checked.ok || checked.refusal.code !== 'duties-missing' ? [] : checked.refusal.missing.map((one) => one.id);
      expect(missing).toContain(duty.id);
    }
  });

  it('can be read by somebody who left school at grade 8', () => {
    const prose = written(code).blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'list');
    expect(gradeLevel(prose.map(blockText).join('\n'))).toBeLessThan(8);
  });

  it('has a title without anybody’s name or exam', () => {
    expect(written(code).title).not.toMatch(/Rivera|ultrasound/i);
  });

  it('is not written in a language that nobody reviewed', () => {
    expect(letterContent(code, facts[code], 'es')).toMatchObject({
      refusal: { code: 'language-not-reviewed', language: 'es', reviewed: ['en'], cite: '45 CFR 92.201(c)(3)' },
    });
  });

  it('carries the same neutral sentence for every patient aged 12 to 17, and for nobody else', () => {
    const aged = (age: number) => ({ patient: { name: 'Sam', bornOn: calendarDate(`${2026 - age}-11-23`) } });
    const sentence = /For patients aged 12 to 17/;
    for (const age of [12, 14, 17]) expect(text(written(code, aged(age)))).toMatch(sentence);
    for (const age of [11, 18, 33]) expect(text(written(code, aged(age)))).not.toMatch(sentence);
  });

  it('cannot be sent by a facility without a phone number', () => {
    const facility = { ...subject.facility, phone: 'n/a' };
    expect(letterContent(code, { ...facts[code], facility })).toMatchObject({ refusal: { code: 'duties-missing' } });
  });
});

describe('the acknowledgement', () => {
  it('shows the due date with its working', () => {
    const words = text(written('L-ACK'));
    expect(words).toContain('We received your request on Monday, November 23, 2026.');
    expect(words).toContain('30 calendar days, so the last day is Wednesday, December 23, 2026.');
    expect(words).toContain('45 CFR 164.524(b)(2)(i)');
  });

  it('shows fee lines with the rule of each, and the free ways beside them', () => {
    const words = text(written('L-ACK', { fee: quoted([{ kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 }]) }));
    expect(words).toContain('Work of copying\n$4.00\n45 CFR 164.524(c)(4)(i)');
    expect(words).toContain('Total\n$19.20');
    expect(words).toContain('downloading everything is free');
  });

  it('says after an extension what was promised and that it cannot move again', () => {
    const extension = { sentOn: addDays(receivedOn, 30), promisedOn: addDays(receivedOn, 50), reason: 'Off-site.' };
    const words = text(written('L-ACK', { due: dueDate(receivedOn, extension, pack) }));
    expect(words).toContain('promised Tuesday, January 12, 2027. We cannot move that day again.');
  });
});

describe('the completion letter', () => {
  it('counts what is in the copy, exam by exam', () => {
    const table = written('L-DONE').blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({ rows: [['Pregnancy ultrasound, October 28, 2026', '42', '9', '1', '0']] });
  });

  it('says that nothing is missing against what the archive listed', () => {
    expect(text(written('L-DONE'))).toContain('listed 42 pictures, 9 clips and 1 report. All of it is in your copy.');
  });

  it('names what is missing by kind, number and series, with why and how it follows', () => {
    const gap: GivenExam = {
      ...given,
      given: { ...counts, clips: 8 },
      missing: [{ kind: 'clip', seriesNumber: 2, instanceNumber: 7, why: 'gone-from-source' }],
    };
    const words = text(written('L-DONE', { exams: [gap] }));
    expect(words).toContain('Clip 7 of series 2. The archive listed it, but no longer had it when we asked.');
    expect(words).toContain('we will add it to your copy and write to you');
    expect(words).not.toContain('It is complete');
  });

  it('tells how it follows in the words of whoever approved the copy, where they said so', () => {
    const gap: GivenExam = {
      ...given,
      missing: [{ kind: 'clip', seriesNumber: 2, instanceNumber: 7, why: 'gone-from-source' }],
    };
    const words = text(written('L-DONE', { exams: [gap], officeOnMissing: 'The device still has it.' }));
    expect(words).toContain('writes: “The device still has it.”');
    expect(words).not.toContain('We asked the archive again');
  });

  it('gives the privacy officer’s title and phone and the federal office', () => {
    const words = text(written('L-DONE'));
    expect(words).toContain('Call the Privacy Officer of Riverside Imaging at 555-010-0199');
    expect(words).toContain('www.hhs.gov/ocr/complaints');
    expect(
      letterContent('L-DONE', {
        ...facts['L-DONE'],
        facility: { ...subject.facility, privacyOfficer: { title: 'Privacy Officer', phone: '' } },
      }),
    ).toMatchObject({
      refusal: { missing: [{ id: 'complain-to-facility' }] },
    });
  });

  it('says who else received the copy, and until when it opens', () => {
    const words = text(
      written('L-DONE', {
        ways: [{ kind: 'online' }, { kind: 'secure-link', to: 'Dr. Chen' }],
        openUntil: calendarDate('2027-11-23'),
      }),
    );
    expect(words).toContain('it also went to Dr. Chen.');
    expect(words).toContain('opens until Tuesday, November 23, 2027');
  });
});
