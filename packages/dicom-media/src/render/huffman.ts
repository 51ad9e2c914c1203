/** A Huffman table of a JPEG stream, ready to decode with: codes of up to 8 bits by one look, longer ones by length. */
export type HuffmanTable = {
  symbols: Uint8Array;
  /** By the next 8 bits: length of the code in the high byte, its symbol in the low one; 0 for longer codes. */
  quick: Uint16Array;
  /** By length: one more than the largest code, and what to add to a code for its place among the symbols. */
  limits: Int32Array;
  places: Int32Array;
};

/** ITU-T T.81 annex C: how many codes there are of each length (1-16), and their symbols in order. */
export function buildHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | undefined {
  const table: HuffmanTable = {
    symbols,
    quick: new Uint16Array(256),
    limits: new Int32Array(17),
    places: new Int32Array(17),
  };
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0;
    table.places[length] = place - code;
    for (let each = 0; each < count && length <= 8; each++) {
      const first = (code + each) << (8 - length);
      table.quick.fill((length << 8) | (symbols[place + each] ?? 0), first, first + (1 << (8 - length)));
    }
    code += count;
    place += count;
    if (code > 1 << length) return undefined;
    table.limits[length] = code;
    code <<= 1;
  }
  return place === symbols.length && place > 0 ? table : undefined;
}

/** The entropy-coded bits of a scan, the stuffed zero behind each FF left out. */
export type BitReader = { bytes: Uint8Array; at: number; buffer: number; held: number; beyond: number };

export function openBits(bytes: Uint8Array, at: number): BitReader {
  return { bytes, at, buffer: 0, held: 0, beyond: 0 };
}

/** True when more bits were asked for than the data holds: what came then was zeros. */
export function ranDry(reader: BitReader): boolean {
  return reader.beyond > reader.held;
}

/** The next symbol; -1 for bits that are no code of the table. */
export function nextSymbol(reader: BitReader, table: HuffmanTable): number {
  if (reader.held < 16) fill(reader);
  const quick = table.quick[(reader.buffer >>> (reader.held - 8)) & 0xff] as number;
  if (quick !== 0) {
    reader.held -= quick >> 8;
    return quick & 0xff;
  }
  for (let length = 9; length <= 16; length++) {
    const code = (reader.buffer >>> (reader.held - length)) & ((1 << length) - 1);
    if (code >= (table.limits[length] as number)) continue;
    reader.held -= length;
    return table.symbols[code + (table.places[length] as number)] ?? -1;
  }
  return -1;
}

/** `count` bits (1-16) as the signed number they stand for (T.81 F.2.2.1, EXTEND). */
export function nextNumber(reader: BitReader, count: number): number {
  if (reader.held < count) fill(reader);
  reader.held -= count;
  const bits = (reader.buffer >>> reader.held) & ((1 << count) - 1);
  return bits < 1 << (count - 1) ? bits - (1 << count) + 1 : bits;
}

/** Steps over the restart marker that must stand here; false when it does not. */
export function passRestart(reader: BitReader): boolean {
  reader.held = 0;
  reader.beyond = 0;
  const { bytes } = reader;
  while (bytes[reader.at] === 0xff && bytes[reader.at + 1] === 0xff) reader.at++;
  const marker = bytes[reader.at + 1] ?? 0;
  if (bytes[reader.at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false;
  reader.at += 2;
  return true;
}

function fill(reader: BitReader): void {
  const { bytes } = reader;
  while (reader.held <= 24) {
    const byte = bytes[reader.at] ?? 0xff;
    const isMarker = byte === 0xff && bytes[reader.at + 1] !== 0;
    if (isMarker) reader.beyond += 8;
    else reader.at += byte === 0xff ? 2 : 1;
    reader.buffer = (reader.buffer << 8) | (isMarker ? 0 : byte);
    reader.held += 8;
  }
}
