import type { RunList } from './disc-runs.ts';
import type { DiscTree, FileNode, Folder } from './disc-tree.ts';
import type { Day } from './disc-volume.ts';
import { partitionStart } from './fixed-places.ts';
import { directoryBytes, directoryLength, pathTableBytes, pathTableLength, rootRecord } from './iso-directory.ts';
import type { IsoTree } from './iso-fields.ts';
import { sectorBytes, sectorsOf } from './sectors.ts';
import { entryLength, fileEntry, fileIdentifiers, identifiersLength, type UdfPlaces } from './udf-files.ts';

/** UDF 1.02 3.2.1.1 keeps the numbers below for other systems; the root is zero. */
const FIRST_UNIQUE_ID = 16;

export type TreePlaces = {
  rootEntryBlock: number;
  nextUniqueId: number;
  pathTables: Record<IsoTree, { length: number; little: number; big: number; rootRecord: Uint8Array }>;
};

/** The partition: UDF's file set, entries and lists, then the two trees of ISO 9660, then the files. */
export function placeTree(tree: DiscTree, day: Day, image: RunList): TreePlaces {
  image.take(2);
  const members: (Folder | FileNode)[] = [...tree.folders, ...tree.files];
  for (const member of members) member.entrySector = image.take(1);
  const ids = new Map(members.map((member, at) => [member, at === 0 ? 0 : FIRST_UNIQUE_ID + at - 1]));
  const udf: UdfPlaces = {
    partitionStart,
    day,
    uniqueIdOf: (member) => ids.get(member) ?? 0,
  };
  for (const member of members) {
    image.put(member.entrySector, entryLength(member), () => fileEntry(member, udf));
  }
  for (const folder of tree.folders) {
    const length = identifiersLength(folder);
    folder.identifiersSector = image.take(sectorsOf(length));
    image.put(folder.identifiersSector, length, () => fileIdentifiers(folder, udf));
  }
  const pathTables = { iso: placeIsoTree(tree, 'iso', day, image), joliet: placeIsoTree(tree, 'joliet', day, image) };
  for (const file of tree.files) {
    file.contentSector = image.take(sectorsOf(file.sizeBytes));
    if (file.sizeBytes > 0) {
      const at = file.contentSector * sectorBytes;
      image.runs.push({ at, length: file.sizeBytes, make: undefined, fileIndex: file.fileIndex });
    }
  }
  return {
    rootEntryBlock: tree.root.entrySector - partitionStart,
    nextUniqueId: FIRST_UNIQUE_ID + members.length - 1,
    pathTables,
  };
}

function placeIsoTree({ root, folders }: DiscTree, tree: IsoTree, day: Day, image: RunList) {
  const lengths = new Map(folders.map((folder) => [folder, directoryLength(folder, tree)]));
  const lengthOf = (folder: Folder) => lengths.get(folder) ?? 0;
  for (const folder of folders) {
    const sector = image.take(sectorsOf(lengthOf(folder)));
    if (tree === 'iso') folder.isoSector = sector;
    else folder.jolietSector = sector;
    image.put(sector, lengthOf(folder), () => directoryBytes(folder, tree, day, lengthOf));
  }
  const length = pathTableLength(root, tree);
  const [little, big] = [image.take(sectorsOf(length)), image.take(sectorsOf(length))];
  image.put(little, length, () => pathTableBytes(root, tree, true));
  image.put(big, length, () => pathTableBytes(root, tree, false));
  return { length, little, big, rootRecord: rootRecord(root, tree, day, lengthOf(root)) };
}
