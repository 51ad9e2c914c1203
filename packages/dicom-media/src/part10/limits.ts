/** Limits of S7.1. Beyond each of them a file is named and kept aside, never cut and used. */
const MIB = 1024 * 1024;

export const MAX_INSTANCE_BYTES = 4096 * MIB;
export const MAX_META_BYTES = 1 * MIB;
/** Everything before the pixels (or the encapsulated document). */
export const MAX_HEADER_BYTES = 64 * MIB;
export const MAX_SEQUENCE_DEPTH = 64;
/** Elements and items together: an empty item costs as much as an element. */
export const MAX_ELEMENTS = 500_000;
export const MAX_TEXT_BYTES = 1 * MIB;
export const MAX_FRAMES = 100_000;
export const MAX_INFLATED_BYTES = 512 * MIB;
/** An index is made beside others in a job of 256 MiB, and a deflated data set is inflated in memory. */
export const MAX_INDEXED_INFLATED_BYTES = 128 * MIB;
/** Pieces of an encapsulated pixel element. */
export const MAX_FRAGMENTS = 1_000_000;
/** Problems kept of one file: enough to understand it, too few to fill a disk. */
export const MAX_PROBLEMS = 100;
