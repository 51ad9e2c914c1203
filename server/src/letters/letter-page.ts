import PDFDocument from 'pdfkit';
import { fontBytes, fontRuns, type Weight } from './noto-sans.ts';
import { readableText } from './readable-text.ts';
import { wrapLines } from './wrap-lines.ts';

/** Ink on paper: the light tokens of the design system. The paper itself stays white, it may be printed. */
export const inks = {
  ink: '#13232a',
  second: '#4a5a61',
  line: '#dcd7cb',
  accent: '#0b6770',
  sunken: '#f7f5f0',
} as const;

/** US Letter in points; 68 leaves lines of about 85 signs. */
export const page = { width: 612, height: 792, side: 68, top: 56, bottom: 62 } as const;
export const columnWidth = page.width - 2 * page.side;

export type Style = {
  readonly size: number;
  readonly weight: Weight;
  readonly ink: string;
  readonly leading: number;
  readonly align?: 'left' | 'right';
};

export const styles = {
  title: { size: 22, weight: 700, ink: inks.ink, leading: 2 },
  lead: { size: 11.5, weight: 400, ink: inks.ink, leading: 3.2 },
  body: { size: 10.5, weight: 400, ink: inks.ink, leading: 2.6 },
  heading: { size: 12.5, weight: 700, ink: inks.ink, leading: 1.5 },
  label: { size: 9, weight: 400, ink: inks.second, leading: 1 },
  value: { size: 11.5, weight: 600, ink: inks.ink, leading: 1.5 },
  strong: { size: 10.5, weight: 600, ink: inks.ink, leading: 2 },
  facility: { size: 14, weight: 700, ink: inks.ink, leading: 0 },
  small: { size: 8.5, weight: 400, ink: inks.second, leading: 1.2 },
} as const satisfies Record<string, Style>;

export type StructParent = Pick<PDFKit.PDFStructureElement, 'add' | 'end'>;

/** One letter being drawn: a tagged document, and the root that its parts hang from. */
export type LetterPage = { readonly doc: PDFKit.PDFDocument; readonly root: StructParent };

/** PDF/UA asks for tags, language, a shown title and embedded fonts (ISO 14289-1, 7). */
export function openPage(info: {
  title: string;
  author: string;
  /** The first is that of the document; parts in another one say so themselves. */
  languages: readonly string[];
  madeOn: Date;
  /** A form is typed into with a font of the viewer's own, so it does not claim PDF/UA, which wants each one embedded. */
  fillable?: true;
  /** Each page leaves as soon as the next one begins, and none is there before it is asked for. */
  streamed?: true;
}): LetterPage {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: page.top, bottom: info.fillable ? 30 : page.bottom, left: page.side, right: page.side },
    pdfVersion: '1.7',
    // The library knows PDF/UA; its types do not.
    ...(info.fillable ? {} : { subset: 'PDF/UA' as 'PDF/A-1a' }),
    tagged: true,
    displayTitle: true,
    bufferPages: !info.streamed,
    autoFirstPage: !info.streamed,
    lang: info.languages[0] ?? 'en-US',
    // No font is loaded unless the letter draws with it; one given here would be read again for each line of text.
    font: null as unknown as string,
    info: {
      Title: info.title,
      Author: info.author,
      Producer: 'Echoback',
      Creator: 'Echoback',
      CreationDate: info.madeOn,
    },
  });
  doc.appendXML(languageMetadata(info.languages));
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** XMP, 8.4: the languages of the document, for readers that do not look into it. */
function languageMetadata(languages: readonly string[]): string {
  const items = languages.map((language) => `<rdf:li>${language}</rdf:li>`).join('');
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag>${items}</rdf:Bag></dc:language></rdf:Description>`;
}

export type Place = { readonly x: number; readonly y: number; readonly width: number };

/** Draws text in as many fonts as it needs, wrapped in its width; call it inside the closure of a structure element. */
export function drawText(doc: PDFKit.PDFDocument, text: string, style: Style, place: Place): void {
  const options = { width: place.width, lineGap: style.leading, align: style.align ?? 'left' } as const;
  linesOf(doc, text, style, place.width).forEach((line, number) => {
    const runs = fontRuns(line === '' ? ' ' : line);
    runs.forEach((run, index) => {
      const continued = index < runs.length - 1;
      useFont(doc, run.script, style);
      if (index === 0) doc.text(run.text, place.x, number === 0 ? place.y : doc.y, { ...options, continued });
      else doc.text(run.text, { ...options, continued });
    });
  });
}

export function textHeight(doc: PDFKit.PDFDocument, text: string, style: Style, width: number): number {
  const { length } = linesOf(doc, text, style, width);
  useFont(doc, 'latin', style);
  return length * (doc.currentLineHeight(true) + style.leading);
}

/** A space and a point are left over, so that the library, which adds up words, never breaks a line of ours again. */
function linesOf(doc: PDFKit.PDFDocument, text: string, style: Style, width: number): string[] {
  const measure = (piece: string) =>
    fontRuns(piece).reduce((sum, run) => {
      useFont(doc, run.script, style);
      return sum + doc.widthOfString(run.text);
    }, 0);
  return wrapLines(readableText(text), width - measure(' ') - 1, measure);
}

/** Hangs a text of its own structure type under a parent. */
export function addText(
  { doc }: LetterPage,
  parent: StructParent,
  type: string,
  text: string,
  style: Style,
  place: Place,
): void {
  parent.add(doc.struct(type, {}, () => drawText(doc, text, style, place)));
}

/** A header cell says what it is the header of (ISO 32000-1, 14.8.5.7); the library's types do not know the option yet. */
export function addHeaderCell(
  { doc }: LetterPage,
  parent: StructParent,
  scope: 'Row' | 'Column',
  text: string,
  style: Style,
  place: Place,
): void {
  parent.add(doc.struct('TH', { scope } as { title?: string }, () => drawText(doc, text, style, place)));
}

/** Lines and shapes say nothing to somebody who listens: they are marked as artifacts. */
export function decorate(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
}

/** Goes to a fresh page when what must stay together does not fit on this one. */
export function ensureRoom(doc: PDFKit.PDFDocument, height: number, bottom: number = page.bottom): void {
  if (doc.y + height > page.height - bottom) doc.addPage();
}

function useFont(doc: PDFKit.PDFDocument, script: string, style: Style): void {
  const name = `${script}-${style.weight}`;
  doc.registerFont(name, fontBytes(script, style.weight));
  doc.font(name).fontSize(style.size).fillColor(style.ink);
}
