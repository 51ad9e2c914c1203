import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { ManifestInstance, PackageRecord } from '../store/records.ts';
import { pngOfObject } from './png-of-object.ts';
import type { ReleaseRecord } from './read-release.ts';
import { storedFile } from './stored-file.ts';

export type FileKind = 'thumbnail' | 'picture' | 'png' | 'poster' | 'clip' | 'webm' | 'report-pdf' | 'dicom';

/** One file of one thing in a release: the only way to its bytes, for people and for the program's own look. */
export async function releaseFile(
  app: App,
  release: ReleaseRecord,
  { ordinal, kind }: { ordinal: number; kind: FileKind },
  record?: PackageRecord,
): Promise<Outcome<FileAnswer, { code: 'not-found' | 'not-playable' }>> {
  const item = release.items[ordinal];
  if (!item) return refuse({ code: 'not-found' });
  if (kind === 'dicom') return ok(originalOf(app, item));
  const stem = stemOf(item);
  if (kind === 'png') return pngOfObject(app, item.original.sha256, 0, `${stem}.png`);
  const file = item.derived.find((derived) => derived.kind === kind);
  const written = kind === 'report-pdf' && !file ? writtenReport(item, record) : undefined;
  if (written) {
    const fileName = written.name.split('/').at(-1) ?? `${stem}.pdf`;
    return ok(storedFile(app, { ...written, mediaType: 'application/pdf', fileName, disposition: 'inline' }));
  }
  if (!file) return refuse({ code: 'not-playable' });
  const { sha256, sizeBytes, mediaType, name } = file;
  const fileName = name?.split('/').at(-1) ?? `${stem}.jpg`;
  return ok(storedFile(app, { sha256, sizeBytes, mediaType, fileName, disposition: 'inline' }));
}

/** The PDF that the package holds of a structured report. */
function writtenReport(item: ManifestInstance, record: PackageRecord | undefined) {
  const page = item.derived.find(({ kind }) => kind === 'report-json')?.name;
  return page ? record?.reportPdfs?.find(({ name }) => name === reportPdfName(page)) : undefined;
}

/** Beside its page and called the same. */
export function reportPdfName(pageName: string): string {
  return pageName.replace(/\.html$/, '.pdf');
}

/** A report that the office attached, by its place among all attached ones. */
export function attachedReport(
  app: App,
  release: ReleaseRecord,
  ordinal: number,
): Outcome<FileAnswer, { code: 'not-found' }> {
  const file = release.manifest.exams.flatMap(({ attachedReports }) => attachedReports)[ordinal];
  if (!file) return refuse({ code: 'not-found' });
  const { sha256, sizeBytes, name } = file;
  const fileName = name.split('/').at(-1) ?? 'report.pdf';
  return ok(storedFile(app, { sha256, sizeBytes, mediaType: 'application/pdf', fileName, disposition: 'inline' }));
}

/** The original as it leaves the house (S7.9). */
function originalOf(app: App, { fileId, original, exported }: ManifestInstance): FileAnswer {
  return storedFile(app, {
    sha256: original.sha256,
    sizeBytes: exported.sizeBytes,
    mediaType: 'application/dicom',
    fileName: `${fileId.split('/').slice(1).join('-')}.dcm`,
    disposition: 'attachment',
    zeroPreamble: exported.zeroPreamble,
    etag: exported.sha256,
  });
}

/** The name of the picture or clip in the package, so that a saved picture is called the same everywhere. */
function stemOf(item: ManifestInstance): string {
  const named = item.derived.find(({ kind }) => kind === 'picture' || kind === 'clip')?.name;
  return (
    named
      ?.split('/')
      .at(-1)
      ?.replace(/\.[^.]+$/, '') ?? item.fileId.split('/').slice(1).join('-')
  );
}
