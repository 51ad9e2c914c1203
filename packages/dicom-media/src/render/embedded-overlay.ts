import { firstNumber, numbers } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import type { Overlay } from './overlay.ts';
import { OVERLAY_GROUPS } from './overlay.ts';
import type { PixelDescription } from './pixel-description.ts';

/** A plane of marks that old files keep in a bit of each pixel beside the sample (retired in PS3.3-2004). */
export type EmbeddedOverlay = { bitPosition: number; top: number; left: number };

/** Only where the bit lies outside the sample: a plane that names a bit of the picture itself is a wrong entry. */
export function readEmbeddedOverlays(dataSet: DataSet, p: PixelDescription): EmbeddedOverlay[] {
  if (p.bitsAllocated !== 16 || p.channels !== 1) return [];
  return OVERLAY_GROUPS.flatMap((group) => {
    const base = group * 0x10000;
    const bitPosition = firstNumber(dataSet, base + 0x0102, 'US');
    const isStoredAlone = dataSet.elements.has(base + 0x3000);
    if (isStoredAlone || bitPosition === undefined || bitPosition > 15) return [];
    if (bitPosition <= p.highBit && bitPosition > p.highBit - p.bitsStored) return [];
    const [top, left] = numbers(dataSet, base + 0x0050, 'SS');
    return [{ bitPosition, top: (top ?? 1) - 1, left: (left ?? 1) - 1 }];
  });
}

/** The plane of one uncompressed frame, packed as overlays that are stored alone are. */
export function extractOverlay(bytes: Uint8Array, p: PixelDescription, embedded: EmbeddedOverlay): Overlay {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = p.rows * p.columns;
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (let at = 0; at < count; at++) {
    const bit = (view.getUint16(at * 2, p.littleEndian) >> embedded.bitPosition) & 1;
    if (bit) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
  }
  const { top, left } = embedded;
  return { rows: p.rows, columns: p.columns, top, left, frames: 1, firstFrame: 0, bits };
}
