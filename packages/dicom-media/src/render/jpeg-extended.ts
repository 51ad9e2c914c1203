import { type Outcome, ok } from '../outcome.ts';
import { type BitReader, nextNumber, nextSymbol, passRestart, ranDry } from './huffman.ts';
import { inverseDct, ZIGZAG } from './inverse-dct.ts';
import { type JpegHeader, readJpegHeader } from './jpeg-header.ts';
import { type JpegScan, walkScans } from './jpeg-scans.ts';
import { checkFrameSize } from './pixel-limits.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';

/** Samples of each component side by side, as the stream has them: no colours are converted. */
export type JpegSamples = { width: number; height: number; channels: number; samples: Uint16Array };

type Plane = { across: number; down: number; blocksPerLine: number; samples: Uint16Array; prediction: number };

/**
 * Sequential JPEG of 8 or 12 bits with Huffman codes (ITU-T T.81 processes 1, 2 and 4; DICOM's .50 and .51). For the
 * 12-bit streams that libjpeg builds of 8 bits refuse. Subsampled components are repeated, not smoothed.
 */
export function decodeSequentialJpeg(stream: Uint8Array): Outcome<JpegSamples, RenderRefusal> {
  const header = readJpegHeader(stream);
  // Of 8 bits it went to libjpeg before; of 12 no decoder here knows it.
  if (header?.process === 0xc2) return refusal('unsupported-pixels', `progressive JPEG of ${header.precision} bits`);
  if (!header || header.process > 0xc1 || (header.precision !== 8 && header.precision !== 12)) {
    return refusal('decode-failed', 'not a sequential JPEG stream');
  }
  const { width, height, components } = header;
  const size = checkFrameSize({ width, height, channels: components.length, bytesPerSample: 2 });
  if (!size.ok) return size;
  if (components.some(({ horizontal: h, vertical: v }) => h < 1 || h > 4 || v < 1 || v > 4)) {
    return refusal('decode-failed', 'JPEG sampling factors out of range');
  }
  const planes = openPlanes(header);
  const ids = components.map(({ id }) => id);
  const isWhole = walkScans(stream, ids, (scan, reader) => decodeScan(scan, reader, header, planes));
  if (!isWhole) return refusal('decode-failed', 'JPEG stream is damaged');
  return ok({ width, height, channels: components.length, samples: interleave(header, planes) });
}

function openPlanes(header: JpegHeader): Plane[] {
  const { across, down } = unitCounts(header);
  return header.components.map(({ horizontal, vertical }) => {
    const [blocksPerLine, lines] = [across * horizontal, down * vertical];
    return {
      across: horizontal,
      down: vertical,
      blocksPerLine,
      samples: new Uint16Array(blocksPerLine * lines * 64),
      prediction: 0,
    };
  });
}

/** Minimum coded units of an interleaved scan, by columns and rows (T.81 A.2.3). */
function unitCounts({ width, height, components }: JpegHeader): { across: number; down: number; h: number; v: number } {
  const h = Math.max(...components.map(({ horizontal }) => horizontal));
  const v = Math.max(...components.map(({ vertical }) => vertical));
  return { across: Math.ceil(width / (8 * h)), down: Math.ceil(height / (8 * v)), h, v };
}

function decodeScan(scan: JpegScan, reader: BitReader, header: JpegHeader, planes: Plane[]): boolean {
  const only = scan.components.length === 1 ? planes[scan.components[0]?.place ?? 0] : undefined;
  const { across, down, h, v } = unitCounts(header);
  // A scan of one component has no padding to whole units (T.81 A.2.2).
  const unitsAcross = only ? Math.ceil((header.width * only.across) / (8 * h)) : across;
  const unitsDown = only ? Math.ceil((header.height * only.down) / (8 * v)) : down;
  for (const plane of planes) plane.prediction = 0;
  for (let unit = 0; unit < unitsAcross * unitsDown; unit++) {
    if (scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0) {
      if (!passRestart(reader)) return false;
      for (const plane of planes) plane.prediction = 0;
    }
    const [column, row] = [unit % unitsAcross, Math.floor(unit / unitsAcross)];
    for (const component of scan.components) {
      const plane = planes[component.place] as Plane;
      const steps = scan.quantisation[header.components[component.place]?.quantisation ?? 0];
      const [wide, high] = only ? [1, 1] : [plane.across, plane.down];
      for (let block = 0; block < wide * high; block++) {
        const at = (row * high + Math.floor(block / wide)) * plane.blocksPerLine + column * wide + (block % wide);
        if (!steps || !decodeBlock(reader, component, steps, plane)) return false;
        writeBlock(plane, at, header.precision);
      }
    }
    if (ranDry(reader)) return false;
  }
  return true;
}

const coefficients = new Float64Array(64);
const values = new Float64Array(64);

/** T.81 F.2.2: the difference of the mean, then runs of zeros and numbers until the end of the block. */
function decodeBlock(
  reader: BitReader,
  tables: JpegScan['components'][number],
  steps: Uint16Array,
  plane: Plane,
): boolean {
  if (!tables.dc || !tables.ac) return false;
  coefficients.fill(0);
  const bits = nextSymbol(reader, tables.dc);
  if (bits < 0 || bits > 15) return false;
  plane.prediction += bits === 0 ? 0 : nextNumber(reader, bits);
  coefficients[0] = plane.prediction * (steps[0] as number);
  for (let at = 1; at < 64; at++) {
    const symbol = nextSymbol(reader, tables.ac);
    if (symbol < 0) return false;
    if (symbol === 0) break;
    at += symbol >> 4;
    if ((symbol & 15) === 0) {
      if (symbol !== 0xf0) return false;
      continue;
    }
    if (at > 63) return false;
    coefficients[ZIGZAG[at] as number] = nextNumber(reader, symbol & 15) * (steps[at] as number);
  }
  return true;
}

function writeBlock(plane: Plane, block: number, precision: number): void {
  inverseDct(coefficients, values);
  const [middle, highest] = [2 ** (precision - 1), 2 ** precision - 1];
  for (let at = 0; at < 64; at++) {
    plane.samples[block * 64 + at] = Math.min(highest, Math.max(0, Math.round((values[at] as number) + middle)));
  }
}

function interleave(header: JpegHeader, planes: readonly Plane[]): Uint16Array {
  const { width, height } = header;
  const { h, v } = unitCounts(header);
  const out = new Uint16Array(width * height * planes.length);
  for (const [channel, plane] of planes.entries()) {
    for (let y = 0; y < height; y++) {
      const row = Math.floor((y * plane.down) / v);
      for (let x = 0; x < width; x++) {
        const column = Math.floor((x * plane.across) / h);
        const block = (row >> 3) * plane.blocksPerLine + (column >> 3);
        out[(y * width + x) * planes.length + channel] = plane.samples[
          block * 64 + (row & 7) * 8 + (column & 7)
        ] as number;
      }
    }
  }
  return out;
}
