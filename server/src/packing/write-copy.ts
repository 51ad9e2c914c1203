import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type DiscKind, type DiscRefusal, discCapacities, type Medium, splitOverDiscs } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { type CopiedPatient, objectsOf, partOfCopy } from './copy.ts';
import { FILE_SET_ID } from './copy-pages.ts';
import { type CopyWish, copySources, madeSources, originalSource, pictureSources } from './copy-sources.ts';
import { checkFilePlace, type PlaceRefusal } from './output-place.ts';
import type { PackingSource } from './packing-source.ts';
import { type Packing, writeDisc } from './write-disc.ts';
import { writeFolder } from './write-folder.ts';
import { writeZip } from './write-zip.ts';

export type OutputForm = 'zip' | 'iso' | 'folder';
export type DiscChoice = 'cd' | 'dvd' | 'bd';

export type WriteWish = Omit<CopyWish, 'medium' | 'disc'> & {
  output: string;
  form: OutputForm;
  only: 'pictures' | undefined;
  disc: DiscChoice | undefined;
  password: string | undefined;
  force: boolean;
};

export type WrittenCopy = { outputs: { path: string; sizeBytes: number }[]; notes: string[] };

export type WriteRefusal =
  | PlaceRefusal
  | { code: 'file-too-large-for-disc' | 'file-larger-than-disc'; shownAs: string }
  | { code: 'no-pictures' };

/** The smallest blank of each kind: what an unknown one surely holds. */
const discs: Record<DiscChoice, { kind: DiscKind; medium: Medium }> = {
  cd: { kind: 'cd-r', medium: 'CD' },
  dvd: { kind: 'dvd+r', medium: 'DVD' },
  bd: { kind: 'bd-r', medium: 'BD' },
};

export async function writeCopy(
  patients: readonly CopiedPatient[],
  wish: WriteWish,
  packing: Packing,
): Promise<Outcome<WrittenCopy, WriteRefusal>> {
  if (wish.form === 'iso') return writeDiscs(patients, wish, packing);
  const medium = wish.form === 'zip' ? 'ZIP' : 'USB';
  const { sources, notes } =
    wish.only === 'pictures'
      ? { sources: pictureSources(patients), notes: [] }
      : copySources(patients, { ...wish, medium, disc: null });
  if (sources.length === 0) return refuse({ code: 'no-pictures' });
  const { output, password } = wish;
  const sizeBytes =
    wish.form === 'zip' ? await zipOf(output, sources, packing, password) : await folderOf(output, sources, packing);
  return ok({ outputs: [{ path: output, sizeBytes }], notes });
}

async function folderOf(output: string, sources: readonly PackingSource[], packing: Packing): Promise<number> {
  return (await writeFolder(output, sources, packing)).totalBytes;
}

async function zipOf(
  output: string,
  sources: readonly PackingSource[],
  packing: Packing,
  password: string | undefined,
): Promise<number> {
  const written = await writeZip(
    output,
    sources,
    packing,
    password === undefined ? undefined : { password, randomBytes },
  );
  // Names and sizes are our own: a refusal here is a fault of ours.
  if (!written.ok) throw new Error(`the ZIP can not be laid out: ${written.refusal.code}`);
  return written.value.totalBytes;
}

async function writeDiscs(
  patients: readonly CopiedPatient[],
  wish: WriteWish,
  packing: Packing,
): Promise<Outcome<WrittenCopy, WriteRefusal>> {
  const split = wish.disc ? splitCopy(patients, wish, discs[wish.disc]) : ok([patients]);
  if (!split.ok) return split;
  const parts = split.value;
  const targets = parts.map((_, at) => (parts.length === 1 ? wish.output : discName(wish.output, at + 1)));
  for (const target of targets) {
    const place = await checkFilePlace(target, wish.force);
    if (!place.ok) return place;
  }
  const written: WrittenCopy = { outputs: [], notes: [] };
  try {
    for (const [at, part] of parts.entries()) {
      const one = await writeOneDisc(part, targets[at] as string, { number: at + 1, of: parts.length }, wish, packing);
      if (!one.ok) {
        await removeAll(written);
        return one;
      }
      written.outputs.push(...one.value.outputs);
      written.notes.push(...one.value.notes);
    }
    return ok({ ...written, notes: [...new Set(written.notes)] });
  } catch (fault) {
    await removeAll(written);
    throw fault;
  }
}

async function writeOneDisc(
  part: readonly CopiedPatient[],
  target: string,
  disc: { number: number; of: number },
  wish: WriteWish,
  packing: Packing,
): Promise<Outcome<WrittenCopy, WriteRefusal>> {
  const medium = wish.disc ? discs[wish.disc].medium : 'DVD';
  const { sources, notes } = copySources(part, { ...wish, medium, disc: disc.of > 1 ? disc : null });
  const label = disc.of > 1 ? `${FILE_SET_ID}_${disc.number}` : FILE_SET_ID;
  const written = await writeDisc(target, { label, createdOn: wish.createdOn }, sources, packing);
  if (!written.ok) return refuse(discRefusal(written.refusal, sources));
  return ok({ outputs: [{ path: target, sizeBytes: written.value.totalBytes }], notes });
}

function discRefusal(refusal: DiscRefusal, sources: readonly { name: string }[]): WriteRefusal {
  if (refusal.code !== 'file-too-large') throw new Error(`the disc can not be laid out: ${refusal.code}`);
  return { code: 'file-too-large-for-disc', shownAs: sources[refusal.entryIndex]?.name ?? '' };
}

/** `copy.iso` on three discs is `copy-1.iso`, `copy-2.iso`, `copy-3.iso`. */
function discName(output: string, number: number): string {
  return output.replace(/(\.[^.]+)$/, `-${number}$1`);
}

async function removeAll({ outputs }: WrittenCopy): Promise<void> {
  for (const { path } of outputs) await rm(path, { force: true });
}

/** Room for the number of the disc and for notes that differ from disc to disc. */
const pageSpareBytes = 64 * 1024;

/** Exams to discs; the pictures of an object lie on its disc. Each disc's pages are at most as long as those of all. */
function splitCopy(
  patients: readonly CopiedPatient[],
  wish: WriteWish,
  { kind, medium }: { kind: DiscKind; medium: Medium },
): Outcome<CopiedPatient[][], WriteRefusal> {
  const objects = new Map(objectsOf(patients).map((object) => [object.fileId, object]));
  const pages = copySources(patients, { ...wish, medium, disc: null })
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
    capacityBytes: discCapacities[kind],
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
