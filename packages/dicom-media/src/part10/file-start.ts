import type { Problem } from './problem.ts';
import { note } from './problem.ts';
import { knownRepresentation } from './value-representation.ts';

/** What stands in the 128 bytes before `DICM`: anything but zeros or TIFF may be a program (S7.9). */
export type Preamble = 'absent' | 'zeros' | 'tiff' | 'other';

export type FileStart = { preamble: Preamble; at: number };

const PREAMBLE_BYTES = 128;
export const PREFIX_END = PREAMBLE_BYTES + 4;

/** Finds where the first element is, or undefined when this is no DICOM file. Needs the first 132 bytes. */
export function fileStart(bytes: Uint8Array, problems: Problem[]): FileStart | undefined {
  if (hasPrefix(bytes, PREAMBLE_BYTES)) {
    const preamble = preambleKind(bytes);
    if (preamble === 'other') note(problems, 'preamble-not-empty', 0, 'neither zeros nor TIFF');
    return { preamble, at: PREFIX_END };
  }
  if (hasPrefix(bytes, 0)) {
    note(problems, 'no-preamble', 0, 'the prefix is at byte 0');
    return { preamble: 'absent', at: 4 };
  }
  if (!looksLikeDataSet(bytes)) return undefined;
  note(problems, 'no-preamble', 0, 'starts with an element');
  return { preamble: 'absent', at: 0 };
}

function hasPrefix(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x44 && bytes[at + 1] === 0x49 && bytes[at + 2] === 0x43 && bytes[at + 3] === 0x4d;
}

function preambleKind(bytes: Uint8Array): Preamble {
  let at = 0;
  while (at < PREAMBLE_BYTES && bytes[at] === 0) at++;
  if (at === PREAMBLE_BYTES) return 'zeros';
  const intel = bytes[0] === 0x49 && bytes[1] === 0x49 && bytes[2] === 0x2a && bytes[3] === 0;
  const motorola = bytes[0] === 0x4d && bytes[1] === 0x4d && bytes[2] === 0 && bytes[3] === 0x2a;
  return intel || motorola ? 'tiff' : 'other';
}

/** Groups with which files without a preamble begin. */
const FIRST_GROUPS = new Set([0x0002, 0x0004, 0x0008, 0x0010]);

function looksLikeDataSet(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const little = ((bytes[1] as number) << 8) | (bytes[0] as number);
  const big = ((bytes[0] as number) << 8) | (bytes[1] as number);
  const explicit = startsExplicit(bytes, 0);
  if (FIRST_GROUPS.has(little)) {
    const length = ((bytes[7] as number) << 24) | ((bytes[6] as number) << 16) | ((bytes[5] as number) << 8);
    // Implicit VR has only a plausible length to show: the first elements of a data set are short.
    return explicit || length === 0;
  }
  return FIRST_GROUPS.has(big) && explicit;
}

/** True when the element at this index (of the window) shows a VR of the standard. */
export function startsExplicit(bytes: Uint8Array, at: number): boolean {
  return knownRepresentation(((bytes[at + 4] ?? 0) << 8) | (bytes[at + 5] ?? 0)) !== undefined;
}

/** True when the element at this index is only sensible with the high byte first. */
export function startsBigEndian(bytes: Uint8Array, at: number): boolean {
  const little = ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
  const big = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return startsExplicit(bytes, at) && big < little && big <= 0x0020;
}
