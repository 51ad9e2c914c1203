/** Bytes in which the codestream must have started when it is wrapped in a JP2 file, which it should not be. */
const SEARCHED_BYTES = 4096;

/** Size and depth that a JPEG 2000 codestream states in its SIZ segment (ITU-T T.800 A.5.1). */
export function readCodestreamSize(
  bytes: Uint8Array,
): { width: number; height: number; channels: number; bitsPerSample: number } | undefined {
  const start = findCodestream(bytes);
  if (start === undefined || bytes.length < start + 43) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const width = view.getUint32(8) - view.getUint32(16);
  const height = view.getUint32(12) - view.getUint32(20);
  return { width, height, channels: view.getUint16(40), bitsPerSample: (view.getUint8(42) & 0x7f) + 1 };
}

/** SOC and SIZ, one behind the other. */
function findCodestream(bytes: Uint8Array): number | undefined {
  const end = Math.min(bytes.length - 3, SEARCHED_BYTES);
  for (let at = 0; at < end; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff && bytes[at + 3] === 0x51) return at;
  }
  return undefined;
}
