/** A table never maps more than 16-bit codes, whatever its segments claim. */
const ENTRIES_MAX = 65_536;

type Expansion = { units: Uint16Array; out: Uint16Array; filled: number };

/**
 * Expands a segmented palette (PS3.3 C.7.9.2): discrete runs, linear ramps, and references to earlier segments.
 * `units` are the stored words (bytes when entries have 8 bits). Undefined when it does not fill `count` entries
 * or refers to a place that is not there.
 */
export function expandSegments(units: Uint16Array, count: number, bits: number): Uint16Array | undefined {
  if (count > ENTRIES_MAX) return undefined;
  const state: Expansion = { units, out: new Uint16Array(count), filled: 0 };
  let at = 0;
  while (at + 1 < units.length && state.filled < count) {
    const next = units[at] === 2 ? repeatSegments(state, at, bits) : plainSegment(state, at);
    if (next === undefined) return undefined;
    at = next;
  }
  return state.filled === count ? state.out : undefined;
}

/** Returns the place behind the segment. */
function plainSegment(state: Expansion, at: number): number | undefined {
  const length = state.units[at + 1] as number;
  if (state.units[at] === 0) return discreteSegment(state, at + 2, length);
  if (state.units[at] === 1) return linearSegment(state, at + 2, length);
  return undefined;
}

function discreteSegment(state: Expansion, at: number, length: number): number | undefined {
  if (at + length > state.units.length || state.filled + length > state.out.length) return undefined;
  state.out.set(state.units.subarray(at, at + length), state.filled);
  state.filled += length;
  return at + length;
}

/** From the entry before (which is not repeated) to the end value, both ends exact. */
function linearSegment(state: Expansion, at: number, length: number): number | undefined {
  const end = state.units[at];
  if (end === undefined || state.filled === 0 || state.filled + length > state.out.length) return undefined;
  const start = state.out[state.filled - 1] as number;
  for (let step = 1; step <= length; step++) {
    state.out[state.filled++] = Math.round(start + ((end - start) * step) / length);
  }
  return at + 1;
}

/** The named segments again; a reference inside a reference is not allowed, so this cannot loop. */
function repeatSegments(state: Expansion, at: number, bits: number): number | undefined {
  const times = state.units[at + 1] as number;
  const unitBits = bits === 8 ? 8 : 16;
  const parts = [...state.units.subarray(at + 2, at + 2 + 32 / unitBits)];
  if (parts.length < 32 / unitBits) return undefined;
  const byteOffset = parts.reduce((sum, part, index) => sum + part * 2 ** (unitBits * index), 0);
  let source = byteOffset / (unitBits / 8);
  for (let segment = 0; segment < times && state.filled < state.out.length; segment++) {
    if (!Number.isInteger(source) || source + 1 >= at || state.units[source] === 2) return undefined;
    const next = plainSegment(state, source);
    if (next === undefined) return undefined;
    source = next;
  }
  return at + 2 + 32 / unitBits;
}
