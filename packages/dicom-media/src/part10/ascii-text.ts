/** Bytes 0-255 as the characters of the same number, without the padding (spaces and NULs) at the end. */
export function asciiText(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  if (end <= SHORT_BYTES) return fromBytes(end === bytes.length ? bytes : bytes.subarray(0, end));
  let text = '';
  for (let at = 0; at < end; at += SHORT_BYTES) text += fromBytes(bytes.subarray(at, Math.min(at + SHORT_BYTES, end)));
  return text;
}

/** So many arguments every engine takes at once. */
const SHORT_BYTES = 4096;

function fromBytes(bytes: Uint8Array): string {
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}
