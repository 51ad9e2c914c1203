/**
 * Text that people typed, without what nobody sees: control signs and direction marks, which could turn round or hide
 * part of a line (Unicode TR36, 3.1). Ends of lines stay; so do the joiners that Indic scripts need.
 */
export function readableText(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|\p{Bidi_Control}|\ufeff/gu, '').normalize('NFC');
}

/** A blank that somebody fills in by hand. */
export function isLineToWriteOn(value: string): boolean {
  return /^_+$/.test(value);
}
