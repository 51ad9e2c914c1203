import { setImmediate as turn } from 'node:timers/promises';
import { addText, decorate, drawText, inks, openPage, type Style, styles, textHeight } from '../letters/letter-page.ts';
import { letterWords } from '../letters/letter-words.ts';
import type { Language } from '../releases/exam-words.ts';
import { drawRuler } from './draw-ruler.ts';
import type { PaperDocument, PaperImage } from './paper-image.ts';
import { footHeight, headHeight, magnification, type PrintPage, type PrintPlace, printMargin } from './print-pages.ts';
import { printWords } from './print-words.ts';

/** What stands on the paper besides the pictures. */
export type PrintFacts = {
  language: Language;
  facilityName: string;
  /** The patient's name and the days of the exams; undefined where they are left off. */
  named: { patientName: string; day: (date: string) => string } | undefined;
  /** Life size was asked for. */
  lifeSize: boolean;
  createdOn: string;
};

/** The pictures are fetched when their page is drawn: undefined where one can not be printed. */
export type ImageOf = (place: PrintPlace) => Promise<PaperImage | undefined>;

/** Draws all pages into a tagged PDF; `take` gets its bytes as they come. Its title names nobody. */
export async function drawPrints(
  pages: readonly PrintPage[],
  facts: PrintFacts,
  imageOf: ImageOf,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  const words = printWords(facts.language);
  const { doc, root } = openPage({
    title: words.title,
    author: facts.facilityName,
    languages: [letterWords[facts.language].tag],
    madeOn: new Date(`${facts.createdOn}T00:00:00Z`),
    streamed: true,
  });
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.on('data', take);
  for (const [index, page] of pages.entries()) {
    const images = await Promise.all(page.places.map(imageOf));
    doc.addPage({ size: [page.width, page.height], margin: 0 });
    const section = doc.struct('Sect');
    root.add(section);
    const letterPage = { doc, root: section };
    addHead(letterPage, page, facts);
    page.places.forEach((place, at) => {
      addPicture(letterPage, place, images[at], pages[index]?.places.length === 1, facts);
    });
    drawFoot(doc, page, words.page(index + 1, pages.length), facts);
    section.end();
    // Other people's requests get their turn between the pages.
    await turn();
  }
  root.end();
  doc.end();
  await ended;
}

type Drawing = Parameters<typeof addText>[0];

/** Whose pictures, which exams, from when; only the kinds of exam where name and date are left off. */
function addHead(drawing: Drawing, { width, places }: PrintPage, { named }: PrintFacts): void {
  const exams = places.map(({ picture: { examLabel, studyDate } }) =>
    named && studyDate ? `${examLabel}, ${named.day(studyDate)}` : examLabel,
  );
  const line = [...(named ? [named.patientName] : []), ...new Set(exams)].join('  ·  ');
  const style = { ...styles.strong, size: 11, leading: 0 };
  const place = { x: printMargin, y: printMargin, width: width - 2 * printMargin };
  // One line: of many exams on one sheet the last ones are named by their pictures' captions in the copy itself.
  addText(drawing, drawing.root, 'P', shortened(drawing.doc, line, style, place.width), style, place);
}

function shortened(doc: PaperDocument, line: string, style: Style, width: number): string {
  let text = line;
  while (text.length > 20 && textHeight(doc, text, style, width) > headHeight) text = `${text.slice(0, -12)}…`;
  return text;
}

function addPicture(
  drawing: Drawing,
  place: PrintPlace,
  image: PaperImage | undefined,
  isAlone: boolean,
  { language, lifeSize }: PrintFacts,
): void {
  const { doc, root } = drawing;
  const words = printWords(language);
  const { picture, x, y, width, height } = place;
  const caption = picture.isClip ? words.clip(picture.label) : picture.label;
  const figure = {
    alt: words.alt(caption, picture.examLabel),
    bbox: [x, y, x + width, y + height],
    placement: 'Block',
  };
  root.add(
    doc.struct('Figure', figure as { alt: string }, () => {
      if (image) doc.image(image as unknown as string, x, y, { width, height });
      else doc.rect(x, y, width, height).lineWidth(0.5).strokeColor(inks.line).stroke();
    }),
  );
  const ratio = isAlone ? magnification(place) : undefined;
  if (ratio !== undefined) drawRuler(doc, place);
  const below = { x, y: y + height + 3, width: isAlone ? doc.page.width - printMargin - x : width };
  addText(drawing, root, 'P', caption, isAlone ? styles.body : { ...styles.small, ink: inks.ink }, below);
  if (ratio === undefined) return;
  addText(drawing, root, 'P', rulerWords(ratio, lifeSize, language), styles.small, { ...below, y: y + height + 18 });
}

/** What a centimetre of the ruler is on this sheet. */
function rulerWords(ratio: number, lifeSize: boolean, language: Language): string {
  const words = printWords(language);
  if (Math.abs(ratio - 1) < 0.005) return words.life;
  const number = ratio.toLocaleString(language === 'es' ? 'es-US' : 'en-US', { maximumFractionDigits: 2 });
  return lifeSize ? `${words.notLife} ${words.ruler(number)}` : words.ruler(number);
}

/** For the eye alone. */
function drawFoot(
  doc: PaperDocument,
  { width, height }: PrintPage,
  number: string,
  { facilityName }: PrintFacts,
): void {
  const y = height - printMargin - footHeight + 10;
  decorate(doc, () => {
    drawText(doc, facilityName, styles.small, { x: printMargin, y, width: width - 2 * printMargin - 110 });
    const right = { x: width - printMargin - 100, y, width: 100 };
    drawText(doc, number, { ...styles.small, align: 'right' }, right);
  });
}
