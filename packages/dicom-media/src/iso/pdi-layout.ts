import { isFileId } from '../dicomdir/file-ids.ts';
import { shortNames } from './short-names.ts';

/** What a file of a medium is, by which IHE Portable Data for Imaging says where it lies. */
export type PdiContent = 'dicomdir' | 'readme' | 'start-page' | 'dicom' | 'web' | 'picture' | 'report';

export type PdiFile = { name: string; content: PdiContent };

export type PdiFault =
  /** README.TXT and DICOMDIR are required of every medium, INDEX.HTM of one with web content. */
  | { code: 'missing'; name: string }
  /** Another place than `placeOnMedium` gives it. */
  | { code: 'wrong-place'; fileIndex: number; expected: string }
  /** PS3.10 8.2: components of up to eight of `A-Z 0-9 _`, no ending. */
  | { code: 'bad-file-id'; fileIndex: number }
  /** A file for the start page is named as plain ISO 9660 shows it, so that links hold on any reader. */
  | { code: 'not-level-1'; fileIndex: number }
  /** A medium that starts programs by itself is one that nobody may open. */
  | { code: 'starts-by-itself'; fileIndex: number };

const rootNames = { dicomdir: 'DICOMDIR', readme: 'README.TXT', 'start-page': 'INDEX.HTM' } as const;
const folders = { dicom: 'DICOM', web: 'IHE_PDI', picture: 'PICTURES', report: 'REPORTS' } as const;

/**
 * Where a file lies on the medium (IHE RAD TF-2, transaction RAD-47): three files in the root; the DICOM files, what the
 * start page needs, and everything else each in a folder of their own. `name` is without the folder; a file ID that
 * has it keeps it.
 */
export function placeOnMedium(content: PdiContent, name: string): string {
  if (content in rootNames) return rootNames[content as keyof typeof rootNames];
  const folder = folders[content as keyof typeof folders];
  return name.startsWith(`${folder}/`) ? name : `${folder}/${name}`;
}

/** All that a list of files breaks; empty when the medium is laid out as PDI says. */
export function pdiFaults(files: readonly PdiFile[]): PdiFault[] {
  const needed: PdiContent[] = ['readme', 'dicomdir', ...(hasWeb(files) ? (['start-page'] as const) : [])];
  const missing = needed
    .filter((content) => !files.some((file) => file.content === content))
    .map((content) => ({ code: 'missing' as const, name: placeOnMedium(content, '') }));
  return [...missing, ...files.flatMap(fileFaults)];
}

function hasWeb(files: readonly PdiFile[]): boolean {
  return files.some(({ content }) => content === 'web');
}

function fileFaults({ name, content }: PdiFile, fileIndex: number): PdiFault[] {
  const faults: PdiFault[] = [];
  const expected = placeOnMedium(content, name);
  if (name !== expected) faults.push({ code: 'wrong-place', fileIndex, expected });
  if (content === 'dicom' && !isFileId(expected)) faults.push({ code: 'bad-file-id', fileIndex });
  if (content === 'web' && !isLevel1(name)) faults.push({ code: 'not-level-1', fileIndex });
  if (/(^|\/)autorun\.inf$/i.test(name)) faults.push({ code: 'starts-by-itself', fileIndex });
  return faults;
}

function isLevel1(path: string): boolean {
  const parts = path.split('/');
  return parts.every((name, at) => shortNames([{ name, isFolder: at < parts.length - 1 }])[0] === name);
}

/** README.TXT is plain ASCII with CR LF at the end of each line, so that the oldest machine shows it. */
export function isPlainReadme(bytes: Uint8Array): boolean {
  return bytes.every((byte, at) => {
    if (byte === 0x0a) return bytes[at - 1] === 0x0d;
    if (byte === 0x0d) return bytes[at + 1] === 0x0a;
    return byte >= 0x20 && byte < 0x7f;
  });
}
