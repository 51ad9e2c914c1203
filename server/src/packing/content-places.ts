/** A stretch of one entry's content within a chunk that is about to be written. */
export type ContentPart = {
  entryIndex: number;
  /** In the chunk. */
  from: number;
  to: number;
  /** Of the stretch's first byte in the entry's content. */
  start: number;
  endsContent: boolean;
};

/** Tells chunk after chunk, written in order from zero, which stretches of it are whose content. */
export function contentFinder(
  contentStarts: Float64Array,
  sizes: readonly number[],
): (chunkBytes: number) => ContentPart[] {
  let at = 0;
  let index = 0;
  return (chunkBytes) => {
    const end = at + chunkBytes;
    const parts: ContentPart[] = [];
    while (index < sizes.length) {
      const contentAt = contentStarts[index] as number;
      const contentEnd = contentAt + (sizes[index] as number);
      // An empty file has a place too: what is told at the end of a content is told of it as well.
      if (contentAt > end || (contentAt === end && contentEnd > end)) break;
      const from = Math.max(contentAt, at);
      const to = Math.min(contentEnd, end);
      const endsContent = contentEnd <= end;
      parts.push({ entryIndex: index, from: from - at, to: to - at, start: from - contentAt, endsContent });
      if (!endsContent) break;
      index += 1;
    }
    at = end;
    return parts;
  };
}
