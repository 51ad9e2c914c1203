import type { CopyPart } from './package-facts.ts';

/** PS3.10 8.6, and the label of a disc: at most 16 of these characters. The reference opens nothing by itself. */
export function fileSetId(reference: string, part: CopyPart | null = null): string {
  const number = part ? `_${part.number}` : '';
  const id = reference.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_');
  return `${id.slice(0, 16 - number.length)}${number}`;
}
