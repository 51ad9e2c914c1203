import type { FileNode, Folder } from './disc-tree.ts';
import type { Day } from './disc-volume.ts';
import { sectorBytes, sectorsOf } from './sectors.ts';
import { compressedUnicode, implementation, tagged, timestamp } from './udf-fields.ts';

/** What entries need to know of the partition: blocks count from its start, sectors from the image's. */
export type UdfPlaces = { partitionStart: number; day: Day; uniqueIdOf: (member: Folder | FileNode) => number };

const ENTRY_HEAD = 176;
const ALLOCATION_BYTES = 8;
/** ECMA-167 4/14.14.1: thirty bits of length, whole blocks in all but the last piece. */
const MAX_PIECE_BYTES = 0x3fffffff - (0x3fffffff % sectorBytes);
const FOLDER_TYPE = 4;
const FILE_TYPE = 5;
/** Read, for folders also enter, by everybody (ECMA-167 4/14.9.5). */
const FILE_PERMISSIONS = 0b00100_00100_00100;
const FOLDER_PERMISSIONS = 0b00101_00101_00101;
const NOBODY = 0xffffffff;
const IS_FOLDER = 2;
const IS_PARENT = 8;

export function entryLength(member: Folder | FileNode): number {
  return ENTRY_HEAD + Math.ceil(contentLength(member) / MAX_PIECE_BYTES) * ALLOCATION_BYTES;
}

function contentLength(member: Folder | FileNode): number {
  return member.isFolder ? identifiersLength(member) : member.sizeBytes;
}

/** ECMA-167 4/14.9. The content of a file is the very extent that ISO 9660 shows. */
export function fileEntry(member: Folder | FileNode, places: UdfPlaces): Uint8Array {
  const { isFolder } = member;
  const contentBytes = contentLength(member);
  const contentBlock = (isFolder ? member.identifiersSector : member.contentSector) - places.partitionStart;
  const pieces = allocation(contentBlock, contentBytes);
  const bytes = new Uint8Array(entryLength(member));
  const view = new DataView(bytes.buffer);
  view.setUint16(20, 4, true); // strategy 4: this entry alone, UDF 2.3.5.1
  view.setUint16(24, 1, true);
  bytes[27] = isFolder ? FOLDER_TYPE : FILE_TYPE;
  view.setUint32(36, NOBODY, true);
  view.setUint32(40, NOBODY, true);
  view.setUint32(44, isFolder ? FOLDER_PERMISSIONS : FILE_PERMISSIONS, true);
  view.setUint16(48, linksTo(member), true);
  view.setBigUint64(56, BigInt(contentBytes), true);
  view.setBigUint64(64, BigInt(sectorsOf(contentBytes)), true);
  for (const at of [72, 84, 96]) bytes.set(timestamp(places.day), at);
  view.setUint32(108, 1, true);
  bytes.set(implementation, 128);
  view.setBigUint64(160, BigInt(places.uniqueIdOf(member)), true);
  view.setUint32(172, pieces.length * ALLOCATION_BYTES, true);
  pieces.forEach(({ block, length }, at) => {
    view.setUint32(ENTRY_HEAD + at * ALLOCATION_BYTES, length, true);
    view.setUint32(ENTRY_HEAD + at * ALLOCATION_BYTES + 4, block, true);
  });
  return tagged(261, member.entrySector - places.partitionStart, bytes);
}

/** How many lists name it: its parent's, and for a folder each of its own folders' way up. The root is its own parent. */
function linksTo(member: Folder | FileNode): number {
  return member.isFolder ? 1 + member.members.filter(({ isFolder }) => isFolder).length : 1;
}

function allocation(block: number, length: number): { block: number; length: number }[] {
  const pieces: { block: number; length: number }[] = [];
  for (let at = 0; at < length; at += MAX_PIECE_BYTES) {
    pieces.push({ block: block + at / sectorBytes, length: Math.min(MAX_PIECE_BYTES, length - at) });
  }
  return pieces;
}

export function identifiersLength(folder: Folder): number {
  return folder.members.reduce((sum, { name }) => sum + identifierLength(compressedUnicode(name)), identifierLength());
}

/** ECMA-167 4/14.4: the way up, then every member. Descriptors follow one another without regard to blocks. */
export function fileIdentifiers(folder: Folder, places: UdfPlaces): Uint8Array {
  const bytes = new Uint8Array(identifiersLength(folder));
  const start = folder.identifiersSector - places.partitionStart;
  let at = 0;
  const add = (target: Folder | FileNode, characteristics: number, name: Uint8Array) => {
    const one = new Uint8Array(identifierLength(name));
    const view = new DataView(one.buffer);
    view.setUint16(16, 1, true);
    one[18] = characteristics;
    one[19] = name.length;
    view.setUint32(20, sectorBytes, true);
    view.setUint32(24, target.entrySector - places.partitionStart, true);
    view.setUint32(32, places.uniqueIdOf(target), true);
    one.set(name, 38);
    bytes.set(tagged(257, start + Math.floor(at / sectorBytes), one), at);
    at += one.length;
  };
  add(folder.parent, IS_PARENT | IS_FOLDER, new Uint8Array(0));
  for (const member of folder.members) add(member, member.isFolder ? IS_FOLDER : 0, compressedUnicode(member.name));
  return bytes;
}

function identifierLength(name: Uint8Array = new Uint8Array(0)): number {
  return Math.ceil((38 + name.length) / 4) * 4;
}
