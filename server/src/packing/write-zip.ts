import { crc32 } from 'node:zlib';
import { layoutZip, type ZipEntry, type ZipLayout, type ZipRefusal, zipPieces } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { type ContentPart, contentFinder } from './content-places.ts';
import { copyPieces } from './copy-pieces.ts';
import { type OutputFile, writeOutput } from './output-file.ts';
import { type PackingSource, withContent } from './packing-source.ts';
import { sealSources } from './seal-sources.ts';
import type { Packing } from './write-disc.ts';

export type ZipPassword = { password: string; randomBytes: (length: number) => Uint8Array };

/**
 * Writes a ZIP of these files to a file, reading each once: where everything lies follows from names and sizes, and a
 * checksum is put into its header when the content has passed. With a password each file is read twice, because the
 * code that seals it covers all of it.
 */
export async function writeZip(
  target: string,
  sources: readonly PackingSource[],
  packing: Packing,
  password?: ZipPassword,
): Promise<Outcome<{ totalBytes: number }, ZipRefusal>> {
  const plain: ZipEntry[] = sources.map(({ name, sizeBytes }) => ({ name, sizeBytes, crc32: 0 }));
  const possible = layoutZip(plain);
  if (!possible.ok) return refuse(possible.refusal);
  const sealed = password && (await sealSources(sources, password, packing.signal));
  const entries = sealed ? plain.map((entry, at) => ({ ...entry, seal: sealed[at]?.seal })) : plain;
  const laid = layoutZip(entries);
  if (!laid.ok) return refuse(laid.refusal);
  const layout = laid.value;
  const { totalBytes } = layout;
  await writeOutput(target, async (output) => {
    await writeEntries(output, layout, sources, packing, (content, { entryIndex, start }) => {
      if (sealed) sealed[entryIndex]?.sealAt(content, start);
      else addToChecksum(entries[entryIndex] as ZipEntry, content);
    });
    // Only here are all checksums known.
    const directoryAt = layout.starts[entries.length] as number;
    for (const piece of zipPieces(layout, directoryAt, totalBytes)) {
      if (piece.kind === 'bytes') output.append(piece.bytes);
    }
    packing.onProgress?.(totalBytes, totalBytes);
  });
  return ok({ totalBytes });
}

function addToChecksum(entry: ZipEntry, content: Uint8Array): void {
  entry.crc32 = crc32(content, entry.crc32);
}

/** APPNOTE 4.3.7: where the checksum stands in a local header. */
const checksumAt = 14;

async function writeEntries(
  output: OutputFile,
  layout: ZipLayout,
  sources: readonly PackingSource[],
  { signal, onProgress }: Packing,
  pass: (content: Uint8Array, part: ContentPart) => void,
): Promise<void> {
  const { entries, starts, totalBytes } = layout;
  const partsOf = contentFinder(
    contentStarts(layout),
    entries.map(({ sizeBytes }) => sizeBytes),
  );
  let at = 0;
  const write = (chunk: Uint8Array) => {
    const late: { place: number; bytes: Uint8Array }[] = [];
    for (const part of partsOf(chunk.length)) {
      pass(chunk.subarray(part.from, part.to), part);
      const { crc32: sum, seal } = entries[part.entryIndex] as ZipEntry;
      if (!part.endsContent || seal) continue;
      const place = (starts[part.entryIndex] as number) + checksumAt;
      const bytes = littleEndian(sum);
      if (place >= at) chunk.set(bytes, place - at);
      else late.push({ place, bytes });
    }
    output.append(chunk);
    for (const { place, bytes } of late) output.patch(bytes, place);
    at += chunk.length;
    onProgress?.(at, totalBytes);
  };
  const pieces = zipPieces(layout, 0, starts[entries.length] as number);
  await copyPieces(withContent(pieces, sources), write, signal);
}

/** What stands behind a content is as long for every entry of one ZIP; so each content's start follows from the next entry. */
function contentStarts({ entries, starts }: ZipLayout): Float64Array {
  return Float64Array.from(entries, ({ sizeBytes, seal }, index) => {
    const tail = seal ? seal.authenticationCode.length : 0;
    return (starts[index + 1] as number) - tail - sizeBytes;
  });
}

function littleEndian(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}
