import { decorate, drawText, inks, styles } from '../letters/letter-page.ts';
import type { PaperDocument } from './paper-image.ts';
import type { PrintPlace } from './print-pages.ts';

const away = 8;
const longTick = 9;
const shortTick = 5;
/** Ticks closer than this can not be told apart on paper; numbers need more. */
const closestTicks = 3;
const closestNumbers = 14;

/** A ruler in centimetres of the scan, to the right of it, over the rows that its scale holds for. */
export function drawRuler(doc: PaperDocument, { picture, x, y, width }: PrintPlace): void {
  const { scale } = picture;
  if (!scale) return;
  const perPixel = width / picture.width;
  const perCm = perPixel / scale.cmPerPixel;
  const top = y + scale.top * perPixel;
  const length = (Math.min(scale.bottom + 1, picture.height) - scale.top) * perPixel;
  const centimetres = Math.floor(length / perCm);
  if (perCm < closestTicks || centimetres < 1) return;
  const left = x + width + away;
  const every = [1, 2, 5, 10].find((step) => step * perCm >= closestNumbers) ?? 10;
  decorate(doc, () => {
    doc.lineWidth(0.75).strokeColor(inks.ink);
    doc.moveTo(left, top).lineTo(left, top + centimetres * perCm);
    for (let cm = 0; cm <= centimetres; cm++) {
      doc.moveTo(left, top + cm * perCm).lineTo(left + (cm % every === 0 ? longTick : shortTick), top + cm * perCm);
    }
    doc.stroke();
    for (let cm = 0; cm <= centimetres; cm += every) {
      const text = cm === 0 ? '0 cm' : String(cm);
      const style = { ...styles.small, size: 7, leading: 0 };
      drawText(doc, text, style, { x: left + longTick + 2, y: top + cm * perCm - 4.5, width: 26 });
    }
  });
}
