import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import {
  type DiscLayout,
  discPieces,
  layoutDisc,
  layoutZip,
  type ZipLayout,
  type ZipPiece,
  zipPieces,
} from '../packages/dicom-media/src/index.ts';
import { unpack } from './package-folder.ts';
import { runTool } from './peers-here.ts';

/** A folder written as ZIP by our writer and unpacked as people do it. */
export async function throughZip(folder: string, target: string): Promise<string> {
  const files = filesIn(folder);
  const laid = layoutZip(files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length, crc32: crc32(bytes) })));
  if (!laid.ok) throw new Error(laid.refusal.code);
  const layout: ZipLayout = laid.value;
  const zip = `${target}.zip`;
  writeFileSync(zip, whole(zipPieces(layout, 0, layout.totalBytes), files));
  await unpack(zip, target);
  return target;
}

/** A folder written as disc image by our writer and read by xorriso, which sees the readable names (Joliet). */
export async function throughDisc(folder: string, target: string): Promise<string> {
  const files = filesIn(folder);
  const laid = layoutDisc(
    { label: 'COPY', createdOn: '2026-11-24' },
    files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length })),
  );
  if (!laid.ok) throw new Error(laid.refusal.code);
  const layout: DiscLayout = laid.value;
  const image = `${target}.iso`;
  writeFileSync(image, whole(discPieces(layout, 0, layout.totalBytes), files));
  mkdirSync(target, { recursive: true });
  await runTool('xorriso', ['-osirrox', 'on', '-indev', image, '-extract', '/', target]);
  // Files of a disc are read-only, and the test's folder is to be removed.
  for (const entry of globSync('**/*', { cwd: target })) chmodSync(path.join(target, entry), 0o755);
  return target;
}

type File = { name: string; bytes: Buffer };

function filesIn(folder: string): File[] {
  const entries = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { name: path.relative(folder, file).split(path.sep).join('/'), bytes: readFileSync(file) };
  });
}

function whole(pieces: Iterable<ZipPiece>, files: readonly File[]): Buffer {
  const parts = [...pieces].map((piece) =>
    piece.kind === 'bytes' ? piece.bytes : (files[piece.entryIndex]?.bytes.subarray(piece.start, piece.end) as Buffer),
  );
  return Buffer.concat(parts);
}
