import { firstNumber, numbers, valueBytes } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { checkFrameSize } from './pixel-limits.ts';
import type { Picture } from './sample-frame.ts';

/** A plane of marks that belongs on top of the picture (PS3.3 C.9.2). `origin` counts from 0 and may be negative. */
export type Overlay = {
  rows: number;
  columns: number;
  top: number;
  left: number;
  frames: number;
  firstFrame: number;
  bits: Uint8Array;
};

/** PS3.5 7.6: repeating groups, even numbers only. */
export const OVERLAY_GROUPS = Array.from({ length: 16 }, (_, at) => 0x6000 + at * 2);

/** Overlay planes stored on their own. Planes whose bytes are missing are left out. */
export function readOverlays(dataSet: DataSet): Overlay[] {
  return OVERLAY_GROUPS.flatMap((group) => readOverlay(dataSet, group * 0x10000) ?? []);
}

function readOverlay(dataSet: DataSet, group: number): Overlay | undefined {
  const rows = firstNumber(dataSet, group + 0x0010, 'US');
  const columns = firstNumber(dataSet, group + 0x0011, 'US');
  const bits = valueBytes(dataSet, group + 0x3000);
  if (!rows || !columns || !bits) return undefined;
  if (!checkFrameSize({ width: columns, height: rows, channels: 1, bytesPerSample: 1 }).ok) return undefined;
  const [top, left] = numbers(dataSet, group + 0x0050, 'SS');
  const frames = Math.max(1, firstNumber(dataSet, group + 0x0015) ?? 1);
  if (bits.length * 8 < rows * columns) return undefined;
  return {
    rows,
    columns,
    top: (top ?? 1) - 1,
    left: (left ?? 1) - 1,
    frames,
    firstFrame: (firstNumber(dataSet, group + 0x0051, 'US') ?? 1) - 1,
    bits,
  };
}

/** Draws the planes of this frame in white, in place. A plane with one frame belongs to every frame. */
export function drawOverlays(picture: Picture, overlays: readonly Overlay[], frame: number): void {
  for (const overlay of overlays) {
    const plane = overlay.frames === 1 ? 0 : frame - overlay.firstFrame;
    if (plane < 0 || plane >= overlay.frames) continue;
    const firstBit = plane * overlay.rows * overlay.columns;
    if ((firstBit + overlay.rows * overlay.columns) / 8 > overlay.bits.length) continue;
    drawPlane(picture, overlay, firstBit);
  }
}

function drawPlane(picture: Picture, overlay: Overlay, firstBit: number): void {
  for (let row = 0; row < overlay.rows; row++) {
    const y = row + overlay.top;
    if (y < 0 || y >= picture.height) continue;
    for (let column = 0; column < overlay.columns; column++) {
      const x = column + overlay.left;
      if (x < 0 || x >= picture.width) continue;
      const bit = firstBit + row * overlay.columns + column;
      if ((((overlay.bits[bit >>> 3] as number) >> (bit & 7)) & 1) === 0) continue;
      const at = (y * picture.width + x) * picture.channels;
      picture.pixels.fill(255, at, at + picture.channels);
    }
  }
}
