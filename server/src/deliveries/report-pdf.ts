import type { ReportSection, StructuredReport } from '@echoback/dicom-media';
import {
  addText,
  columnWidth,
  decorate,
  drawText,
  ensureRoom,
  inks,
  type LetterPage,
  openPage,
  page,
  type Style,
  styles,
  textHeight,
} from '../letters/letter-page.ts';
import { collectPdf } from '../letters/letter-pdf.ts';
import { drawTable } from '../letters/letter-table.ts';
import { letterWords } from '../letters/letter-words.ts';
import type { Language } from '../releases/exam-words.ts';
import { headingLevel } from './report-page.ts';
import { reportWords } from './report-words.ts';

export type ReportPdf = {
  report: StructuredReport;
  language: Language;
  /** Kind of exam and its day: stands above the title. */
  examLabel: string;
  facilityName: string;
  reference: string;
  /** Day of approval, `2026-10-28`: the same report gives the same bytes. */
  createdOn: string;
};

/**
 * A structured report as a tagged PDF that people can print, search and listen to: headings as deep as the report's own,
 * sentences, and a table with units below each. The title of the file names nobody.
 */
export function writeReportPdf(input: ReportPdf): Promise<Uint8Array> {
  const { report, language, examLabel, facilityName, reference, createdOn } = input;
  const words = reportWords(language);
  const letterPage = openPage({
    title: `${words.measurements} (${reference})`,
    author: facilityName,
    languages: [letterWords[language].tag],
    madeOn: new Date(`${createdOn}T00:00:00Z`),
  });
  const { doc, root } = letterPage;
  const bytes = collectPdf(doc);
  const line = (type: string, text: string, style: Style, gap: number) => {
    addText(letterPage, root, type, text, style, { x: page.side, y: doc.y, width: columnWidth });
    doc.y += gap;
  };
  doc.y = page.top;
  line('P', examLabel, styles.label, 4);
  line('H1', report.title, styles.title, 4);
  line('P', words.note, { ...styles.body, ink: inks.second }, 6);
  for (const section of report.sections) drawSection(letterPage, section, report.title, language);
  root.end();
  drawFeet(letterPage, input);
  doc.end();
  return bytes;
}

function drawSection(letterPage: LetterPage, section: ReportSection, title: string, language: Language): void {
  const { doc, root } = letterPage;
  const { heading, depth, paragraphs, measurements } = section;
  // The first section of most reports repeats the title.
  if (heading && heading !== title) {
    const style = headingLevel(depth) === 2 ? styles.heading : { ...styles.strong, size: 11 };
    ensureRoom(doc, 8 + textHeight(doc, heading, style, columnWidth) + 60);
    addText(letterPage, root, `H${headingLevel(depth)}`, heading, style, {
      x: page.side,
      y: doc.y + 8,
      width: columnWidth,
    });
    doc.y += 2;
  }
  for (const { label, text } of paragraphs) {
    const words = label ? `${label}: ${text}` : text;
    ensureRoom(doc, Math.min(textHeight(doc, words, styles.body, columnWidth), 48));
    addText(letterPage, root, 'P', words, styles.body, { x: page.side, y: doc.y, width: columnWidth });
    doc.y += 3;
  }
  if (measurements.length === 0) return;
  const words = reportWords(language);
  drawTable(letterPage, {
    kind: 'table',
    caption: words.measurements,
    columns: [words.name, words.value, words.unit],
    rows: measurements.map(({ name, value, unit }) => [name, value, unit]),
  });
}

const footTop = page.height - 46;

/** For the eye alone: what it says stands at the top already. */
function drawFeet({ doc }: LetterPage, { language, examLabel, facilityName, reference }: ReportPdf): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0;
    decorate(doc, () => {
      doc.moveTo(page.side, footTop - 10).lineTo(page.side + columnWidth, footTop - 10);
      doc.lineWidth(0.75).strokeColor(inks.line).stroke();
      const place = { x: page.side, y: footTop, width: columnWidth - 90 };
      drawText(doc, [reference, facilityName, examLabel].join('  ·  '), styles.small, place);
      const number = letterWords[language].page(index + 1, count);
      const right = { x: page.side + columnWidth - 90, y: footTop, width: 90 };
      drawText(doc, number, { ...styles.small, align: 'right' }, right);
    });
  }
}
