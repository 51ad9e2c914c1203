import { type BitReader, buildHuffmanTable, type HuffmanTable, openBits } from './huffman.ts';

/** What a scan needs of the segments before it (ITU-T T.81 B.2.3, B.2.4). */
export type JpegScan = {
  /** Places of its components in the frame header, each with its tables. */
  components: { place: number; dc: HuffmanTable | undefined; ac: HuffmanTable | undefined }[];
  quantisation: readonly (Uint16Array | undefined)[];
  /** Units between restart markers; 0 when there are none. */
  restartInterval: number;
  /** Ss: in lossless streams the predictor. */
  selection: number;
  /** Al: in lossless streams the point transform. */
  pointTransform: number;
};

type Tables = {
  quantisation: (Uint16Array | undefined)[];
  dc: (HuffmanTable | undefined)[];
  ac: (HuffmanTable | undefined)[];
  restartInterval: number;
};

/**
 * Hands each scan to `decode`, which says whether it went well. True when there was a scan and every one went well;
 * anything that is not as T.81 has it ends the walk.
 */
export function walkScans(
  bytes: Uint8Array,
  componentIds: readonly number[],
  decode: (scan: JpegScan, reader: BitReader) => boolean,
): boolean {
  const tables: Tables = { quantisation: [], dc: [], ac: [], restartInterval: 0 };
  let at = 2;
  let scans = 0;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number);
    if (end < at + 4 || end > bytes.length) return false;
    const body = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xdb && !readQuantisation(body, tables)) return false;
    if (marker === 0xc4 && !readHuffman(body, tables)) return false;
    if (marker === 0xdd) tables.restartInterval = (body[0] ?? 0) * 256 + (body[1] ?? 0);
    if (marker !== 0xda) continue;
    const scan = readScan(body, tables, componentIds);
    const reader = openBits(bytes, end);
    if (!scan || !decode(scan, reader)) return false;
    scans++;
    at = nextMarker(bytes, reader.at);
  }
  return scans > 0;
}

function readQuantisation(body: Uint8Array, tables: Tables): boolean {
  for (let at = 0; at < body.length; ) {
    const head = body[at++] as number;
    const bytesEach = head >> 4 === 0 ? 1 : 2;
    if (at + 64 * bytesEach > body.length || (head & 15) > 3) return false;
    const values = new Uint16Array(64);
    for (let value = 0; value < 64; value++, at += bytesEach) {
      values[value] = bytesEach === 1 ? (body[at] as number) : (body[at] as number) * 256 + (body[at + 1] as number);
    }
    tables.quantisation[head & 15] = values;
  }
  return true;
}

function readHuffman(body: Uint8Array, tables: Tables): boolean {
  for (let at = 0; at < body.length; ) {
    const head = body[at] as number;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = body.subarray(at + 17, at + 17 + total);
    const table = symbols.length === total ? buildHuffmanTable(counts, symbols) : undefined;
    if (!table || (head & 15) > 3 || head >> 4 > 1) return false;
    (head >> 4 === 0 ? tables.dc : tables.ac)[head & 15] = table;
    at += 17 + total;
  }
  return true;
}

function readScan(body: Uint8Array, tables: Tables, componentIds: readonly number[]): JpegScan | undefined {
  const count = body[0] ?? 0;
  if (count < 1 || count > componentIds.length || body.length < 4 + count * 2) return undefined;
  const components = Array.from({ length: count }, (_, at) => {
    const selectors = body[2 + at * 2] as number;
    const place = componentIds.indexOf(body[1 + at * 2] as number);
    return { place, dc: tables.dc[selectors >> 4], ac: tables.ac[selectors & 15] };
  });
  if (components.some(({ place }) => place < 0)) return undefined;
  const { quantisation, restartInterval } = tables;
  const [selection, pointTransform] = [body[1 + count * 2] as number, (body[3 + count * 2] as number) & 15];
  return { components, quantisation: [...quantisation], restartInterval, selection, pointTransform };
}

/** The next marker that is neither a stuffed byte nor a restart. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
