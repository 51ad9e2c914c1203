import { asciiText } from './ascii-text.ts';
import type { DataSet, Element, Window } from './element.ts';
import { sameAsBefore } from './same-as-before.ts';

/** The window that an element lies in. */
export function windowOf(dataSet: DataSet, found: Element): Window {
  return found.within ?? dataSet;
}

/**
 * Where in its window a value starts, below 0 when it lies outside. A view of each value would cost more than reading it
 * does, so what an index asks of every file reads in the window itself.
 */
export function startInWindow(dataSet: DataSet, found: Element): number {
  const { bytes, base } = windowOf(dataSet, found);
  const from = found.offset - base;
  return from + found.length > bytes.length ? -1 : from;
}

/** A piece of plain text, padding at its end removed. */
export const plainText = sameAsBefore((bytes, from, to) => asciiText(bytes.subarray(from, to)));
