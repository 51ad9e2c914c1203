/** S7.1: what one object may cost before its process is killed. */
export type DecoderLimits = { headerMs: number; frameMs: number; clipMs: number; memoryBytes: number; startMs: number };

export const DECODER_LIMITS: DecoderLimits = {
  headerMs: 2_000,
  frameMs: 5_000,
  clipMs: 120_000,
  memoryBytes: 1024 * 1024 * 1024,
  /** Not a limit on a file: a machine in trouble. */
  startMs: 60_000,
};
