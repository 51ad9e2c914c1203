import { layoutZip, type ZipLayout, type ZipPiece, zipPieces } from '@echoback/dicom-media';
import type { App } from '../app.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { Manifest, PackageRecord, StoredFile } from '../store/records.ts';
import { preambleBytes } from './stored-file.ts';
import { type ObjectPiece, streamObjects } from './stream-objects.ts';

/** A file of the package and the kept object it comes from. */
type PackageFile = { name: string; sizeBytes: number; crc32: number; sha256: string; zeroUntil: number };

/** The generated parts of a package; its length follows from them and the manifest. */
export type PackageParts = Pick<PackageRecord, 'dicomdir' | 'readme' | 'indexPage' | 'reportPages' | 'reportPdfs'>;

export type PackageLayout = { zip: ZipLayout; files: readonly PackageFile[] };

/**
 * What lies in a package and in which order: the start page first, so that it is on top of every list, then what people
 * open, then what doctors import. A file that two exams share lies there once.
 */
function packageFiles(manifest: Manifest, parts: PackageParts): PackageFile[] {
  const derived = manifest.exams.flatMap(({ instances }) => instances.flatMap((instance) => instance.derived));
  const attached = manifest.exams.flatMap(({ attachedReports }) => attachedReports);
  const made = derived.flatMap((file) =>
    file.name && file.kind !== 'report-json' ? [{ ...file, name: file.name }] : [],
  );
  const inFolder = (folder: string) => made.filter(({ name }) => name.startsWith(`${folder}/`));
  const originals = manifest.exams.flatMap(({ instances }) =>
    instances.map(({ fileId, original, exported }) => ({
      // The bytes are the original's; what leaves is shorter or starts with zeros where the manifest says so.
      ...packageFile(fileId, exported),
      sha256: original.sha256,
      zeroUntil: exported.zeroPreamble ? preambleBytes : 0,
    })),
  );
  const files = [
    packageFile('INDEX.HTM', parts.indexPage),
    packageFile('README.TXT', parts.readme),
    ...inFolder('PICTURES').map((file) => packageFile(file.name, file)),
    ...[...inFolder('REPORTS'), ...(parts.reportPdfs ?? []), ...parts.reportPages, ...attached].map((file) =>
      packageFile(file.name, file),
    ),
    packageFile('DICOMDIR', parts.dicomdir),
    ...originals,
    ...inFolder('IHE_PDI').map((file) => packageFile(file.name, file)),
  ];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

function packageFile(name: string, { sha256, crc32, sizeBytes }: StoredFile): PackageFile {
  return { name, sha256, crc32, sizeBytes, zeroUntil: 0 };
}

export function layoutPackage(manifest: Manifest, parts: PackageParts): PackageLayout {
  const files = packageFiles(manifest, parts);
  const zip = layoutZip(files.map(({ name, sizeBytes, crc32 }) => ({ name, sizeBytes, crc32 })));
  // Names and sizes are our own: a refusal here is a fault of ours.
  if (!zip.ok) throw new Error(`the package can not be laid out: ${zip.refusal.code} at ${zip.refusal.entryIndex}`);
  return { zip: zip.value, files };
}

/** The package as an answer: length, ranges and bytes are all read from the layout. */
export function packageAnswer(app: App, { zip, files }: PackageLayout, etag: string, fileName: string): FileAnswer {
  return {
    mediaType: 'application/zip',
    sizeBytes: zip.totalBytes,
    etag: `"${etag}"`,
    fileName,
    disposition: 'attachment',
    stream: (start, end, write, signal) =>
      streamObjects(app.objects, outgoing(zipPieces(zip, start, end), files), write, signal),
  };
}

/** The pieces of a ZIP or disc image of these files, with the kept objects in their places. */
export function* outgoing(
  pieces: Iterable<ZipPiece>,
  files: readonly PackageFile[],
): Generator<ObjectPiece, void, undefined> {
  for (const piece of pieces) {
    if (piece.kind === 'bytes') {
      yield { bytes: piece.bytes };
      continue;
    }
    const file = files[piece.entryIndex];
    if (file) yield { sha256: file.sha256, start: piece.start, end: piece.end, zeroUntil: file.zeroUntil };
  }
}
