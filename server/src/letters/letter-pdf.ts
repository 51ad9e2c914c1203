import { type Letter, longDate } from '@echoback/right-of-access';
import { drawBlock } from './letter-blocks.ts';
import { drawFeet } from './letter-foot.ts';
import { drawHead } from './letter-head.ts';
import { addText, columnWidth, openPage, page, styles } from './letter-page.ts';

/**
 * A letter as a tagged PDF that people can print, search and listen to. The same letter gives the same bytes, whenever
 * and wherever it is written. Its title names the kind of letter and the reference, and nobody.
 */
export async function writeLetterPdf(letter: Letter): Promise<Uint8Array> {
  const letterPage = openPage({
    title: `${letter.title} (${letter.reference})`,
    author: letter.facility.name,
    language: letter.language,
    madeOn: new Date(`${letter.sentOn}T00:00:00Z`),
  });
  const { doc, root } = letterPage;
  const bytes = collect(doc);
  drawHead(letterPage, letter, longDate(letter.sentOn));
  addText(letterPage, root, 'H1', letter.title, styles.title, { x: page.side, y: doc.y, width: columnWidth });
  doc.y += 6;
  letter.blocks.forEach((block, index) => {
    drawBlock(letterPage, block, index === 0);
  });
  root.end();
  drawFeet(letterPage, letter);
  doc.end();
  return bytes;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
