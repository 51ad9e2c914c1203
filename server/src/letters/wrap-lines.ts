/** A space at which no line ends; the text is drawn with plain spaces, so that what is copied from it is plain too. */
const kept = '\u00a0';

/** What is read in one piece, or looked up: a citation with its code, a phone number, a time of day, a reference. */
const together: readonly RegExp[] = [
  /(?<=\bEB [2-9A-Z]{3}) (?=[2-9A-Z]{3}\b)|(?<=\bEB) (?=[2-9A-Z]{3} [2-9A-Z]{3}\b)/g,
  /(?<=\d) (?=CFR\b|U\.S\.C\.|USC\b|C\.F\.R\.|[ap]\. ?m\.|\d)/g,
  /(?<=CFR|U\.S\.C\.|USC|C\.F\.R\.|§|\bArt\.|\bNo\.|\bSec\.|[ap]\.) (?=[\d§]|m\.)/g,
];

/**
 * Breaks text into lines of at most `width`, by what `measure` says of a piece. A line that ends between words ends with
 * their space, which is not measured: who has the page read aloud or copies from it finds two words there. An address
 * breaks after a slash of its path alone, never inside “https://”; what is longer than a line is chopped.
 */
export function wrapLines(text: string, width: number, measure: (piece: string) => number): string[] {
  const whole = together.reduce((joined, spaces) => joined.replaceAll(spaces, kept), text);
  return whole.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of paragraph
      .split(/(?<= )/)
      .flatMap(breakable)
      .flatMap(chop)) {
      if (line !== '' && measured(line + piece) > width) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
    return [...lines, line.trimEnd()].map((one) => one.replaceAll(kept, ' '));
  });

  function measured(piece: string): number {
    return measure(piece.trimEnd().replaceAll(kept, ' '));
  }

  function chop(piece: string): string[] {
    if (measured(piece) <= width) return [piece];
    const parts = [''];
    for (const sign of piece) {
      const last = parts.length - 1;
      if (measured(parts[last] + sign) > width) parts.push(sign);
      else parts[last] += sign;
    }
    return parts;
  }
}

function breakable(word: string): string[] {
  if (/:\/\/|^\W*www\./.test(word)) return word.split(/(?<=[^/:]\/)(?=[^/\s])/);
  return word.split(/(?<=\p{L}[-–—/])(?=\p{L})/u);
}
