import type { Letter } from '@echoback/right-of-access';
import { addText, columnWidth, decorate, inks, type LetterPage, page, type Style, styles } from './letter-page.ts';
import { letterWords } from './letter-words.ts';

/** The ultrasound sector with two echoes, in a box of 32 by 28. */
const mark = ['M11.5 4 4.5 19q11.5 8.5 23 0L20.5 4q-4.5 2.6-9 0Z', 'M9.4 9q6.6 4.2 13.2 0M7 14q9 6.2 18 0'];
const markWidth = 36;

/**
 * A No. 10 window envelope (window 7/8 in from the left, 1/2 in from the bottom, 4 1/2 by 1 1/8 in) may show any of the
 * sheet from 147 to 261 points, however the sheet slides: only name and address stand there.
 */
const window = { top: 147, bottom: 261 } as const;
const addressTop = 182;
const addressLine = 13.2;

/** Who writes and how to reach them, date and reference, and whom the letter goes to. */
export function drawHead(letterPage: LetterPage, letter: Letter, dateWords: string): void {
  const { doc, root } = letterPage;
  const { facility } = letter;
  decorate(doc, () => {
    doc.translate(page.side - 4, page.top - 12).scale(markWidth / 32);
    doc.lineWidth(1.7).lineJoin('round').lineCap('round').strokeColor(inks.accent);
    for (const path of mark) doc.path(path).stroke();
  });
  const head = doc.struct('Sect');
  root.add(head);
  const at = (y: number, style: Style, text: string) =>
    addText(letterPage, head, 'P', text, style, { x: page.side + markWidth + 6, y, width: 240 });
  at(page.top - 10, styles.facility, facility.name);
  at(page.top + 9, styles.small, facility.officeName);
  const contact = [facility.address.join(', '), `${facility.phone}  ·  ${facility.email}`];
  contact.forEach((line, index) => {
    const place = { x: page.width - page.side - 230, y: page.top - 6 + index * 13, width: 230 };
    addText(letterPage, head, 'P', line, { ...styles.small, align: 'right' }, place);
  });
  decorate(doc, () => {
    doc.moveTo(page.side, page.top + 30).lineTo(page.side + columnWidth, page.top + 30);
    doc.lineWidth(0.75).strokeColor(inks.line).stroke();
  });
  drawAddress(letterPage, letter);
  drawReference(letterPage, letter, dateWords);
  head.end();
  doc.x = page.side;
  doc.y = letter.addressee.address ? window.bottom + 3 : addressTop + 34;
}

function drawAddress(letterPage: LetterPage, { addressee }: Letter): void {
  const { doc, root } = letterPage;
  const address = doc.struct('Sect');
  root.add(address);
  [addressee.name, ...(addressee.address ?? [])].forEach((line, index) => {
    addText(
      letterPage,
      address,
      'P',
      line,
      { ...styles.body, leading: 0 },
      { x: page.side, y: addressTop + index * addressLine, width: 260 },
    );
  });
  address.end();
}

function drawReference(letterPage: LetterPage, letter: Letter, dateWords: string): void {
  const { doc, root } = letterPage;
  const facts = doc.struct('Sect');
  root.add(facts);
  const place = (y: number) => ({ x: page.width - page.side - 190, y, width: 190 });
  const right = { align: 'right' } as const;
  addText(letterPage, facts, 'P', dateWords, { ...styles.body, ...right }, place(window.top - 45));
  addText(
    letterPage,
    facts,
    'P',
    letterWords[letter.language].reference,
    { ...styles.label, ...right },
    place(window.top - 29),
  );
  addText(letterPage, facts, 'P', letter.reference, { ...styles.value, ...right }, place(window.top - 18));
  facts.end();
}
