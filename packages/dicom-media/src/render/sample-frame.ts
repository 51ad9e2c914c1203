/**
 * One decoded frame before colour and grey rules: sample codes as stored (masked to Bits Stored, sign not extended),
 * interleaved by pixel. `colour` tells what the three samples are: decoders of the JPEG family may have left the
 * colour space that the header names.
 */
export type SampleFrame = {
  width: number;
  height: number;
  channels: 1 | 3;
  samples: Uint8Array | Uint16Array | Uint32Array;
  colour: 'as-described' | 'rgb';
};

/** What a screen shows: 8-bit grey or RGB, rows from the top, no padding. */
export type Picture = { width: number; height: number; channels: 1 | 3; pixels: Uint8Array };
