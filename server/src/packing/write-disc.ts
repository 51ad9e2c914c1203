import {
  type DiscRefusal,
  type DiscVolume,
  discPieces,
  layoutDisc,
  type Outcome,
  ok,
  refuse,
} from '@echoback/dicom-media';
import { copyPieces } from './copy-pieces.ts';
import { writeOutput } from './output-file.ts';
import { type PackingSource, withContent } from './packing-source.ts';

export type Packing = {
  signal: AbortSignal;
  /** Called with the bytes written so far and the whole length. */
  onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
};

/** Writes a disc image (ISO 9660, Joliet, UDF) of these files to a file. Refuses before it writes. */
export async function writeDisc(
  target: string,
  volume: DiscVolume,
  sources: readonly PackingSource[],
  { signal, onProgress }: Packing,
): Promise<Outcome<{ totalBytes: number; shortNames: readonly string[] }, DiscRefusal>> {
  const laid = layoutDisc(volume, sources);
  if (!laid.ok) return refuse(laid.refusal);
  const { totalBytes, shortNames } = laid.value;
  let done = 0;
  await writeOutput(target, (output) =>
    copyPieces(
      withContent(discPieces(laid.value, 0, totalBytes), sources),
      (chunk) => {
        output.append(chunk);
        done += chunk.length;
        onProgress?.(done, totalBytes);
      },
      signal,
    ),
  );
  return ok({ totalBytes, shortNames });
}
