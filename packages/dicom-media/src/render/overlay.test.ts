import { describe, expect, it } from 'vitest';
import { element } from '../../testing/made-files.ts';
import { dataSetOf, pixels, us, us16 } from '../../testing/made-pixels.ts';
import { extractOverlay, readEmbeddedOverlays } from './embedded-overlay.ts';
import { drawOverlays, readOverlays } from './overlay.ts';
import type { Picture } from './sample-frame.ts';

const black = (channels: 1 | 3 = 1): Picture => ({
  width: 3,
  height: 2,
  channels,
  pixels: new Uint8Array(6 * channels),
});
const plane = (origin: [number, number], bits: number) => [
  us16(0x60000010, 1),
  us16(0x60000011, 2),
  element(0x60000050, 'SS', us(...origin)),
  element(0x60003000, 'OW', us(bits)),
];

describe('an overlay', () => {
  it('is drawn white at its origin, which counts from 1', () => {
    const picture = black();
    drawOverlays(picture, readOverlays(dataSetOf(...plane([2, 2], 0b11))), 0);
    expect([...picture.pixels]).toEqual([0, 0, 0, 0, 255, 255]);
  });

  it('that leaves the picture is cut at its edge', () => {
    const picture = black(3);
    drawOverlays(picture, readOverlays(dataSetOf(...plane([1, 0], 0b11))), 0);
    expect([...picture.pixels.subarray(0, 6)]).toEqual([255, 255, 255, 0, 0, 0]);
  });

  it('without enough bits is left out', () => {
    const dataSet = dataSetOf(us16(0x60000010, 1000), us16(0x60000011, 1000), element(0x60003000, 'OW', us(1)));
    expect(readOverlays(dataSet)).toEqual([]);
  });

  it('may live in a bit of the pixels beside the sample, never in one of the sample', () => {
    const p = pixels({ rows: 1, bitsAllocated: 16, bitsStored: 12, highBit: 11 });
    const [beside] = readEmbeddedOverlays(dataSetOf(us16(0x60000100, 16), us16(0x60000102, 15)), p);
    if (!beside) throw new Error('the plane was not seen');
    expect([...extractOverlay(us(0x0fff, 0x8000), p, beside).bits]).toEqual([0b10]);
    expect(readEmbeddedOverlays(dataSetOf(us16(0x60000102, 11)), p)).toEqual([]);
  });
});
