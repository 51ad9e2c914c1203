import { type SplitRefusal, splitOverDiscs } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { Manifest, ManifestInstance } from '../store/records.ts';
import type { Blank } from './blanks.ts';
import type { PackageLayout } from './package-layout.ts';
import type { ReleaseRecord } from './read-release.ts';
import { reportPdfName } from './release-file.ts';

export type PlanRefusal = {
  /** A file has 4 GiB or more, which plain ISO 9660 and a stick's FAT32 can not hold. */
  code: 'too-large-for-disc' | 'larger-than-medium';
};

/** The pages of each piece are at most as long as those of all; room for its number and for notes that differ. */
const pageSpareBytes = 64 * 1024;
const pages = ['INDEX.HTM', 'README.TXT', 'DICOMDIR'];

/**
 * Which originals lie on which disc or stick, as file IDs: whole exams where they fit, else whole series, and never a
 * torn file. What was made of an original, and the reports of its exam, lie with it. One piece when all fits on one.
 */
export function planPieces(
  manifest: Manifest,
  { files }: Pick<PackageLayout, 'files'>,
  { capacityBytes, roomFor }: Blank,
): Outcome<ReadonlySet<string>[], PlanRefusal> {
  const sizes = new Map(files.map(({ name, sizeBytes }) => [name, roomFor(sizeBytes)]));
  const placed = (names: Iterable<string>) =>
    [...new Set(names)].flatMap((name) => {
      const sizeBytes = sizes.get(name);
      return sizeBytes === undefined ? [] : [{ name, sizeBytes }];
    });
  const originals = new Map(manifest.exams.flatMap(({ instances }) => instances.map((one) => [one.fileId, one])));
  const studies = [...Map.groupBy(originals.values(), ({ studyInstanceUid }) => studyInstanceUid).values()];
  const ownPages = placed(pages).map(({ name, sizeBytes }) => ({ name, sizeBytes: sizeBytes + pageSpareBytes }));
  const split = splitOverDiscs(
    studies.map((study) => placed(study.map(({ fileId }) => fileId))),
    {
      capacityBytes,
      seriesOf: ({ name }) => originals.get(name)?.seriesInstanceUid ?? '',
      ownFiles: (held) => {
        const names = new Set(held.map(({ name }) => name));
        const made = manifest.exams.flatMap((exam) => {
          const own = exam.instances.filter(({ fileId }) => names.has(fileId));
          return [...own.flatMap(madeOf), ...(own.length > 0 || exam.instances.length === 0 ? reportsOf(exam) : [])];
        });
        return [...ownPages, ...placed(made)];
      },
    },
  );
  if (!split.ok) return refuse({ code: refusalOf(split.refusal) });
  const pieces = split.value.map((shares) => new Set(shares.flatMap((share) => share.files.map(({ name }) => name))));
  return ok(pieces.length > 0 ? pieces : [new Set()]);
}

/** What was made of an original and lies in the package under a name of its own. */
function madeOf({ derived }: ManifestInstance): string[] {
  return derived.flatMap(({ kind, name }) => {
    if (!name) return [];
    return kind === 'report-json' ? [name, reportPdfName(name)] : [name];
  });
}

function reportsOf({ attachedReports }: Manifest['exams'][number]): string[] {
  return attachedReports.map(({ name }) => name);
}

function refusalOf(refusal: SplitRefusal): PlanRefusal['code'] {
  if (refusal.code === 'file-larger-than-disc') return 'larger-than-medium';
  if (refusal.refusal.code === 'file-too-large') return 'too-large-for-disc';
  // Names and sizes are our own: anything else is a fault of ours.
  throw new Error(`a disc can not be laid out: ${refusal.refusal.code}`);
}

/** The release as one disc or stick holds it. Exams without originals lie on the first: there is no other place for them. */
export function partOfRelease(release: ReleaseRecord, fileIds: ReadonlySet<string>, isFirst: boolean): ReleaseRecord {
  const exams = release.manifest.exams.flatMap((exam) => {
    const instances = exam.instances.filter(({ fileId }) => fileIds.has(fileId));
    const isHere = instances.length > 0 || (isFirst && exam.instances.length === 0);
    return isHere ? [{ ...exam, instances }] : [];
  });
  return {
    ...release,
    manifest: { ...release.manifest, exams },
    items: exams.flatMap(({ instances }) => instances),
  };
}
