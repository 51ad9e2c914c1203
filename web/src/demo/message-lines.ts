import { inOrder } from '../viewer/in-order.ts';

type Part = { place: number; text: string; href?: string };

/** A plain message as paragraphs with its own addresses as links, and the codes of 6 digits in it. */
export function linesOf(body: string): { lines: { place: number; parts: Part[] }[]; codes: string[] } {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return {
    codes: [...new Set(body.match(/(?<!\d)\d{6}(?!\d)|(?<!\d)\d{3} \d{3}(?!\d)/g) ?? [])],
    lines: inOrder(lines).map(({ place, one }) => ({ place, parts: partsOf(one) })),
  };
}

function partsOf(line: string): Part[] {
  const pieces = line.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return inOrder(pieces).map(({ place, one }) =>
    place % 2 === 1 ? { place, text: one, href: one } : { place, text: one },
  );
}
