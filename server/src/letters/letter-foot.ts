import type { Letter } from '@echoback/right-of-access';
import { columnWidth, drawText, inks, type LetterPage, page, styles } from './letter-page.ts';
import { letterWords } from './letter-words.ts';

const footTop = page.height - 46;

/** The foot of every page is for the eye alone: what it says stands in the head already. */
export function drawFeet({ doc }: LetterPage, letter: Letter): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    // Below the bottom margin, text would go to a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.moveTo(page.side, footTop - 10).lineTo(page.side + columnWidth, footTop - 10);
    doc.lineWidth(0.75).strokeColor(inks.line).stroke();
    const left = `${letter.reference}  ·  ${letter.facility.name}  ·  ${letter.facility.phone}`;
    drawText(doc, left, styles.small, { x: page.side, y: footTop, width: columnWidth - 90 });
    const number = letterWords[letter.language].page(index + 1, count);
    const place = { x: page.side + columnWidth - 90, y: footTop, width: 90 };
    drawText(doc, number, { ...styles.small, align: 'right' }, place);
    doc.endMarkedContent();
  }
}
