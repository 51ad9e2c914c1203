import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { letterContent } from './letter.ts';
import { blockText } from './letter-block.ts';
import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import { letterSamples } from './letter-samples.ts';
import { usPack } from './testing/packs.ts';

const samples = letterSamples('en', usPack);

function written<Code extends WritableLetter>(code: Code, change: Partial<LetterFacts[Code]>) {
  return letterContent(code, { ...samples[code], ...change });
}

function words<Code extends WritableLetter>(code: Code, change: Partial<LetterFacts[Code]>): string {
  const letter = written(code, change);
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value.blocks.map(blockText).join('\n');
}

const lacking = (id: string) => ({ refusal: { code: 'duties-missing', missing: [{ id }] } });

describe('a denial', () => {
  const research = { code: 'U3', reviewable: false, cite: '45 CFR 164.524(a)(2)(iii)' };

  it('tells how to ask for a review where the ground can be reviewed, and that there is none where it cannot', () => {
    const reviewable = words('L-DEN', {});
    expect(reviewable).toContain('another licensed health professional, who had no part in this decision');
    expect(reviewable).toContain('To ask, call 555-010-0142');
    const unreviewable = words('L-DEN', { ground: research, returns: 'when the study ends' });
    expect(unreviewable).toContain('the law gives no right to a review');
    expect(unreviewable).not.toContain('another licensed health professional, who');
  });

  it('is refused without the basis, the decider or, for research, the time when access returns', () => {
    expect(written('L-DEN', { basis: ' ' })).toMatchObject(lacking('basis'));
    expect(written('L-DEN', { decidedBy: '' })).toMatchObject(lacking('basis'));
    expect(written('L-DEN', { ground: research })).toMatchObject(lacking('access-returns'));
  });

  it('says each ground of the federal list in words of its own, and another law’s ground by its basis alone', () => {
    const before = (code: string) => {
      const ground = { code, reviewable: code.startsWith('R'), cite: 'clause' };
      return /(.*)BASIS/.exec(words('L-DEN', { ground, basis: 'BASIS', returns: 'then' }))?.[1] ?? 'nothing';
    };
    const codes = ['U1', 'U2', 'U3', 'U4', 'U5', 'R1', 'R2', 'R3'];
    expect(new Set([...codes, 'others-rights'].map(before)).size).toBe(9);
    for (const code of codes) expect(before(code).length).toBeGreaterThan(before('others-rights').length);
  });

  it('is refused without a phone number for complaints, in whole and in part', () => {
    const facility = { ...samples['L-DEN'].facility, privacyOfficer: { title: 'Privacy Officer', phone: '' } };
    expect(written('L-DEN', { facility })).toMatchObject(lacking('complain-to-facility'));
    expect(written('L-PART', { facility })).toMatchObject(lacking('complain-to-facility'));
  });

  it('in part is refused when it does not say what is given', () => {
    expect(written('L-PART', { given: [] })).toMatchObject(lacking('what-is-given'));
  });
});

describe('an extension', () => {
  it('gives reason, date and what can be had now', () => {
    const letter = words('L-EXT', { promisedOn: calendarDate('2026-09-25'), firstDue: calendarDate('2026-09-02') });
    expect(letter).toContain('You will have our answer by Friday, September 25, 2026.');
    expect(letter).toContain('This is ready today: the written report.');
    expect(letter).toContain('only once');
  });

  it('is refused without a reason', () => {
    expect(written('L-EXT', { reason: '' })).toMatchObject(lacking('reason'));
  });
});

describe('what is missing from a person', () => {
  it('comes with two ways or more to show it, and as a written answer with complaint routes when it never was', () => {
    expect(written('L-VER', { ways: ['papers-online'] })).toMatchObject(lacking('two-ways'));
    const answer = words('L-VER', { finalAnswer: true });
    expect(answer).toContain('Then we open your request again, with its first date.');
    expect(answer).toContain('www.hhs.gov/ocr/complaints');
    expect(words('L-VER', {})).not.toContain('hhs.gov');
  });
});

describe('a fee', () => {
  it('that rose asks for a new yes, and the old one stands', () => {
    expect(words('L-FEE', { agreedCents: 650 })).toContain(
      'You agreed to $6.50 before. That fee stands unless you agree',
    );
    expect(words('L-FEE', {})).not.toContain('That fee stands');
  });
});

describe('a form that cannot be made', () => {
  it('offers two electronic ones where the pictures are held electronically', () => {
    const electronic = [{ what: 'MP4 clips', cents: 0 }];
    expect(written('L-FMT', { electronic })).toMatchObject(lacking('electronic-alternatives'));
    expect(written('L-FMT', { electronic: [], heldElectronically: false }).ok).toBe(true);
  });
});

describe('pictures that were destroyed', () => {
  it('are named with day, schedule and sources, and what survives is given', () => {
    const letter = words('L-NONE', {
      destroyed: [{ what: 'Pictures of March 2, 2014', on: calendarDate('2022-06-30'), schedule: '7 years' }],
      survives: 'the report',
      referringDoctor: 'Dr. Hale',
    });
    expect(letter).toContain('destroyed on Thursday, June 30, 2022, under this rule: 7 years.');
    expect(letter).toContain('We did find this, and you get it: the report.');
    expect(letter).toContain('Film store');
    expect(letter).toContain('Dr. Hale');
    expect(letter).not.toMatch(/denied|deny/i);
  });
});

describe('a directive', () => {
  it('for prints offers an electronic copy, prints to oneself at their price, and the authorization', () => {
    const letter = words('L-DIR', {
      recipient: 'B. Lee',
      problem: { kind: 'not-electronic', asked: 'laser film prints', toYouCents: 1920 },
    });
    expect(letter).toContain('An electronic copy to B. Lee.');
    expect(letter).toContain('laser film prints to yourself: $19.20.');
    expect(letter).toContain('the authorization');
  });

  it('without a signature names that and nothing else', () => {
    expect(words('L-DIR', {})).toContain('What is missing\nYour signature.\nWhat to do');
  });
});

describe('a relative who may not act for the patient', () => {
  it('learns who may, and neither a denial nor what is held', () => {
    const letter = words('L-NPR', {});
    expect(letter).toContain('Letters testamentary');
    expect(letter).toContain('does not say whether we have any pictures');
    expect(letter).not.toMatch(/denied|deny|Ana Rivera/i);
  });
});

describe('a note of the office', () => {
  it('may have six hundred letters, however many spaces stand around them', () => {
    const note = 'é'.repeat(600);
    expect(words('L-LATE', { note: `  ${note}  ` })).toContain(`\n${note}\n`);
    expect(words('L-LATE', { note: '\nWe call you.\n' })).toContain('\nWe call you.\n');
    expect(written('L-LATE', { note: 'é'.repeat(601) })).toMatchObject({ refusal: { fault: 'too-long' } });
  });

  it('stands in the letter under the name of the office', () => {
    const letter = words('L-LATE', { note: 'Maria Kent looks after your request.' });
    expect(letter).toContain('A note from Health Information Management\nMaria Kent looks after your request.');
  });

  it.each([
    ['blank', '  '],
    ['too-long', 'a'.repeat(601)],
    ['not-one-plain-paragraph', 'first\nsecond'],
    ['not-one-plain-paragraph', 'Ana\u202earevi'],
    ['not-one-plain-paragraph', '<b>now</b>'],
    ['holds-a-web-address', 'See www.elsewhere.example'],
    ['holds-a-web-address', 'See http://elsewhere.example'],
    ['holds-a-web-address', 'See elsewhere.ORG today'],
    ['not-one-plain-paragraph', 'zero\u200bwidth'],
  ])('is refused when it is %s', (fault, note) => {
    expect(written('L-LATE', { note })).toMatchObject({ refusal: { code: 'note-not-plain', fault } });
  });
});
