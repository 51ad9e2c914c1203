import type { LetterBlock } from '@echoback/right-of-access';
import {
  addHeaderCell,
  addText,
  columnWidth,
  decorate,
  ensureRoom,
  inks,
  type LetterPage,
  page,
  type Style,
  styles,
  textHeight,
} from './letter-page.ts';
import { drawTable } from './letter-table.ts';
import { isLineToWriteOn } from './readable-text.ts';

type Around = { readonly isLead: boolean; readonly next: LetterBlock | undefined };

/** Draws one part of a letter where the last one ended. The lead is set larger: it says where things stand. */
export function drawBlock(letterPage: LetterPage, block: LetterBlock, { isLead, next }: Around): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(letterPage, block.text, next);
      break;
    case 'paragraph':
      drawParagraph(letterPage, block.text, isLead ? styles.lead : styles.body);
      break;
    case 'list':
      drawList(letterPage, block.items);
      break;
    case 'facts':
      drawFacts(letterPage, block);
      break;
    case 'table':
      drawTable(letterPage, block);
      break;
  }
}

/** A heading never stands alone at the foot of a page, nor with half of a short paragraph. */
function drawHeading(letterPage: LetterPage, text: string, next: LetterBlock | undefined): void {
  const { doc, root } = letterPage;
  const kept = next?.kind === 'paragraph' ? Math.min(textHeight(doc, next.text, styles.body, columnWidth), 90) : 44;
  ensureRoom(doc, headingGap + textHeight(doc, text, styles.heading, columnWidth) + kept);
  addText(letterPage, root, 'H2', text, styles.heading, { x: page.side, y: doc.y + headingGap, width: columnWidth });
  doc.y += 1;
}

const headingGap = 7;

function drawParagraph(letterPage: LetterPage, text: string, style: Style): void {
  const { doc, root } = letterPage;
  ensureRoom(doc, Math.min(textHeight(doc, text, style, columnWidth), 3 * style.size * 1.6));
  addText(letterPage, root, 'P', text, style, { x: page.side, y: doc.y, width: columnWidth });
  doc.y += 4;
}

const bulletIndent = 14;

function drawList(letterPage: LetterPage, items: readonly string[]): void {
  const { doc, root } = letterPage;
  const list = doc.struct('L');
  root.add(list);
  for (const text of items) {
    const width = columnWidth - bulletIndent;
    ensureRoom(doc, textHeight(doc, text, styles.body, width));
    const item = doc.struct('LI');
    list.add(item);
    const { y } = doc;
    addText(
      letterPage,
      item,
      'Lbl',
      '•',
      { ...styles.body, ink: inks.accent },
      { x: page.side + 2, y, width: bulletIndent },
    );
    addText(letterPage, item, 'LBody', text, styles.body, { x: page.side + bulletIndent, y, width });
    item.end();
    doc.y += 2.5;
  }
  list.end();
  doc.y += 4;
}

const panel = { padding: 12, labelWidth: 150, gap: 4 } as const;

/** A line to write on needs the height of a signature. */
function roomAbove(value: string): number {
  return isLineToWriteOn(value) ? 14 : 0;
}

/** The few facts that matter most, in a quiet panel; to somebody who listens it is a table of two columns. */
function drawFacts(letterPage: LetterPage, block: Extract<LetterBlock, { kind: 'facts' }>): void {
  const { doc, root } = letterPage;
  const valueWidth = columnWidth - 2 * panel.padding - panel.labelWidth;
  const heights = block.rows.map(
    (row) => textHeight(doc, row.value, styles.value, valueWidth) + panel.gap + roomAbove(row.value),
  );
  const height = heights.reduce((sum, rowHeight) => sum + rowHeight, 2 * panel.padding - panel.gap);
  ensureRoom(doc, height + 16);
  const top = doc.y + 5;
  decorate(doc, () => {
    doc.roundedRect(page.side, top, columnWidth, height, 8).lineWidth(0.75);
    doc.fillAndStroke(inks.sunken, inks.line);
  });
  const table = doc.struct('Table', { title: block.caption });
  root.add(table);
  let y = top + panel.padding;
  block.rows.forEach((row, index) => {
    const line = doc.struct('TR');
    table.add(line);
    y += roomAbove(row.value);
    const label = { x: page.side + panel.padding, y: y + 2, width: panel.labelWidth };
    addHeaderCell(letterPage, line, 'Row', row.label, styles.label, label);
    const value = { x: label.x + panel.labelWidth, y, width: valueWidth };
    addText(letterPage, line, 'TD', row.value, styles.value, value);
    line.end();
    y += (heights[index] as number) - roomAbove(row.value);
  });
  table.end();
  doc.y = top + height + 8;
}
