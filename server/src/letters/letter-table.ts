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
  type StructParent,
  type Style,
  styles,
  textHeight,
} from './letter-page.ts';

type TableBlock = Extract<LetterBlock, { kind: 'table' }>;
type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' };

const rowPadding = 4.5;
const columnGap = 12;
const numericWidth = 54;
const digitWidth = 6.2;

/** A table with its caption above, rules between rows and numbers to the right; a row is never torn. */
export function drawTable(letterPage: LetterPage, block: TableBlock): void {
  const { doc, root } = letterPage;
  const columns = layColumns(block);
  ensureRoom(doc, 90);
  const table = doc.struct('Table');
  root.add(table);
  addText(letterPage, table, 'Caption', block.caption, styles.label, {
    x: page.side,
    y: doc.y + 2,
    width: columnWidth,
  });
  const y = doc.y + 2;
  const head = doc.struct('TR');
  table.add(head);
  block.columns.forEach((text, index) => {
    const { x, width, align } = columns[index] as Column;
    addHeaderCell(letterPage, head, 'Column', text, { ...styles.strong, size: 9.5, align }, { x, y, width });
  });
  head.end();
  doc.y = y + 15;
  rule(letterPage, inks.second);
  block.rows.forEach((row, index) => {
    const isTotal = block.endsInTotal === true && index === block.rows.length - 1;
    drawRow(letterPage, table, row, columns, isTotal ? styles.strong : styles.body);
  });
  table.end();
  doc.y += 9;
}

function drawRow(
  letterPage: LetterPage,
  table: StructParent,
  row: readonly string[],
  columns: readonly Column[],
  style: Style,
): void {
  const { doc } = letterPage;
  const heights = row.map((text, index) => textHeight(doc, text, style, columns[index]?.width ?? 0));
  const height = Math.max(...heights) + 2 * rowPadding - style.leading;
  ensureRoom(doc, height);
  const { y } = doc;
  const line = doc.struct('TR');
  table.add(line);
  row.forEach((text, index) => {
    const { x, width, align } = columns[index] as Column;
    const place = { x, y: y + rowPadding, width };
    if (index === 0) addHeaderCell(letterPage, line, 'Row', text, { ...style, align }, place);
    else addText(letterPage, line, 'TD', text, { ...style, align }, place);
  });
  line.end();
  doc.y = y + height;
  rule(letterPage, inks.line);
}

/** Columns of numbers are as narrow as their heads; words share the rest by how long they are. */
function layColumns({ columns, rows }: TableBlock): Column[] {
  const numeric = columns.map((_, index) => index > 0 && rows.every((row) => /^[$\d.,]*$/.test(row[index] ?? '')));
  const weights = columns.map((column, index) => {
    const longest = Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0));
    return numeric[index] ? 0 : Math.min(40, Math.max(14, longest));
  });
  const narrow = columns.map((_, index) => (numeric[index] ? numberWidth(rows.map((row) => row[index] ?? '')) : 0));
  const gaps = columnGap * (columns.length - 1);
  const rest = columnWidth - gaps - narrow.reduce((sum, width) => sum + width, 0);
  const share = rest / weights.reduce((sum, weight) => sum + weight, 0);
  let x: number = page.side;
  return weights.map((weight, index) => {
    const width = numeric[index] ? (narrow[index] as number) : weight * share;
    const column = { x, width, align: numeric[index] ? 'right' : 'left' } as const;
    x += width + columnGap;
    return column;
  });
}

/** Machines write up to 16 signs for a number: none is torn in two. */
function numberWidth(numbers: readonly string[]): number {
  return Math.max(numericWidth, Math.max(...numbers.map(({ length }) => length)) * digitWidth);
}

function rule({ doc }: LetterPage, colour: string): void {
  const { y } = doc;
  decorate(doc, () => {
    doc
      .moveTo(page.side, y)
      .lineTo(page.side + columnWidth, y)
      .lineWidth(0.75)
      .strokeColor(colour)
      .stroke();
  });
}
