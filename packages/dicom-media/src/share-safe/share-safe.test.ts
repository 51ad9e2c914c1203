import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../render/sample-frame.ts';
import { leakSearch } from './leak-search.ts';
import { brightestOutside, maskPicture } from './mask-picture.ts';
import { type KeptBox, keptRuns, liesWithin, planFromRegions } from './mask-plan.ts';

const size = { width: 800, height: 600 };
const scan = { type: 1, left: 100, top: 60, right: 700, bottom: 500 };

describe('what of a picture stays', () => {
  it('is every box of tissue, flow, Doppler and curves, and no box of another kind', () => {
    const curve = { type: 0x0a, left: 100, top: 520, right: 700, bottom: 570 };
    const banner = { type: 0, left: 0, top: 0, right: 799, bottom: 40 };
    const { type: _, ...kept } = scan;
    const { type: __, ...line } = curve;
    expect(planFromRegions([scan, curve, banner], size)).toEqual({ kind: 'boxes', boxes: [kept, line] });
  });

  it('is for a person to say where no box is, where one leaves the picture, and where it is nearly all of it', () => {
    expect(planFromRegions([], size)).toEqual({ kind: 'by-hand', why: 'no-region' });
    expect(planFromRegions([{ ...scan, type: 5 }], size)).toEqual({ kind: 'by-hand', why: 'no-region' });
    expect(planFromRegions([scan, { ...scan, right: 900 }], size)).toEqual({ kind: 'by-hand', why: 'outside-picture' });
    const all = { type: 1, left: 0, top: 10, right: 800, bottom: 599 };
    expect(planFromRegions([all], size)).toEqual({ kind: 'by-hand', why: 'whole-picture' });
  });
});

const boxes = fc.array(
  fc.record({
    left: fc.integer({ min: -5, max: 25 }),
    top: fc.integer({ min: -5, max: 25 }),
    right: fc.integer({ min: -5, max: 25 }),
    bottom: fc.integer({ min: -5, max: 25 }),
  }),
  { maxLength: 5 },
);
const holds = (box: KeptBox, x: number, y: number) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

describe('a box that a person drew', () => {
  it('lies within others exactly when each of its pixels lies in one of them', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.record({ left: fc.nat(8), top: fc.nat(8), right: fc.nat(8), bottom: fc.nat(8) }),
        (own, ends) => {
          const box = { ...ends, right: ends.left + ends.right, bottom: ends.top + ends.bottom };
          let everyPixel = true;
          for (let y = box.top; y <= box.bottom; y++) {
            for (let x = box.left; x <= box.right; x++) everyPixel &&= own.some((one) => holds(one, x, y));
          }
          expect(liesWithin(box, own)).toBe(everyPixel);
        },
      ),
      { numRuns: 300 },
    );
    expect(
      liesWithin({ left: 2, top: 2, right: 9, bottom: 5 }, [scan, { left: 0, top: 0, right: 20, bottom: 20 }]),
    ).toBe(true);
  });
});

describe('a masked picture', () => {
  it('keeps exactly the pixels that lie in a box, and is black elsewhere, whatever the boxes', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(1 as const, 3 as const), (own, channels) => {
        const picture: Picture = { width: 20, height: 16, channels, pixels: new Uint8Array(320 * channels).fill(200) };
        const masked = maskPicture(picture, own);
        for (let at = 0; at < masked.pixels.length; at++) {
          const [x, y] = [Math.floor(at / channels) % 20, Math.floor(at / channels / 20)];
          if (masked.pixels[at] !== (own.some((box) => holds(box, x, y)) ? 200 : 0))
            throw new Error(`pixel ${x}, ${y}`);
        }
        expect(brightestOutside(masked, own, 'exact')).toBe(0);
        for (const [from, until] of keptRuns(own, 3, 20)) expect(from).toBeLessThan(until);
      }),
      { numRuns: 200 },
    );
  });

  it('does not pass the check when one pixel outside of the boxes is left', () => {
    const own = [{ left: 40, top: 40, right: 60, bottom: 60 }];
    const picture = maskPicture({ width: 100, height: 100, channels: 1, pixels: new Uint8Array(10_000).fill(9) }, own);
    picture.pixels[5 * 100 + 5] = 90;
    expect(brightestOutside(picture, own, 'exact')).toBe(90);
    expect(brightestOutside(picture, own, 'lossy')).toBe(90);
  });
});

describe('the search for what is left of a person', () => {
  const identity = { names: ['García López', 'Ana'], numbers: ['MRN-004471'], days: ['19900412'], raw: [] };
  const around = (...bytes: number[]) => Uint8Array.from([0xff, 0xd8, 1, 2, ...bytes, 3, 4, 5]);
  const wide = (text: string, swap: boolean) =>
    [...text].flatMap((sign) => (swap ? [0, sign.charCodeAt(0)] : [sign.charCodeAt(0), 0]));

  it.each([
    ['UTF-8', [...new TextEncoder().encode('García')]],
    ['Latin-1, upper case', [...Uint8Array.from('GARCíA', (sign) => sign.charCodeAt(0))]],
    ['Latin-1', [...'López'].map((sign) => sign.charCodeAt(0))],
    ['UTF-16 little endian', wide('López', false)],
    ['UTF-16 big endian', wide('López', true)],
    ['a number', [...new TextEncoder().encode('mrn-004471')]],
    ['a day as people write it', [...new TextEncoder().encode('04/12/1990')]],
    ['a day as DICOM writes it', [...new TextEncoder().encode('19900412')]],
  ])('finds %s', (_, planted) => {
    expect(leakSearch(identity)(around(...planted), 'plain')).not.toEqual([]);
    expect(leakSearch(identity)(around(), 'plain')).toEqual([]);
  });

  it('finds a name in the bytes of the object’s own character set', () => {
    const raw = [Uint8Array.of(0xcf, 0xf1, 0xe8, 0xe2, 0xe0)];
    const search = leakSearch({ names: [], numbers: [], days: [], raw });
    expect(search(around(0xcf, 0xf1, 0xe8, 0xe2, 0xe0), 'coded')).toEqual([{ what: 'name', at: 4 }]);
  });

  it('looks for short words in the plain part only: in coded pixels they turn up by chance', () => {
    const bytes = around(...new TextEncoder().encode('ana'));
    expect(leakSearch(identity)(bytes, 'plain')).toHaveLength(1);
    expect(leakSearch(identity)(bytes, 'coded')).toEqual([]);
    // Single grey pixels on black spell a short word in UTF-16.
    const dark = around(...wide('ana', false));
    expect(leakSearch(identity)(dark, 'plain')).toHaveLength(1);
    expect(leakSearch(identity)(dark, 'coded')).toEqual([]);
    expect(leakSearch(identity)(around(...wide('López', false)), 'coded')).toHaveLength(1);
  });
});
