import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blockText, calendarDate, type GivenExam, type Letter } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { testLetter, testQuote } from '../testing/test-letter.ts';
import { writeLetterPdf } from './letter-pdf.ts';

const pdfinfo = withTool('pdfinfo');
const pdftotext = withTool('pdftotext');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'echoback-letter-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a reader that is not ours says of the file. */
async function read(letter: Letter, tool: typeof pdfinfo, options: string[] = []): Promise<string> {
  if (!tool.present) throw new Error(tool.reason);
  const file = path.join(folder, 'letter.pdf');
  await writeFile(file, await writeLetterPdf(letter));
  const answer = await tool.value(tool === pdftotext ? [...options, file, '-'] : [...options, file]);
  expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
  return answer.stdout;
}

/** Lines, spaces that keep words together, and page breaks are the page's own. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describeWith([pdfinfo, pdftotext], 'a letter as PDF, read by poppler', () => {
  it('is tagged, claims PDF/UA, and has a title that names nobody', async () => {
    const letter = testLetter('L-DONE');
    const info = await read(letter, pdfinfo);
    expect(info).toMatch(/Title: +Your pictures are ready \(EB 7Q4 M2K\)/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +Mon Nov 23 00:00:00 2026/);
    expect(info).not.toMatch(/Rivera|Pregnancy/);
    const metadata = await read(letter, pdfinfo, ['-meta']);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).not.toMatch(/Rivera|Pregnancy/);
  });

  it('has headings, lists, and tables with header cells, in reading order', async () => {
    const structure = await read(testLetter('L-DONE'), pdfinfo, ['-struct-text']);
    expect(structure).toMatch(/^Document\n {2}Sect\n {4}P \(block\)\n {6}"Riverside Imaging"/);
    expect(structure).toMatch(/H1 \(block\)\n +"Your pictures are ready"/);
    expect(structure).toMatch(/TH:\n +\/Scope \/Column\n +"Clips"/);
    expect(structure).toMatch(/TH:\n +\/Scope \/Row\n +"Pregnancy scan, October 28, 2026"\n +TD\n +"42"\n +TD\n +"8"/);
    expect(structure).toMatch(/LI \(block\)\n +Lbl \(block\)\n +"•"\n +LBody \(block\)\n +"Clip 7 of series 2\./);
    expect(structure.indexOf('"What is in your copy"')).toBeLessThan(structure.indexOf('"How to open it"'));
    expect(structure).not.toContain('Page 1 of');
  });

  it.each(['L-ACK', 'L-DONE', 'L-NONE', 'L-NOT'] as const)('%s holds every word of the letter', async (code) => {
    const letter = testLetter(code);
    const structure = words(await read(letter, pdfinfo, ['-struct-text']));
    for (const block of letter.blocks) {
      for (const line of blockText(block).split('\n')) {
        // To the eye a panel needs no caption; to somebody who listens it is the title of the table.
        expect(structure).toContain(words(line));
      }
    }
  });

  it('numbers its pages', async () => {
    const text = await read(testLetter('L-DONE'), pdftotext, ['-layout']);
    expect(text).toContain('Page 1 of 2');
    expect(text).toContain('Page 2 of 2');
  });

  it('spells names of many languages as they are', async () => {
    const name = 'Nguyễn Thị Łucja Ωμέγα Иван José';
    const text = await read(testLetter('L-ACK', { patient: { name, bornOn: calendarDate('1990-01-01') } }), pdftotext, [
      '-layout',
    ]);
    expect(text).toContain(name);
  });

  it('goes on over as many pages as a long list of missing objects needs, and loses none', async () => {
    const missing = Array.from({ length: 150 }, (_, index) => ({
      kind: 'still' as const,
      seriesNumber: 3,
      instanceNumber: index + 1,
      why: 'damaged' as const,
    }));
    const counts = { stills: 150, clips: 0, reports: 0, other: 0 };
    const exam: GivenExam = {
      label: 'Abdomen scan',
      performedOn: null,
      listed: counts,
      given: { ...counts, stills: 0 },
      report: 'not-held',
      missing,
    };
    const text = await read(testLetter('L-DONE', { exams: [exam] }), pdftotext);
    for (const { instanceNumber } of missing) expect(text).toContain(`Picture ${instanceNumber} of series 3.`);
    expect(text).toMatch(/Page 5 of \d/);
  });

  it('keeps a long table of fees whole, total last', async () => {
    const fee = testQuote([
      { kind: 'prints', by: 'post', sheets: 8 },
      { kind: 'usb', by: 'post' },
      { kind: 'cd', by: 'pick-up' },
    ]);
    const text = words(await read(testLetter('L-ACK', { fee }), pdftotext, ['-layout']));
    expect(text).toContain('Work of copying $2.00 45 CFR 164.524(c)(4)(i) Print sheets $10.00');
    expect(text).toContain('Total $26.30');
  });
});
