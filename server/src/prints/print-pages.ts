import type { PrintChoice, PrintedPicture } from './print-choice.ts';

/** In points, from the top left corner of the sheet. */
export type PrintPlace = { picture: PrintedPicture; x: number; y: number; width: number; height: number };
export type PrintPage = { width: number; height: number; places: PrintPlace[] };

/** ISO 216 and ANSI sizes in points. */
const papers = { letter: [612, 792], a4: [595.28, 841.89] } as const;

/** No ordinary printer reaches closer to the edge than this. */
export const printMargin = 36;
/** For whose and when above the pictures, page and exam below them. */
export const headHeight = 26;
export const footHeight = 22;
/** Below each picture: its number. */
const captionHeight = 14;
/** Below a single picture: its number, and what the ruler means. */
const longCaptionHeight = 30;
/** Beside a single picture. */
const rulerWidth = 34;

const columns = 3;
const rows = 4;
const gap = 12;

/** Points in a centimetre. */
const pointsPerCm = 72 / 2.54;

/** Which picture stands where: pages, places and nothing else. */
export function printPages(pictures: readonly PrintedPicture[], choice: PrintChoice): PrintPage[] {
  return choice.layout === 'sheet' ? sheets(pictures, choice) : pictures.map((picture) => single(picture, choice));
}

/** Twelve to an upright page, each as large as its cell allows, in the middle of it. */
function sheets(pictures: readonly PrintedPicture[], { paper }: PrintChoice): PrintPage[] {
  const [width, height] = papers[paper];
  const cellWidth = (width - 2 * printMargin - (columns - 1) * gap) / columns;
  const inner = height - 2 * printMargin - headHeight - footHeight;
  const cellHeight = (inner - (rows - 1) * gap) / rows;
  const pages: PrintPage[] = [];
  for (let at = 0; at < pictures.length; at += columns * rows) {
    const places = pictures.slice(at, at + columns * rows).map((picture, place) => {
      const left = printMargin + (place % columns) * (cellWidth + gap);
      const top = printMargin + headHeight + Math.floor(place / columns) * (cellHeight + gap);
      return fitted(picture, { x: left, y: top, width: cellWidth, height: cellHeight - captionHeight });
    });
    pages.push({ width, height, places });
  }
  return pages;
}

/** A wide picture lies on a wide page. */
function single(picture: PrintedPicture, { paper, size }: PrintChoice): PrintPage {
  const [short, long] = papers[paper];
  const isWide = picture.width > picture.height;
  const [width, height] = isWide ? [long, short] : [short, long];
  const ruler = picture.scale ? rulerWidth : 0;
  const box = {
    x: printMargin,
    y: printMargin + headHeight,
    width: width - 2 * printMargin - ruler,
    height: height - 2 * printMargin - headHeight - footHeight - longCaptionHeight,
  };
  return { width, height, places: [fitted(picture, box, size === 'life' ? lifeScale(picture) : undefined)] };
}

/** Points a pixel takes when a centimetre of the scan is one of the paper. */
function lifeScale({ scale }: PrintedPicture): number | undefined {
  return scale && scale.cmPerPixel * pointsPerCm;
}

/** How many centimetres of paper one centimetre of the scan takes; undefined without a scale. */
export function magnification({ picture, width }: PrintPlace): number | undefined {
  return picture.scale && width / picture.width / (picture.scale.cmPerPixel * pointsPerCm);
}

type Box = { x: number; y: number; width: number; height: number };

function fitted(picture: PrintedPicture, box: Box, wished = Number.POSITIVE_INFINITY): PrintPlace {
  const scale = Math.min(box.width / picture.width, box.height / picture.height, wished);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { picture, x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
