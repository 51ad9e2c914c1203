import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Dicomdir,
  type FiledInstance,
  fileIdsFor,
  type InstanceIndex,
  isDamage,
  writeDicomdir,
} from '../src/index.ts';
import { indexOf } from './sample-files.ts';

/** One object to put into a file-set: what people call it, and its bytes. */
export type NamedObject = { name: string; bytes: Uint8Array };

export type FileSetFolder = {
  folder: string;
  /** What could be read, in the order of the objects, with where it lies. */
  filed: (FiledInstance & NamedObject)[];
  /** Why objects stay off the medium: what was cut or cannot be read is never given as whole. */
  keptAside: ('not-dicom' | 'damaged')[];
  directory: Dicomdir;
};

/** The objects as a release lays them out, with our directory over them. */
export function makeFileSet(
  folder: string,
  objects: readonly NamedObject[],
  icon?: FiledInstance['icon'],
): FileSetFolder {
  const read = objects.map((object) => ({ object, index: indexOf(object.bytes) }));
  const indexed = read.flatMap(({ object, index }): (NamedObject & { index: InstanceIndex })[] =>
    index.ok && !isCut(index.value) ? [{ ...object, index: index.value }] : [],
  );
  const fileIds = fileIdsFor(indexed.map(({ index }) => index));
  const filed = indexed.map((object, at) => ({ ...object, fileId: fileIds[at] as string, ...(icon ? { icon } : {}) }));
  mkdirSync(folder, { recursive: true });
  for (const { fileId, bytes } of filed) {
    const file = path.join(folder, fileId);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const directory = writeDicomdir({ fileSetId: 'ECHOBACK', instances: filed });
  writeFileSync(path.join(folder, 'DICOMDIR'), directory.bytes);
  const keptAside = read.flatMap(({ index }) => {
    if (!index.ok) return ['not-dicom' as const];
    return isCut(index.value) ? ['damaged' as const] : [];
  });
  return { folder, filed, keptAside, directory };
}

/**
 * A picture without any pixels is whole all the same: some samples are headers of invented patients. One that ends among
 * its pixels is kept aside here, because DCMTK makes no directory of it to compare with.
 */
export function isCut({ problems }: InstanceIndex): boolean {
  return problems.some(
    (problem) => problem.code === 'pixel-data-cut-off' || (isDamage(problem) && problem.code !== 'pixel-data-missing'),
  );
}
