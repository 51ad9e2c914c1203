import { describe, expect, it } from 'vitest';
import type { PrintChoice, PrintedPicture } from './print-choice.ts';
import { magnification, printMargin, printPages } from './print-pages.ts';

const picture = (wish: Partial<PrintedPicture> = {}): PrintedPicture => ({
  sha256: 'ab',
  sizeBytes: 1000,
  width: 800,
  height: 600,
  label: 'Picture 1',
  isClip: false,
  examLabel: 'Pregnancy scan',
  studyDate: '2026-10-28',
  scale: undefined,
  ...wish,
});
const choice = (wish: Partial<PrintChoice> = {}): PrintChoice => ({
  ...{ layout: 'page', paper: 'letter', size: 'fit', named: 'yes' },
  ...wish,
});
const sizes = [picture(), picture({ width: 300, height: 900 }), picture({ width: 2000, height: 100 })];

describe('pictures on paper', () => {
  it.each(['letter', 'a4'] as const)('lie inside the margins of %s, whole and not stretched', (paper) => {
    for (const layout of ['sheet', 'page'] as const) {
      for (const page of printPages([...sizes, ...sizes, ...sizes, ...sizes, ...sizes], choice({ layout, paper }))) {
        for (const { picture: own, x, y, width, height } of page.places) {
          expect(width / height).toBeCloseTo(own.width / own.height);
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(printMargin - 0.001);
          expect(x + width).toBeLessThanOrEqual(page.width - printMargin + 0.001);
          expect(y + height).toBeLessThanOrEqual(page.height - printMargin);
        }
      }
    }
  });

  it('are twelve to a contact sheet, in order', () => {
    const many = Array.from({ length: 25 }, (_, at) => picture({ label: String(at) }));
    const pages = printPages(many, choice({ layout: 'sheet' }));
    expect(pages.map(({ places }) => places.length)).toEqual([12, 12, 1]);
    expect(pages.flatMap(({ places }) => places.map((place) => place.picture.label))).toEqual(
      many.map(({ label }) => label),
    );
  });

  it('turn the paper to a wide picture, and leave it upright for a high one', () => {
    const [wide, high] = printPages(sizes, choice({ paper: 'a4' }));
    expect([wide?.width, high?.width]).toEqual([841.89, 595.28]);
  });

  it('are as large as in life where they say how large that is, and only as long as the paper is large enough', () => {
    const small = picture({ scale: { cmPerPixel: 0.01, top: 0, bottom: 599 } });
    const large = picture({ scale: { cmPerPixel: 0.1, top: 0, bottom: 599 } });
    const [first, second] = printPages([small, large], choice({ size: 'life' }));
    const [place, smaller] = [first?.places[0], second?.places[0]];
    if (!place || !smaller) throw new Error('two places');
    // 8 cm of scan are 8 cm of paper.
    expect(place.width).toBeCloseTo((8 * 72) / 2.54);
    expect(magnification(place)).toBeCloseTo(1);
    expect(magnification(smaller)).toBeLessThan(0.4);
    expect(magnification({ ...place, picture: picture() })).toBeUndefined();
  });
});
