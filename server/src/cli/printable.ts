/** What comes from outside, a value or the name of a file, must not move the cursor, colour the terminal or turn text. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');
}
