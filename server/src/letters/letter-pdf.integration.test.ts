import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  blockText,
  calendarDate,
  type GivenExam,
  type Letter,
  letterCodes,
  type WritableLetter,
} from '@echoback/right-of-access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { testLetter, testQuote, testReviews } from '../testing/test-letter.ts';
import { writeLetterPdf } from './letter-pdf.ts';

const pdfinfo = withTool('pdfinfo');
const pdftotext = withTool('pdftotext');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'echoback-letter-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'letter.pdf');

/** What a reader that is not ours says of the file. */
async function read(letter: Letter, tool: typeof pdfinfo, options: string[] = []): Promise<string> {
  if (!tool.present) throw new Error(tool.reason);
  await writeFile(file(), await writeLetterPdf(letter));
  const answer = await tool.value(tool === pdftotext ? [...options, file(), '-'] : [...options, file()]);
  expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
  return answer.stdout;
}

/** Lines, spaces that keep words together, and page breaks are the page's own. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const forms: [string, (code: WritableLetter) => Letter][] = [
  ['English', (code) => testLetter(code)],
  ['Spanish, reviewed', (code) => testLetter(code, {}, 'es', testReviews)],
  ['Spanish with the English beside it', (code) => testLetter(code, {}, 'es')],
];

/** Every line of a letter from its head to its end; a panel's caption is the title of its table and never drawn. */
function linesOf(letter: Letter): string[] {
  const head = [letter.facility.name, letter.addressee.name, ...(letter.addressee.address ?? []), letter.reference];
  const parts = [letter, ...(letter.beside ? [letter.beside] : [])];
  const body = parts.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => blockText(block).split('\n')),
  ]);
  return [...head, ...body].filter((line) => line !== '');
}

/** Languages that the file itself names, the document's first: `/Lang (es-US)`. Its dictionaries are not compressed. */
function languagesInside(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const inside = [...text.matchAll(/\/Lang \((\w\w-US)\)/g)].map(([, tag]) => tag as string);
  const ofDocument = /\/Type \/Catalog[\s\S]*?\/Lang \((\w\w-US)\)/.exec(text)?.[1] ?? 'none';
  return [ofDocument, ...inside.filter((tag) => tag !== ofDocument)];
}

describeWith([pdfinfo, pdftotext], 'a letter as PDF, read by poppler', () => {
  it('is tagged, claims PDF/UA, and has a title that names nobody', async () => {
    const letter = testLetter('L-DONE');
    const info = await read(letter, pdfinfo);
    expect(info).toMatch(/Title: +Your pictures are ready \(EB 7Q4 M2K\)/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +Mon Nov 23 00:00:00 2026/);
    expect(info).not.toMatch(/Rivera|Pregnancy/);
    const metadata = await read(testLetter('L-DONE', {}, 'es'), pdfinfo, ['-meta']);
    expect(metadata).toContain('<rdf:Bag><rdf:li>es-US</rdf:li><rdf:li>en-US</rdf:li></rdf:Bag>');
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

  describe.each(letterCodes)('%s', (code) => {
    it.each(forms)('%s: every word in reading order, with headings, language and title', async (_form, make) => {
      const letter = make(code);
      const structure = words(await read(letter, pdfinfo, ['-struct-text']));
      let from = 0;
      for (const line of linesOf(letter)) {
        const at = structure.indexOf(words(line), from);
        expect(at, `“${line}” after what stands before it`).toBeGreaterThanOrEqual(from);
        from = at;
      }
      expect(structure.match(/H1 \(block\)/g)).toHaveLength(letter.beside ? 2 : 1);
      expect(structure).toMatch(/H2 \(block\)/);
      const tags = [letter, ...(letter.beside ? [letter.beside] : [])].map(({ language }) => `${language}-US`);
      expect(languagesInside(await readFile(file()))).toEqual(tags);
      expect((await readFile(file())).includes(`${letter.title} (EB 7Q4 M2K)</rdf:li>`)).toBe(true);
    });
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
    // The flat fee is one for the request, whatever number of discs: HHS FAQ 2030.
    expect(text).toContain('Total $23.70');
  });
});
