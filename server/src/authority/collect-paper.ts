/** S6.1: the largest paper that is taken, in bytes. */
const maxBytes = 10 * 1024 * 1024;

/** A paper as a whole, or nothing when it is larger than one may be. */
export async function collectPaper(source: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(Uint8Array.from(chunk));
  }
  return Buffer.concat(chunks);
}
