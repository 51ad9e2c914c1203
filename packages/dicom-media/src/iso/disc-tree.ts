import { type NameListFault, nameListFault } from '../zip/entry-name.ts';
import { shortNames } from './short-names.ts';

/** A file to be put on a disc; folders follow from the names (`DICOM/ST000001/SE000001/IM000001`). */
export type DiscFile = { name: string; sizeBytes: number };

/** Where a folder's lists and a file's bytes lie, in sectors from the start of the image; set when the disc is laid out. */
export type Folder = {
  readonly isFolder: true;
  readonly name: string;
  shortName: string;
  /** The root is its own parent, as on the disc. */
  readonly parent: Folder;
  readonly members: (Folder | FileNode)[];
  entrySector: number;
  identifiersSector: number;
  isoSector: number;
  jolietSector: number;
};

export type FileNode = {
  readonly isFolder: false;
  readonly name: string;
  shortName: string;
  readonly parent: Folder;
  readonly fileIndex: number;
  readonly sizeBytes: number;
  entrySector: number;
  contentSector: number;
};

export type TreeRefusal =
  | NameListFault
  | { code: 'too-deep'; entryIndex: number }
  | { code: 'name-too-long'; entryIndex: number };

export type DiscTree = { root: Folder; folders: readonly Folder[]; files: readonly FileNode[] };

/** ECMA-119 6.8.2.1: eight levels, the root being the first; so a path has at most eight parts with the file's name. */
const MAX_PARTS = 8;

/** In UTF-16 units. Joliet says 64; every system reads what fits a record, and writers agree on 103 (see the ADR on discs). */
const MAX_LONG_NAME = 103;

export function treeFault(files: readonly DiscFile[]): TreeRefusal | undefined {
  const fault = nameListFault(files);
  if (fault) return fault;
  for (let entryIndex = 0; entryIndex < files.length; entryIndex++) {
    const parts = (files[entryIndex] as DiscFile).name.split('/');
    if (parts.length > MAX_PARTS) return { code: 'too-deep', entryIndex };
    if (parts.some((part) => part.length > MAX_LONG_NAME)) return { code: 'name-too-long', entryIndex };
  }
  return undefined;
}

/** Folders as they first occur, files in the order of the list. */
export function buildTree(list: readonly DiscFile[]): DiscTree {
  const root = makeFolder('');
  const byPath = new Map([['', root]]);
  const files: FileNode[] = [];
  list.forEach(({ name, sizeBytes }, fileIndex) => {
    const slash = name.lastIndexOf('/');
    const parent = folderAt(byPath, slash < 0 ? '' : name.slice(0, slash));
    const last = name.slice(slash + 1);
    const places = { entrySector: 0, contentSector: 0 };
    const file: FileNode = { isFolder: false, name: last, shortName: last, parent, fileIndex, sizeBytes, ...places };
    parent.members.push(file);
    files.push(file);
  });
  const folders = [...byPath.values()];
  for (const { members } of folders) {
    shortNames(members).forEach((shortName, at) => {
      (members[at] as Folder | FileNode).shortName = shortName;
    });
  }
  return { root, folders, files };
}

function folderAt(byPath: Map<string, Folder>, path: string): Folder {
  const known = byPath.get(path);
  if (known) return known;
  const slash = path.lastIndexOf('/');
  const parent = folderAt(byPath, slash < 0 ? '' : path.slice(0, slash));
  const made = makeFolder(path.slice(slash + 1), parent);
  parent.members.push(made);
  byPath.set(path, made);
  return made;
}

function makeFolder(name: string, parent?: Folder): Folder {
  const places = { entrySector: 0, identifiersSector: 0, isoSector: 0, jolietSector: 0 };
  const folder = { isFolder: true as const, name, shortName: name, members: [], ...places };
  return Object.assign(folder, { parent: parent ?? (folder as unknown as Folder) });
}

export function subfolders(folder: Folder): Folder[] {
  return folder.members.filter((member) => member.isFolder);
}

/** The path that a reader of plain ISO 9660 sees. */
export function shortPath({ parent, shortName }: Folder | FileNode): string {
  return parent.parent === parent ? shortName : `${shortPath(parent)}/${shortName}`;
}
