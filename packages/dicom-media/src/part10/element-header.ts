import { tagName } from './data-set.ts';
import { note } from './problem.ts';
import { futureRepresentation, implicitRepresentation, knownRepresentation } from './value-representation.ts';
import { damage, type Level, outsideWindow, type Walk, type WalkEnd } from './walk.ts';

export const UNDEFINED_LENGTH = 0xffffffff;

/** Where the header that was read last says its value lies; reused, because there are hundreds in every file. */
export type HeaderScratch = { vr: string; length: number; valueAt: number };

const FIRST_OF_LEVEL = -1;

export function readTag(walk: Walk, at: number, littleEndian: boolean): number {
  const n = at - walk.base;
  const { bytes } = walk;
  const a = bytes[n] as number;
  const b = bytes[n + 1] as number;
  const c = bytes[n + 2] as number;
  const d = bytes[n + 3] as number;
  return (littleEndian ? (b << 24) | (a << 16) | (d << 8) | c : (a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** Reads VR and length of the element at `walk.at`, whose first 8 bytes are in the window, into `header`. */
export function readHeader(walk: Walk, level: Level, tag: number, header: HeaderScratch): WalkEnd | undefined {
  const n = walk.at - walk.base;
  const letters = ((walk.bytes[n + 4] as number) << 8) | (walk.bytes[n + 5] as number);
  if (level.lastTag === FIRST_OF_LEVEL) settleEncoding(walk, level, letters);
  if (!level.explicit) {
    header.vr = implicitRepresentation(tag);
    header.length = walk.view.getUint32(n + 4, level.littleEndian);
    header.valueAt = walk.at + 8;
    return undefined;
  }
  const representation = knownRepresentation(letters) ?? futureRepresentation(letters);
  if (!representation) {
    if (walk.levels.length === 1 && walk.behindLargeValue) return { kind: 'not-an-element', at: walk.at };
    return damage('unreadable-element', walk.at, `${tagName(tag)} has no readable VR`);
  }
  header.vr = representation.vr;
  if (!representation.longForm) {
    header.length = walk.view.getUint16(n + 6, level.littleEndian);
    header.valueAt = walk.at + 8;
    return undefined;
  }
  if (walk.at + 12 > level.end) return damage('truncated-element', walk.at, `${tagName(tag)} ends inside its header`);
  const missing = outsideWindow(walk, walk.at + 12);
  if (missing) return missing;
  header.length = walk.view.getUint32(n + 8, level.littleEndian);
  header.valueAt = walk.at + 12;
  return undefined;
}

/**
 * The first element shows how its level is really written. Files exist that say explicit and are implicit, or the
 * other way, and a UN sequence is Implicit VR by rule (PS3.5 6.2.2) yet explicit from some senders.
 */
function settleEncoding(walk: Walk, level: Level, letters: number): void {
  const known = knownRepresentation(letters) !== undefined;
  if (level.explicit === known) return;
  const outermost = walk.levels.length === 1;
  if (level.explicit && futureRepresentation(letters)) return;
  if (level.explicit && outermost && walk.behindLargeValue) return;
  if (!level.explicit && !outermost && !level.insideUnknown) return;
  level.explicit = known;
  if (level.insideUnknown) return;
  const code = outermost ? 'transfer-syntax-mismatch' : 'item-encoding-mismatch';
  note(walk.problems, code, walk.at, known ? 'written with explicit VRs' : 'written with implicit VRs');
}
