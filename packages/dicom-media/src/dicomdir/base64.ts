const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUE_OF_DIGIT = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/** RFC 4648 base64, so that record bytes fit into JSON. Values are short; large ones have no place in a record. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += DIGITS[group >> 18];
    text += DIGITS[(group >> 12) & 63];
    text += at + 1 < bytes.length ? DIGITS[(group >> 6) & 63] : '=';
    text += at + 2 < bytes.length ? DIGITS[group & 63] : '=';
  }
  return text;
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
