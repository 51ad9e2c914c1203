import type { CopyPart } from '../deliveries/package-facts.ts';
import { inks } from '../letters/letter-page.ts';
import type { Weight } from '../letters/noto-sans.ts';
import type { Language } from '../releases/exam-words.ts';
import { type CircleBand, type FittedLine, fitInCircle } from './fit-in-circle.ts';
import { finishLabel, type LabelPage, openLabel, pointsPerMm } from './label-page.ts';
import { labelDate, labelWords } from './label-words.ts';

export type DiscLabel = {
  language: Language;
  facilityName: string;
  reference: string;
  createdOn: string;
  exams: { label: string; studyDate: string | null }[];
  /** Only where the facility wants it on the disc. */
  patientName: string | undefined;
  /** Which disc of how many. */
  part: CopyPart | null;
};

/** A disc of 120 mm, printed up to 1.5 mm from its edge and to the ring of 46 mm around the hole that no printer inks. */
const side = 120 * pointsPerMm;
const radius = 58.5 * pointsPerMm;
const hub = 23 * pointsPerMm;
const gap = 2 * pointsPerMm;
const upper: CircleBand = { radius: radius - gap, top: -48 * pointsPerMm, bottom: -hub - gap };
const lower: CircleBand = { radius: radius - gap, top: hub + gap, bottom: 52 * pointsPerMm };

const examSizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5];

/** The printed face of a disc; a second page names the exams where there are too many for it. Nothing is cut off. */
export function writeDiscLabel(label: DiscLabel): Promise<Uint8Array> {
  const words = labelWords(label.language);
  const page = openLabel(side, side, {
    title: `${words.discTitle} (${label.reference})`,
    author: label.facilityName,
    language: label.language,
    madeOn: new Date(`${label.createdOn}T00:00:00Z`),
  });
  const { doc } = page;
  doc.lineWidth(0.3).strokeColor(inks.line);
  doc.circle(side / 2, side / 2, radius).stroke();
  doc.circle(side / 2, side / 2, hub).stroke();
  drawUpper(page, label);
  drawSides(page, label);
  const listed = drawLower(page, label);
  if (!listed) drawSheet(page, label);
  return finishLabel(page);
}

function drawUpper(page: LabelPage, { language, facilityName, part }: DiscLabel): void {
  const words = labelWords(language);
  const name = fitted(
    page,
    [facilityName],
    { ...upper, bottom: upper.bottom - 30 },
    [15, 13, 11, 9.5, 8, 7, 6, 5],
    700,
  );
  drawLines(page, name ?? [], 700, inks.ink);
  const copy = part ? `${words.copy}  ·  ${words.part(part)}` : words.copy;
  drawLine(page, { text: copy, size: 9.5, y: upper.bottom - 28 }, 600, inks.ink);
  drawLine(page, { text: `${words.content}  ·  ${words.open}`, size: 8.5, y: upper.bottom - 13 }, 400, inks.second);
}

/** Left and right of the hole. */
function drawSides(page: LabelPage, { language, reference, createdOn }: DiscLabel): void {
  const words = labelWords(language);
  const middle = side / 2;
  const offset = (radius + hub) / 2;
  const pair = (x: number, term: string, text: string) => {
    const size = Math.min(10, (10 * (radius - hub - 4 * gap)) / page.measure(text, 600, 10));
    page.line(term, 400, 7, inks.second, { x, y: middle - 12, align: 'center' });
    page.line(text, 600, size, inks.ink, { x, y: middle - 2, align: 'center' });
  };
  pair(middle - offset, words.reference, reference);
  pair(middle + offset, words.created, labelDate(createdOn, language));
}

/** Patient, then exams; false when the exams are too many for the disc. */
function drawLower(page: LabelPage, label: DiscLabel): boolean {
  const { patientName } = label;
  const nameLines = patientName ? fitted(page, [patientName], lower, [12, 10.5, 9, 8, 7, 6, 5], 700) : [];
  drawLines(page, nameLines ?? [], 700, inks.ink);
  const last = nameLines?.at(-1);
  const band = { ...lower, top: last ? last.y + last.size * 1.4 : lower.top };
  const exams = examTexts(label);
  const lines = fitted(page, exams, band, examSizes, 400);
  drawLines(page, lines ?? [], 400, inks.ink);
  if (lines) return true;
  const count = labelWords(label.language).exams(exams.length);
  drawLines(page, fitted(page, [count], band, examSizes, 600) ?? [], 600, inks.ink);
  return false;
}

function examTexts({ exams, language }: DiscLabel): string[] {
  const texts = exams.map(({ label, studyDate }) =>
    studyDate === null ? label : `${label}, ${labelDate(studyDate, language)}`,
  );
  return [...new Set(texts)];
}

/** Goes into the sleeve: as many pages as the names need. */
function drawSheet({ doc, line, measure }: LabelPage, label: DiscLabel): void {
  const margin = 8 * pointsPerMm;
  const { allExams } = labelWords(label.language);
  let y = side;
  for (const text of examTexts(label)) {
    if (y > side - margin - 12) {
      doc.addPage();
      line(`${allExams}  ·  ${label.reference}`, 700, 10, inks.ink, { x: margin, y: margin });
      y = margin + 20;
    }
    const size = Math.min(9, (9 * (side - 2 * margin)) / measure(text, 400, 9));
    line(text, 400, size, inks.ink, { x: margin, y });
    y += 13;
  }
}

function fitted(page: LabelPage, texts: readonly string[], band: CircleBand, sizes: readonly number[], weight: Weight) {
  return fitInCircle(texts, band, sizes, (text, size) => page.measure(text, weight, size));
}

function drawLines(page: LabelPage, lines: readonly FittedLine[], weight: Weight, ink: string): void {
  for (const line of lines) drawLine(page, line, weight, ink);
}

function drawLine(page: LabelPage, { text, size, y }: FittedLine, weight: Weight, ink: string): void {
  page.line(text, weight, size, ink, { x: side / 2, y: side / 2 + y, align: 'center' });
}
