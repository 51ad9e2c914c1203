import { type FileNode, type Folder, subfolders } from './disc-tree.ts';
import type { Day } from './disc-volume.ts';
import { ascii, type IsoTree, recordTime, setBoth16, setBoth32, ucs2 } from './iso-fields.ts';
import { sectorBytes } from './sectors.ts';

const RECORD_HEAD = 33;
const FOLDER_FLAG = 2;
const SELF = Uint8Array.of(0);
const PARENT = Uint8Array.of(1);

/** Length of one folder's list in whole sectors: a record never crosses from one sector to the next (ECMA-119 6.8.1.1). */
export function directoryLength(folder: Folder, tree: IsoTree): number {
  let at = 2 * recordLength(SELF);
  for (const member of inOrder(folder, tree)) {
    const length = recordLength(identifierOf(member, tree));
    at = placeOf(at, length) + length;
  }
  return Math.ceil(at / sectorBytes) * sectorBytes;
}

/** ECMA-119 9.1: the folder itself, its parent, then its members by name. `lengthOf` tells the length of any folder's list. */
export function directoryBytes(
  folder: Folder,
  tree: IsoTree,
  day: Day,
  lengthOf: (folder: Folder) => number,
): Uint8Array {
  const bytes = new Uint8Array(lengthOf(folder));
  const folderRecord = (of: Folder, identifier: Uint8Array) =>
    recordBytes(identifier, sectorOf(of, tree), lengthOf(of), true, day);
  let at = 0;
  const add = (record: Uint8Array) => {
    at = placeOf(at, record.length);
    bytes.set(record, at);
    at += record.length;
  };
  add(folderRecord(folder, SELF));
  add(folderRecord(folder.parent, PARENT));
  for (const member of inOrder(folder, tree)) {
    const identifier = identifierOf(member, tree);
    if (member.isFolder) add(folderRecord(member, identifier));
    else add(recordBytes(identifier, member.contentSector, member.sizeBytes, false, day));
  }
  return bytes;
}

export function rootRecord(root: Folder, tree: IsoTree, day: Day, length: number): Uint8Array {
  return recordBytes(SELF, sectorOf(root, tree), length, true, day);
}

export function pathTableLength(root: Folder, tree: IsoTree): number {
  return foldersInOrder(root, tree).reduce((sum, { folder }) => sum + pathRecordLength(pathName(folder, tree)), 0);
}

/** ECMA-119 9.4: every folder by level, parent and name; once with small and once with big end first. */
export function pathTableBytes(root: Folder, tree: IsoTree, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(pathTableLength(root, tree));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { folder, parentNumber } of foldersInOrder(root, tree)) {
    const name = pathName(folder, tree);
    bytes[at] = name.length;
    view.setUint32(at + 2, sectorOf(folder, tree), littleEndian);
    view.setUint16(at + 6, parentNumber, littleEndian);
    bytes.set(name, at + 8);
    at += pathRecordLength(name);
  }
  return bytes;
}

function foldersInOrder(root: Folder, tree: IsoTree): { folder: Folder; parentNumber: number }[] {
  const ordered = [{ folder: root, parentNumber: 1 }];
  for (let at = 0; at < ordered.length; at++) {
    const { folder } = ordered[at] as { folder: Folder };
    for (const below of sorted(subfolders(folder), tree)) ordered.push({ folder: below, parentNumber: at + 1 });
  }
  return ordered;
}

function pathName(folder: Folder, tree: IsoTree): Uint8Array {
  return folder.parent === folder ? SELF : identifierOf(folder, tree);
}

function pathRecordLength(name: Uint8Array): number {
  return 8 + name.length + (name.length % 2);
}

function inOrder(folder: Folder, tree: IsoTree): (Folder | FileNode)[] {
  return sorted(folder.members, tree);
}

/** ECMA-119 9.3: stem, then ending, a shorter one before a longer; a string's own order is that of UCS-2. */
function sorted<T extends Folder | FileNode>(members: readonly T[], tree: IsoTree): T[] {
  const keyed = members.map((member) => {
    const key = tree === 'iso' ? member.shortName.replace('.', ' ') : member.name;
    return { key, member };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ member }) => member);
}

/** Level 1 writes the point of a name without an ending too: `DICOMDIR.;1` (ECMA-119 7.5.1). */
function identifierOf(member: Folder | FileNode, tree: IsoTree): Uint8Array {
  const { isFolder, name, shortName } = member;
  if (tree === 'joliet') return ucs2(isFolder ? name : `${name};1`);
  if (isFolder) return ascii(shortName);
  return ascii(`${shortName}${shortName.includes('.') ? '' : '.'};1`);
}

function recordBytes(identifier: Uint8Array, sector: number, length: number, isFolder: boolean, day: Day): Uint8Array {
  const bytes = new Uint8Array(recordLength(identifier));
  const view = new DataView(bytes.buffer);
  bytes[0] = bytes.length;
  setBoth32(view, 2, sector);
  setBoth32(view, 10, length);
  bytes.set(recordTime(day), 18);
  bytes[25] = isFolder ? FOLDER_FLAG : 0;
  setBoth16(view, 28, 1);
  bytes[32] = identifier.length;
  bytes.set(identifier, RECORD_HEAD);
  return bytes;
}

function recordLength(identifier: Uint8Array): number {
  return RECORD_HEAD + identifier.length + ((identifier.length + 1) % 2);
}

function placeOf(at: number, length: number): number {
  const left = sectorBytes - (at % sectorBytes);
  return length > left ? at + left : at;
}

function sectorOf(folder: Folder, tree: IsoTree): number {
  return tree === 'iso' ? folder.isoSector : folder.jolietSector;
}
