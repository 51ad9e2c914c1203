import {
  type DiscKind,
  type DiscRefusal,
  discCapacities,
  type Medium,
  type Outcome,
  ok,
  refuse,
  splitOverDiscs,
} from '@echoback/dicom-media';
import { type CopiedPatient, objectsOf, partOfCopy } from './copy.ts';
import { type CopyWish, copySources, madeSources, originalSource } from './copy-sources.ts';

export type DiscChoice = 'cd' | 'dvd' | 'bd';

/** `capacityBytes` where the blanks hold another amount than the smallest of their kind. */
export type DiscWish = { choice: DiscChoice; capacityBytes: number | undefined };

export type DiscCopyRefusal = { code: 'file-too-large-for-disc' | 'file-larger-than-disc'; shownAs: string };

/** The smallest blank of each kind: what an unknown one surely holds. */
export const discs: Record<DiscChoice, { kind: DiscKind; medium: Medium }> = {
  cd: { kind: 'cd-r', medium: 'CD' },
  dvd: { kind: 'dvd+r', medium: 'DVD' },
  bd: { kind: 'bd-r', medium: 'BD' },
};

/** Room for the number of the disc and for notes that differ from disc to disc. */
const pageSpareBytes = 64 * 1024;

/** Exams, then whole series, to discs; the pictures of an object lie on its disc. Each disc's pages are at most as long as those of all. */
export function splitCopy(
  patients: readonly CopiedPatient[],
  wish: Omit<CopyWish, 'medium' | 'part'>,
  { choice, capacityBytes }: DiscWish,
): Outcome<CopiedPatient[][], DiscCopyRefusal> {
  const { kind, medium } = discs[choice];
  const objects = new Map(objectsOf(patients).map((object) => [object.fileId, object]));
  const pages = copySources(patients, { ...wish, medium, part: null })
    .sources.filter(({ name }) => !name.includes('/'))
    .map(({ name, sizeBytes }) => ({ name, sizeBytes: sizeBytes + pageSpareBytes }));
  const made = new Map(
    patients.flatMap(({ exams }) =>
      exams.flatMap((exam) =>
        exam.objects.map((object) => [object.fileId, madeSources(object, wish, exam.label)] as const),
      ),
    ),
  );
  const studies = patients.flatMap(({ exams }) => exams.map((exam) => exam.objects.map(originalSource)));
  const split = splitOverDiscs(studies, {
    capacityBytes: capacityBytes ?? discCapacities[kind],
    seriesOf: ({ name }) => objects.get(name)?.index.seriesInstanceUid ?? '',
    ownFiles: (files) => [...pages, ...files.flatMap(({ name }) => made.get(name) ?? [])],
  });
  if (split.ok) {
    return ok(
      split.value.map((shares) => {
        const names = new Set(shares.flatMap(({ files }) => files.map(({ name }) => name)));
        return partOfCopy(patients, ({ fileId }) => names.has(fileId));
      }),
    );
  }
  const { refusal } = split;
  if (refusal.code === 'not-laid-out') return refuse(discRefusal(refusal.refusal, [...pages, ...studies.flat()]));
  const name = studies[refusal.studyIndex]?.[refusal.fileIndex]?.name ?? '';
  return refuse({ code: 'file-larger-than-disc', shownAs: objects.get(name)?.found.shownAs ?? name });
}

export function discRefusal(refusal: DiscRefusal, sources: readonly { name: string }[]): DiscCopyRefusal {
  if (refusal.code !== 'file-too-large') throw new Error(`the disc can not be laid out: ${refusal.code}`);
  return { code: 'file-too-large-for-disc', shownAs: sources[refusal.entryIndex]?.name ?? '' };
}
