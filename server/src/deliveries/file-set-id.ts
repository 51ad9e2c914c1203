/** PS3.10 8.6, and the label of a disc: at most 16 of these characters. The reference opens nothing by itself. */
export function fileSetId(reference: string): string {
  return reference
    .toUpperCase()
    .replaceAll(/[^A-Z0-9_]/g, '_')
    .slice(0, 16);
}
