import { expect, test } from 'vitest';
import { calendarDate } from '../calendar.ts';
import { noObjects } from '../counts.ts';
import { letterContent } from '../letter.ts';
import { blockText, type LetterBlock } from '../letter-block.ts';
import type { LetterFacts, WritableLetter } from '../letter-facts.ts';
import { letterCodes } from '../letter-kinds.ts';
import { letterSamples } from '../letter-samples.ts';
import { usPack } from '../testing/packs.ts';
import { type LetterLanguage, letterLanguages } from './bilingual.ts';

/**
 * Whole letters as text, so that whoever reviews a wording reads it in one piece and a changed word is seen in the diff.
 * After a wished change: `npx vitest run --project unit -u packages/right-of-access/src/letters/whole-letters`.
 */
test.each(letterLanguages)('each letter in %s reads as it did when somebody last read it', async (language) => {
  const letters = [...letterCodes.map((code) => whole(code, {}, language)), ...others(language)];
  await expect(`${letters.join('\n\n')}\n`).toMatchFileSnapshot(`./whole-letters.${language}.txt`);
});

/** What the samples do not show: other periods and clocks, nothing missing, nothing disclosed, other ways. */
function others(language: LetterLanguage): string[] {
  const { due, receivedOn } = letterSamples('en', usPack)['L-ACK'];
  const period = (n: number, unit: 'business-day' | 'month') =>
    ({ ...due, working: { ...due.working, kind: 'period', startedOn: receivedOn, limit: { n, unit } } }) as typeof due;
  const promisedOn = calendarDate('2027-01-15');
  const extension = { sentOn: calendarDate('2026-12-20'), promisedOn };
  const extended = {
    on: promisedOn,
    working: { kind: 'extension', received: receivedOn, extension, cite: 'clause' },
  } as const;
  const later = { ...due, working: { ...due.working, startedOn: calendarDate('2026-11-25') } } as typeof due;
  const alsoDue = [{ what: 'Looking', on: calendarDate('2026-12-01'), cite: 'another clause' }];
  const { exams } = letterSamples(language, usPack)['L-DONE'];
  const complete = exams.map((exam) => ({ ...exam, given: exam.listed, missing: [], report: 'not-held' as const }));
  const openExams = letterSamples(language, usPack)['L-NONE'].exams.map(({ label }) => label);
  return [
    whole('L-ACK', { due: period(1, 'month') }, language),
    whole('L-ACK', { due: period(2, 'month') }, language),
    whole('L-ACK', { due: period(5, 'business-day') }, language),
    whole('L-ACK', { due: later, alsoDue }, language),
    whole('L-ACK', { due: extended, fee: letterSamples(language, usPack)['L-FEE'].fee }, language),
    whole('L-DONE', { exams: complete, ways: [{ kind: 'cd' }] }, language),
    whole('L-DONE', { exams: complete, stillToCome: { exams: openExams, dueOn: due.on } }, language),
    whole('L-ACCT', { disclosures: [], feeCents: 500 }, language),
    ...visits(language),
    ...rarer(language),
  ];
}

/** Looking in person: asked for, on offer, chosen, and ready. */
function visits(language: LetterLanguage): string[] {
  const times = [
    { on: calendarDate('2026-12-01'), at: '09:00' },
    { on: calendarDate('2026-12-02'), at: '14:30' },
  ];
  const where = { place: '12 River Street, room 4', askFor: 'Health Information Management' };
  const inspect = [{ kind: 'inspect' }] as const;
  const offered = { is: 'offered', times, ...where } as const;
  return [
    whole('L-ACK', { ways: inspect, visit: { is: 'to-offer', by: calendarDate('2026-12-01') } }, language),
    whole('L-ACK', { ways: inspect, visit: offered }, language),
    whole(
      'L-DONE',
      { exams: letterSamples(language, usPack)['L-DONE'].exams, ways: inspect, visit: offered },
      language,
    ),
    whole('L-DONE', { ways: inspect, visit: { ...offered, is: 'chosen', times: times.slice(1) } }, language),
    whole('L-ACK', { ways: inspect, visit: offered, byPost: true }, language),
    ...['offered', 'chosen'].map((is) => {
      const { exams } = letterSamples(language, usPack)['L-DONE'];
      const complete = exams.map((exam) => ({ ...exam, given: exam.listed, missing: [] }));
      const visit = { ...offered, is } as LetterFacts['L-DONE']['visit'];
      return whole('L-DONE', { ways: inspect, exams: complete, byPost: true, ...(visit && { visit }) }, language);
    }),
  ];
}

/** The other branch of each letter: nothing known, nothing kept, more than one, another price. */
function rarer(language: LetterLanguage): string[] {
  const { receivedOn, exams } = letterSamples(language, usPack)['L-ACK'];
  const { exams: given } = letterSamples(language, usPack)['L-DONE'];
  const { fee } = letterSamples(language, usPack)['L-FEE'];
  const part = exams.map((exam) => ({ ...exam, certainImages: '3, 7' }));
  const bare = exams.map((exam) => ({ ...exam, withReport: false }));
  const unnumbered = { kind: 'still', seriesNumber: null, instanceNumber: null, why: 'gone-from-source' } as const;
  const several = given.flatMap((exam) => [
    { ...exam, missing: [unnumbered], ofAll: 60 },
    { ...exam, given: exam.listed, missing: [] },
  ]);
  const paper = { what: 'Authority', accepted: ['one paper'] };
  const opensOn = calendarDate('2026-11-26');
  const later = [receivedOn, null].map((performedOn) => ({ performedOn, opensOn, cite: 'clause' }));
  return [
    whole('L-ACK', { exams: [...part, ...part.map((exam) => ({ ...exam, withReport: false })), ...bare] }, language),
    whole('L-ACK', { ways: [{ kind: 'cd', to: 'Dr. Chen' }], fee: { ...fee, approximate: false } }, language),
    whole('L-VER', { ways: ['code-to-contact-on-file', 'photo-id-picture', 'papers-by-mail'] }, language),
    whole('L-VER', { byPost: true, ways: ['papers-by-mail', 'papers-here'] }, language),
    whole('L-VER', { missing: [paper], finalAnswer: true }, language),
    whole(
      'L-VER',
      { missing: [paper], pause: { effect: 'period-starts-when-answered', cite: 'Art. 12(6)' } },
      language,
    ),
    whole('L-CLAR', { pause: { effect: 'period-stands-still', cite: 'Recital 63' } }, language),
    whole('L-FEE', { ways: [{ kind: 'cd' }, { kind: 'prints' }], fee: { ...fee, approximate: false } }, language),
    whole('L-FEE', { agreedCents: fee.totalCents }, language),
    whole('L-FEE', { agreedCents: fee.totalCents - 1 }, language),
    whole('L-FMT', { heldElectronically: false, electronic: [] }, language),
    whole('L-WARN', { accepted: undefined } as never, language),
    whole('L-EXT', { available: undefined } as never, language),
    whole('L-NOT', { keeper: undefined, heldHere: undefined } as never, language),
    whole(
      'L-NONE',
      { destroyed: [{ what: '2014', on: receivedOn, schedule: '7' }], survives: 'X', referringDoctor: 'Dr. Hale' },
      language,
    ),
    whole('L-NONE', { toRepresentativeOfMinor: true }, language),
    whole('L-DIR', { problem: { kind: 'not-electronic', asked: 'film', toYouCents: 1920 } }, language),
    whole(
      'L-DIR',
      { byPost: true, problem: { kind: 'missing-elements', missing: ['signature', 'where to send it'] } },
      language,
    ),
    whole('L-DIR', { byPost: true, problem: { kind: 'not-electronic', asked: 'film', toYouCents: 1920 } }, language),
    whole('L-DONE', { exams: several, ways: [{ kind: 'online' }, { kind: 'usb' }] }, language),
    whole('L-DONE', { officeOnMissing: 'X.', ways: [{ kind: 'dvd' }] }, language),
    whole('L-DONE', { reportsLater: later, ways: [{ kind: 'online' }] }, language),
    whole('L-DONE', { reportsLater: later.slice(1), ways: [{ kind: 'online' }, { kind: 'cd' }] }, language),
    ...unlisted(later, language),
    whole('L-DONE', { reportsLater: later, byPost: true, ways: [{ kind: 'usb' }, { kind: 'prints' }] }, language),
    whole('L-DONE', { byPost: true, ways: [{ kind: 'email-unencrypted' }, { kind: 'cd', to: 'Dr. Chen' }] }, language),
    whole('L-DONE', { byPost: true, ways: [{ kind: 'cd', to: 'Dr. Chen' }] }, language),
    whole('L-WITH', { alreadySent: 'X' }, language),
    ...onPaper(language),
    whole('L-DUP', { kept: [] }, language),
    whole('L-BRCH', { happenedOn: undefined } as never, language),
    whole('L-NPR', { hasDied: false, mayTellInvolved: false }, language),
  ];
}

/** For somebody without e-mail no letter may name the page, which does not open for them, nor a way that is only there. */
function onPaper(language: LetterLanguage): string[] {
  const codes = ['L-CLAR', 'L-FEE', 'L-FMT', 'L-EXT', 'L-DEN', 'L-NPR', 'L-AUTH', 'L-WITH'] as const;
  return [
    ...codes.map((code) => whole(code, { byPost: true, available: undefined } as never, language)),
    whole(
      'L-WARN',
      { byPost: true, accepted: undefined, secureWays: [{ kind: 'usb' }, { kind: 'inspect' }] } as never,
      language,
    ),
  ];
}

/** Nothing missing of what the archive listed, and yet a report is to come. */
function unlisted(reportsLater: LetterFacts['L-DONE']['reportsLater'] & {}, language: LetterLanguage): string[] {
  const { exams } = letterSamples(language, usPack)['L-DONE'];
  const { due } = letterSamples(language, usPack)['L-ACK'];
  const complete = exams.map((exam) => ({ ...exam, given: exam.listed, missing: [] }));
  const stillToCome = { exams: ['X'], dueOn: due.on };
  const reportAlone = complete.map((exam) => ({ ...exam, listed: noObjects, given: { ...noObjects, reports: 1 } }));
  return [
    whole('L-DONE', { exams: complete, reportsLater, stillToCome }, language),
    whole('L-DONE', { exams: complete.map((exam) => ({ ...exam, report: 'to-come' })), stillToCome }, language),
    whole('L-DONE', { exams: reportAlone, stillToCome }, language),
    whole('L-DONE', { exams: reportAlone }, language),
  ];
}

function whole<Code extends WritableLetter>(
  code: Code,
  change: Partial<LetterFacts[Code]>,
  language: LetterLanguage,
): string {
  const letter = letterContent(code, (needed) => ({ ...letterSamples(needed, usPack)[code], ...change }), language);
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  const { title, blocks } = letter.value;
  return [`==== ${code} · ${title}`, ...blocks.map(drawn)].join('\n');
}

function drawn(block: LetterBlock): string {
  if (block.kind === 'table') {
    const rows = [block.columns, ...block.rows].map((row) => `| ${row.join(' | ')} |`);
    return [block.caption, ...rows, ...(block.endsInTotal ? ['(the last row is the total)'] : [])].join('\n');
  }
  const sign = { heading: '## ', paragraph: '', list: '- ', facts: ': ' }[block.kind];
  return blockText(block)
    .split('\n')
    .map((line) => `${sign}${line}`)
    .join('\n');
}
