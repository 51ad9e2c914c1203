import { openSealer, type Sealer, type ZipSeal } from '@echoback/dicom-media';
import { contentFinder } from './content-places.ts';
import { copyPieces } from './copy-pieces.ts';
import { type PackingSource, rangeOf } from './packing-source.ts';
import type { ZipPassword } from './write-zip.ts';
import { zipCrypto } from './zip-crypto.ts';

const saltBytes = 16;

/** Reads every source once for the code that seals it; each gets a salt of its own. */
export async function sealSources(
  sources: readonly PackingSource[],
  { password, randomBytes }: ZipPassword,
  signal: AbortSignal,
): Promise<{ seal: ZipSeal; sealAt: Sealer['sealAt'] }[]> {
  const sealers = sources.map(() => openSealer(zipCrypto, password, randomBytes(saltBytes)));
  const sizes = sources.map(({ sizeBytes }) => sizeBytes);
  const starts = new Float64Array(sizes.length);
  for (let at = 1; at < sizes.length; at++) starts[at] = (starts[at - 1] as number) + (sizes[at - 1] as number);
  const partsOf = contentFinder(starts, sizes);
  await copyPieces(
    sources.map((source) => rangeOf(source, 0, source.sizeBytes)),
    (chunk) => {
      for (const { entryIndex, from, to } of partsOf(chunk.length)) {
        sealers[entryIndex]?.sealNext(chunk.subarray(from, to));
      }
    },
    signal,
  );
  return sealers.map((sealer) => ({ seal: sealer.seal(), sealAt: sealer.sealAt }));
}
