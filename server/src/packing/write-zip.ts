import { crc32 } from 'node:zlib';
import {
  layoutZip,
  type Outcome,
  ok,
  refuse,
  sealZip,
  type ZipEntry,
  type ZipLayout,
  type ZipRefusal,
  type ZipSecret,
  zipPieces,
} from '@echoback/dicom-media';
import { zipCrypto } from '../deliveries/zip-crypto.ts';
import { contentFinder } from './content-places.ts';
import { copyPieces } from './copy-pieces.ts';
import { type OutputFile, writeOutput } from './output-file.ts';
import { type PackingSource, withContent } from './packing-source.ts';
import type { Packing } from './write-disc.ts';

export type ZipPassword = Pick<ZipSecret, 'password' | 'randomBytes'>;

/**
 * Writes a ZIP of these files to a file, reading each once: where everything lies follows from names and sizes. A
 * checksum, or with a password the code that seals a content, is put into its place when the content has passed.
 */
export async function writeZip(
  target: string,
  sources: readonly PackingSource[],
  packing: Packing,
  password?: ZipPassword,
): Promise<Outcome<{ totalBytes: number }, ZipRefusal>> {
  const entries: ZipEntry[] = sources.map(({ name, sizeBytes }) => ({ name, sizeBytes, crc32: 0 }));
  if (password) return writeSealed(target, entries, sources, packing, password);
  const laid = layoutZip(entries);
  if (!laid.ok) return refuse(laid.refusal);
  const layout = laid.value;
  const { totalBytes } = layout;
  await writeOutput(target, async (output) => {
    await writeEntries(output, layout, sources, packing);
    // Only here are all checksums known.
    const directoryAt = layout.starts[entries.length] as number;
    for (const piece of zipPieces(layout, directoryAt, totalBytes)) {
      if (piece.kind === 'bytes') output.append(piece.bytes);
    }
    packing.onProgress?.(totalBytes, totalBytes);
  });
  return ok({ totalBytes });
}

async function writeSealed(
  target: string,
  entries: readonly ZipEntry[],
  sources: readonly PackingSource[],
  { signal, onProgress }: Packing,
  password: ZipPassword,
): Promise<Outcome<{ totalBytes: number }, ZipRefusal>> {
  const sealed = sealZip(entries, { crypto: zipCrypto, ...password });
  if (!sealed.ok) return refuse(sealed.refusal);
  const { layout, seal } = sealed.value;
  const { totalBytes } = layout;
  let done = 0;
  await writeOutput(target, (output) =>
    copyPieces(
      withContent(zipPieces(layout, 0, totalBytes), sources),
      (chunk) => {
        seal(chunk);
        output.append(chunk);
        done += chunk.length;
        onProgress?.(done, totalBytes);
      },
      signal,
    ),
  );
  return ok({ totalBytes });
}

/** APPNOTE 4.3.7: where the checksum stands in a local header. */
const checksumAt = 14;

async function writeEntries(
  output: OutputFile,
  layout: ZipLayout,
  sources: readonly PackingSource[],
  { signal, onProgress }: Packing,
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
      const entry = entries[part.entryIndex] as ZipEntry;
      entry.crc32 = crc32(chunk.subarray(part.from, part.to), entry.crc32);
      if (!part.endsContent) continue;
      const place = (starts[part.entryIndex] as number) + checksumAt;
      const bytes = littleEndian(entry.crc32);
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

/** A content ends where the next entry starts. */
function contentStarts({ entries, starts }: ZipLayout): Float64Array {
  return Float64Array.from(entries, ({ sizeBytes }, index) => (starts[index + 1] as number) - sizeBytes);
}

function littleEndian(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}
