import { describe, expect, it } from 'vitest';
import { fleschKincaidGrade, inflesz } from '../testing/readability.ts';
import { addDays, calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { quoteFees } from './fee.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { checkLetter, type Letter, type LetterPart, letterContent } from './letter.ts';
import { blockText } from './letter-block.ts';
import { lettersDuties } from './letter-duties.ts';
import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import { letterCodes } from './letter-kinds.ts';
import { letterSamples } from './letter-samples.ts';
import { type LetterLanguage, letterLanguages } from './letters/bilingual.ts';
import type { GivenExam } from './letters/completion/facts.ts';
import { neutralSentenceOwed } from './neutral-sentence.ts';
import { usFederal } from './packs/us-federal.ts';
import { packInForce } from './policy-pack.ts';
import { usPack } from './testing/packs.ts';

const facts = letterSamples('en', usPack);
const { facility, sentOn: receivedOn } = facts['L-ACK'];
const found = packInForce([usFederal], 'us-federal', receivedOn);
if (!found.ok) throw new Error(found.refusal.code);
const pack = found.value;

function quoted(choices: Parameters<typeof quoteFees>[0]) {
  const quote = quoteFees(choices, demoFeeSchedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

function written<Code extends WritableLetter>(
  code: Code,
  change: Partial<LetterFacts[Code]> = {},
  language: LetterLanguage = 'en',
): Letter {
  const letter = letterContent(code, (needed) => ({ ...letterSamples(needed, usPack)[code], ...change }), language);
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
}

function text(letter: LetterPart): string {
  return letter.blocks.map(blockText).join('\n');
}

/** The running text of a letter: its paragraphs and lists. */
function prose(letter: LetterPart): string {
  return letter.blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'list')
    .map(blockText)
    .join('\n');
}

describe.each(letterCodes)('%s', (code) => {
  it.each(letterLanguages)('has every mandatory content in %s', (language) => {
    expect(checkLetter(code, written(code, {}, language), (needed) => letterSamples(needed, usPack)[code]).ok).toBe(
      true,
    );
  });

  it('is refused when any one of them is taken out', () => {
    const letter = written(code);
    const owed = lettersDuties[code].filter((duty) => duty.onlyWhen?.holds(facts[code] as never) ?? true);
    expect(owed.length).toBeGreaterThan(6);
    for (const duty of owed) {
      const header = { ...letter.facility, phone: '', address: [] };
      const without: Letter = duty.inHeader
        ? {
            ...letter,
            ...(duty.id === 'facility' && { facility: header }),
            ...(duty.id === 'reference' && { reference: '' }),
            ...(duty.id === 'date' && { sentOn: '' as Letter['sentOn'] }),
          }
        : { ...letter, blocks: letter.blocks.filter((block) => !block.duties?.includes(duty.id)) };
      const checked = checkLetter(code, without, facts[code]);
      const missing =
        checked.ok || checked.refusal.code !== 'duties-missing' ? [] : checked.refusal.missing.map((one) => one.id);
      expect(missing).toContain(duty.id);
    }
  });

  it('can be read by somebody who left school at grade 8', () => {
    expect(fleschKincaidGrade(prose(written(code)))).toBeLessThanOrEqual(8);
  });

  it('is fairly easy to read in Spanish', () => {
    expect(inflesz(prose(written(code, {}, 'es')))).toBeGreaterThanOrEqual(65);
  });

  it.each(letterLanguages)('has a title in %s without anybody’s name or exam', (language) => {
    expect(written(code, {}, language).title).not.toMatch(/Rivera|ultrasound|scan|ecografía|\{/i);
  });

  it.each(letterLanguages)('leaves no place unfilled in %s', (language) => {
    const letter = written(code, {}, language);
    expect([letter, letter.beside ?? letter].map(text).join('\n')).not.toMatch(/\{|\}|undefined|null/);
  });

  it('is not written in a language that has no wording', () => {
    expect(letterContent(code, facts[code], 'fr')).toMatchObject({
      refusal: { code: 'language-not-written', language: 'fr', written: ['en', 'es'] },
    });
  });

  it('carries the same neutral sentence for every patient aged 12 to 17, and for nobody else', () => {
    const aged = (age: number, law = pack) => {
      const bornOn = calendarDate(`${2026 - age}-11-23`);
      return { patient: { name: 'Sam', bornOn }, youngAges: neutralSentenceOwed(bornOn, receivedOn, law) };
    };
    for (const age of [12, 14, 17]) {
      expect(text(written(code, aged(age)))).toMatch(/For patients aged 12 to 17/);
      expect(text(written(code, aged(age), 'es'))).toMatch(/paciente tiene de 12 a 17 años/);
    }
    for (const age of [11, 18, 33]) expect(text(written(code, aged(age)))).not.toMatch(/aged 12 to 17/);
    const everyMinor = { ...pack, answers: { ...pack.answers, 'OD-13': 'every-minor' } } as const;
    for (const age of [0, 11, 17]) {
      expect(text(written(code, aged(age, everyMinor)))).toMatch(/Patients under 18\nFor patients under 18, the law/);
      expect(text(written(code, aged(age, everyMinor), 'es'))).toMatch(/paciente es menor de 18 años/);
    }
    expect(text(written(code, aged(18, everyMinor)))).not.toMatch(/under 18/);
  });

  it('cannot be sent by a facility without a phone number', () => {
    expect(letterContent(code, { ...facts[code], facility: { ...facility, phone: 'n/a' } })).toMatchObject({
      refusal: { code: 'duties-missing' },
    });
  });
});

describe('the acknowledgement', () => {
  it('shows the due date with its working', () => {
    const words = text(written('L-ACK'));
    expect(words).toContain('We received your request on Monday, November 23, 2026.');
    expect(words).toContain('30 calendar days, so the last day is Wednesday, December 23, 2026.');
    expect(words).toContain('45 CFR 164.524(b)(2)(i)');
  });

  it('takes due date and fee as the clock and the fee rules give them', () => {
    const due = dueDate(receivedOn, undefined, pack);
    const fee = quoted([{ kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 }]);
    const words = text(written('L-ACK', { due, fee }));
    expect(words).toContain('the last day is Wednesday, December 23, 2026.');
    expect(words).toContain('Work of copying\n$4.00\n45 CFR 164.524(c)(4)(i)');
    expect(words).toContain('Total\n$19.20');
    expect(words).toContain('downloading everything is free');
  });

  it('says after an extension what was promised and that it cannot move again', () => {
    const extension = { sentOn: addDays(receivedOn, 30), promisedOn: addDays(receivedOn, 50), reason: 'Off-site.' };
    const words = text(written('L-ACK', { due: dueDate(receivedOn, extension, pack) }));
    expect(words).toContain('promised Tuesday, January 12, 2027. We cannot move that day again.');
  });

  it('lists the other clocks where more than one runs', () => {
    const alsoDue = [{ what: 'To look at them here', on: calendarDate('2027-06-07'), cite: 'HSC 123110(a)' }];
    expect(text(written('L-ACK', { alsoDue }))).toContain(
      'To look at them here: by Monday, June 7, 2027. (HSC 123110(a))',
    );
  });
});

describe('the completion letter', () => {
  const counts = { stills: 42, clips: 9, reports: 1, other: 0 };
  const given: GivenExam = {
    label: 'Pregnancy ultrasound',
    performedOn: calendarDate('2026-10-28'),
    listed: counts,
    given: counts,
    report: 'given',
    missing: [],
  };
  const gap: GivenExam = {
    ...given,
    given: { ...counts, clips: 8 },
    missing: [{ kind: 'clip', seriesNumber: 2, instanceNumber: 7, why: 'gone-from-source' }],
  };

  it('counts what is in the copy, exam by exam', () => {
    const table = written('L-DONE', { exams: [given] }).blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({ rows: [['Pregnancy ultrasound, October 28, 2026', '42', '9', '1', '0']] });
  });

  it('says that nothing is missing against what the archive listed', () => {
    const words = text(written('L-DONE', { exams: [given] }));
    expect(words).toContain('listed 42 pictures, 9 clips and 1 report. All of it is in your copy.');
  });

  it('names what is missing by kind, number and series, with why and how it follows', () => {
    const words = text(written('L-DONE', { exams: [gap] }));
    expect(words).toContain('Clip 7 of series 2. The archive listed it, but no longer had it when we asked.');
    expect(words).toContain('we will add it to your copy and write to you');
    expect(words).not.toContain('It is complete');
  });

  it('tells how it follows in the words of whoever approved the copy, where they said so', () => {
    const words = text(written('L-DONE', { exams: [gap], officeOnMissing: 'The device still has it.' }));
    expect(words).toContain('writes: “The device still has it.”');
    expect(words).not.toContain('We asked the archive again');
  });

  it('gives the privacy officer’s title and phone and the federal office', () => {
    const words = text(written('L-DONE'));
    expect(words).toContain('Call the Privacy Officer of Riverside Imaging at 555-010-0199');
    expect(words).toContain('www.hhs.gov/ocr/complaints');
    const unreachable = { ...facility, privacyOfficer: { title: 'Privacy Officer', phone: '' } };
    expect(letterContent('L-DONE', { ...facts['L-DONE'], facility: unreachable })).toMatchObject({
      refusal: { missing: [{ id: 'complain-to-facility' }] },
    });
  });

  it('says who else received the copy, and that it has no end date', () => {
    const words = text(written('L-DONE', { ways: [{ kind: 'online' }, { kind: 'secure-link', to: 'Dr. Chen' }] }));
    expect(words).toContain('it also went to Dr. Chen.');
    expect(words).toContain('The online copy has no end date.');
  });

  it('is refused when its English part lacks a content, though the Spanish has it', () => {
    const letter = written('L-DONE', {}, 'es');
    const { beside } = letter;
    if (!beside) throw new Error('no English part');
    const blocks = beside.blocks.filter((block) => !block.duties?.includes('how-to-open'));
    const facts = (language: LetterLanguage) => letterSamples(language, usPack)['L-DONE'];
    expect(checkLetter('L-DONE', letter, facts).ok).toBe(true);
    expect(checkLetter('L-DONE', { ...letter, beside: { ...beside, blocks } }, facts)).toEqual({
      ok: false,
      refusal: {
        code: 'duties-missing',
        letter: 'L-DONE',
        missing: [{ id: 'how-to-open', cite: '45 CFR 164.524(c)(2)', language: 'en' }],
      },
    });
  });
});
