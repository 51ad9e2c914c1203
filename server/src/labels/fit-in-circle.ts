/** Width of a text at a size, both in the unit of the circle. */
export type TextMeasure = (text: string, size: number) => number;

/** A band of a circle, measured downwards from its middle; the wider end of a line counts, so no letter leaves the circle. */
export type CircleBand = { radius: number; top: number; bottom: number };

/** One line, centred on the middle; `y` is its upper edge. */
export type FittedLine = { text: string; size: number; y: number };

const LEADING = 1.22;

/**
 * Breaks texts into lines, each as wide as the circle is at its height, in the largest of the sizes at which all of it
 * fits. Undefined when it fits at none: nothing is ever cut off.
 */
export function fitInCircle(
  texts: readonly string[],
  band: CircleBand,
  sizes: readonly number[],
  measure: TextMeasure,
): FittedLine[] | undefined {
  for (const size of sizes) {
    const lines = linesAt(texts, band, size, measure);
    if (lines) return lines;
  }
  return undefined;
}

function linesAt(
  texts: readonly string[],
  band: CircleBand,
  size: number,
  measure: TextMeasure,
): FittedLine[] | undefined {
  const height = size * LEADING;
  const lines: FittedLine[] = [];
  let y = band.top;
  for (const text of texts) {
    const words = text.split(/\s+/).filter(Boolean);
    while (words.length > 0) {
      if (y + height > band.bottom) return undefined;
      const width = chord(band.radius, y, y + height);
      let line = words.shift() as string;
      if (measure(line, size) > width) return undefined;
      while (words.length > 0 && measure(`${line} ${words[0]}`, size) <= width) line += ` ${words.shift()}`;
      lines.push({ text: line, size, y });
      y += height;
    }
  }
  return lines;
}

/** Width of the circle over the whole height of a line. */
export function chord(radius: number, top: number, bottom: number): number {
  const farthest = Math.max(Math.abs(top), Math.abs(bottom));
  return farthest >= radius ? 0 : 2 * Math.sqrt(radius ** 2 - farthest ** 2);
}
