const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUE_OF_DIGIT = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const PADDING = '='.charCodeAt(0);

/** Made at once, because a release has thousands of keys. */
const CHUNK_BYTES = 3 * 1024;

/** RFC 4648 base64, so that record bytes fit into JSON. Values are short; large ones have no place in a record. */
export function toBase64(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK_BYTES) return chunk(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) text += chunk(bytes.subarray(at, at + CHUNK_BYTES));
  return text;
}

/** Of one chunk; used up before the next one is begun. */
const codes = new Uint8Array((CHUNK_BYTES / 3) * 4);

function chunk(bytes: Uint8Array): string {
  const { length } = bytes;
  let to = 0;
  for (let at = 0; at < length; at += 3) {
    const two = at + 1 < length ? (bytes[at + 1] as number) : 0;
    const three = at + 2 < length ? (bytes[at + 2] as number) : 0;
    const group = ((bytes[at] as number) << 16) | (two << 8) | three;
    codes[to] = CODES[group >> 18] as number;
    codes[to + 1] = CODES[(group >> 12) & 63] as number;
    codes[to + 2] = at + 1 < length ? (CODES[(group >> 6) & 63] as number) : PADDING;
    codes[to + 3] = at + 2 < length ? (CODES[group & 63] as number) : PADDING;
    to += 4;
  }
  return String.fromCharCode.apply(null, codes.subarray(0, to) as unknown as number[]);
}

/** The bytes again; what is no base64 digit ends the text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUE_OF_DIGIT.get(text.charCodeAt(at));
    if (value === undefined) break;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
