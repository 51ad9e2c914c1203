import type { DutyId } from './duty-id.ts';

/** A part of a letter. `duties` names the mandatory contents that the part fulfils. */
export type LetterBlock = { readonly duties?: readonly DutyId[] } & (
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'facts';
      readonly caption: string;
      readonly rows: readonly { readonly label: string; readonly value: string }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The last row is the sum of the others. */
      readonly endsInTotal?: true;
    }
);

/** All words of a part, in reading order. */
export function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'facts':
      return [block.caption, ...block.rows.flatMap((row) => [row.label, row.value])].join('\n');
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()].join('\n');
  }
}
