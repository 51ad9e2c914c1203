import { decodeWith } from './text-decoders.ts';

/** Where ISO 2022 falls back to the first set: names also at their two separators (PS3.5 6.1.2.5.3). */
export type TextKind = 'person-name' | 'text';

/** What a byte area (below or above 80) stands for: a WHATWG encoding, and whether two bytes make a character. */
type Area = { label: string; twoBytes: boolean; prefix?: number };

const ESCAPE = 0x1b;
const ASCII: Area = { label: 'ascii', twoBytes: false };

/** Escape sequences of PS3.3 tables C.12-3 and C.12-4, without the ESC byte; G0 is below 80, G1 above. */
const ESCAPES: readonly { sequence: string; g0?: Area; g1?: Area }[] = [
  { sequence: '$)C', g1: { label: 'euc-kr', twoBytes: true } },
  { sequence: '$)A', g1: { label: 'gbk', twoBytes: true } },
  { sequence: '$(D', g0: { label: 'euc-jp', twoBytes: true, prefix: 0x8f } },
  { sequence: '$B', g0: { label: 'euc-jp', twoBytes: true } },
  { sequence: '$@', g0: { label: 'euc-jp', twoBytes: true } },
  { sequence: '(B', g0: ASCII },
  { sequence: '(J', g0: ASCII },
  { sequence: ')I', g1: { label: 'shift_jis', twoBytes: false } },
  { sequence: '-A', g1: { label: 'iso-8859-1', twoBytes: false } },
  { sequence: '-B', g1: { label: 'iso-8859-2', twoBytes: false } },
  { sequence: '-C', g1: { label: 'iso-8859-3', twoBytes: false } },
  { sequence: '-D', g1: { label: 'iso-8859-4', twoBytes: false } },
  { sequence: '-F', g1: { label: 'iso-8859-7', twoBytes: false } },
  { sequence: '-G', g1: { label: 'iso-8859-6', twoBytes: false } },
  { sequence: '-H', g1: { label: 'iso-8859-8', twoBytes: false } },
  { sequence: '-L', g1: { label: 'iso-8859-5', twoBytes: false } },
  { sequence: '-M', g1: { label: 'iso-8859-9', twoBytes: false } },
  { sequence: '-T', g1: { label: 'windows-874', twoBytes: false } },
  { sequence: '-b', g1: { label: 'iso-8859-15', twoBytes: false } },
];

/** Line, page and value ends bring back the first set; in names the two separators do too (PS3.5 6.1.2.5.3). */
const TEXT_ENDS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x5c]);
const NAME_ENDS = new Set([...TEXT_ENDS, 0x5e, 0x3d]);

/** Text whose sets are switched inside by escape sequences, starting in the set with `firstLabel`. */
export function decodeIso2022(bytes: Uint8Array, firstLabel: string, kind: TextKind): string {
  const ends = kind === 'person-name' ? NAME_ENDS : TEXT_ENDS;
  const firstG1: Area = { label: firstLabel, twoBytes: firstLabel === 'euc-kr' || firstLabel === 'gbk' };
  const runs: Run[] = [];
  let g0 = ASCII;
  let g1 = firstG1;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    const switched = byte === ESCAPE ? escapeAt(bytes, at + 1) : undefined;
    if (switched) {
      g0 = switched.g0 ?? g0;
      g1 = switched.g1 ?? g1;
      at += 1 + switched.sequence.length;
      continue;
    }
    if (byte <= 0x20 || (!g0.twoBytes && ends.has(byte))) {
      if (ends.has(byte)) {
        g0 = ASCII;
        g1 = firstG1;
      }
      addToRuns(runs, ASCII, bytes, at, 1);
      at += 1;
      continue;
    }
    const area = byte < 0x80 ? g0 : g1;
    const size = area.twoBytes && at + 1 < bytes.length ? 2 : 1;
    addToRuns(runs, area, bytes, at, size);
    at += size;
  }
  return runs.map((run) => decodeWith(run.area.label, Uint8Array.from(run.bytes))).join('');
}

function escapeAt(bytes: Uint8Array, at: number) {
  return ESCAPES.find(({ sequence }) => {
    for (let n = 0; n < sequence.length; n++) if (bytes[at + n] !== sequence.charCodeAt(n)) return false;
    return true;
  });
}

/** Neighbouring characters of one area: a decoder call costs more than a character. */
type Run = { area: Area; bytes: number[] };

function addToRuns(runs: Run[], area: Area, bytes: Uint8Array, at: number, size: number): void {
  let run = runs.at(-1);
  if (run?.area !== area) {
    run = { area, bytes: [] };
    runs.push(run);
  }
  if (size === 2 && area.prefix !== undefined) run.bytes.push(area.prefix);
  const lift = area.twoBytes ? 0x80 : 0;
  for (let n = 0; n < size; n++) run.bytes.push((bytes[at + n] as number) | lift);
}
