import { type Letter, type LetterPart, longDate } from '@echoback/right-of-access';
import { drawBlock } from './letter-blocks.ts';
import { drawFeet } from './letter-foot.ts';
import { drawHead } from './letter-head.ts';
import { addText, columnWidth, type LetterPage, openPage, page, styles } from './letter-page.ts';
import { letterWords } from './letter-words.ts';

/**
 * A letter as a tagged PDF that people can print, search and listen to. The same letter gives the same bytes, whenever
 * and wherever it is written. Its title names the kind of letter and the reference, and nobody.
 */
export async function writeLetterPdf(letter: Letter): Promise<Uint8Array> {
  const letterPage = openPage({
    title: `${letter.title} (${letter.reference})`,
    author: letter.facility.name,
    languages: [letter, ...(letter.beside ? [letter.beside] : [])].map(({ language }) => letterWords[language].tag),
    madeOn: new Date(`${letter.sentOn}T00:00:00Z`),
  });
  const { doc, root } = letterPage;
  const bytes = collectPdf(doc);
  drawHead(letterPage, letter, longDate(letter.sentOn, letter.language));
  drawPart(letterPage, letter);
  if (letter.beside) drawBeside(letterPage, letter.beside);
  root.end();
  drawFeet(letterPage, letter);
  doc.end();
  return bytes;
}

function drawPart(letterPage: LetterPage, { title, blocks }: LetterPart): void {
  const { doc, root } = letterPage;
  addText(letterPage, root, 'H1', title, styles.title, { x: page.side, y: doc.y, width: columnWidth });
  doc.y += 6;
  const lead = blocks.find(({ kind, duties }) => kind === 'paragraph' && duties !== undefined);
  blocks.forEach((block, index) => {
    drawBlock(letterPage, block, { isLead: block === lead, next: blocks[index + 1] });
  });
}

/** The same letter in English begins on a page of its own and is marked as English. */
function drawBeside({ doc, root }: LetterPage, beside: LetterPart): void {
  doc.addPage();
  const section = doc.struct('Sect', { lang: letterWords[beside.language].tag });
  root.add(section);
  drawPart({ doc, root: section }, beside);
  section.end();
}

/** The whole file, once the document has ended. */
export function collectPdf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
