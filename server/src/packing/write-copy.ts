import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type Outcome, ok, refuse } from '@echoback/dicom-media';
import type { CopiedPatient } from './copy.ts';
import { FILE_SET_ID } from './copy-pages.ts';
import { type CopyWish, copySources, pictureSources } from './copy-sources.ts';
import { checkFilePlace, type PlaceRefusal } from './output-place.ts';
import type { PackingSource } from './packing-source.ts';
import { type DiscCopyRefusal, type DiscWish, discRefusal, discs, splitCopy } from './split-copy.ts';
import { type Packing, writeDisc } from './write-disc.ts';
import { writeFolder } from './write-folder.ts';
import { writeZip } from './write-zip.ts';

export type OutputForm = 'zip' | 'iso' | 'folder';

export type WriteWish = Omit<CopyWish, 'medium' | 'part'> & {
  output: string;
  form: OutputForm;
  only: 'pictures' | undefined;
  disc: DiscWish | undefined;
  password: string | undefined;
  force: boolean;
};

export type WrittenCopy = { outputs: { path: string; sizeBytes: number }[]; notes: string[] };

export type WriteRefusal = PlaceRefusal | DiscCopyRefusal | { code: 'no-pictures' };

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
      : copySources(patients, { ...wish, medium, part: null });
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
  const split = wish.disc ? splitCopy(patients, wish, wish.disc) : ok([patients]);
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
  const medium = wish.disc ? discs[wish.disc.choice].medium : 'DVD';
  const { sources, notes } = copySources(part, {
    ...wish,
    medium,
    part: disc.of > 1 ? { kind: 'disc', ...disc } : null,
  });
  const label = disc.of > 1 ? `${FILE_SET_ID}_${disc.number}` : FILE_SET_ID;
  const written = await writeDisc(target, { label, createdOn: wish.createdOn }, sources, packing);
  if (!written.ok) return refuse(discRefusal(written.refusal, sources));
  return ok({ outputs: [{ path: target, sizeBytes: written.value.totalBytes }], notes });
}

/** `copy.iso` on three discs is `copy-1.iso`, `copy-2.iso`, `copy-3.iso`. */
function discName(output: string, number: number): string {
  return output.replace(/(\.[^.]+)$/, `-${number}$1`);
}

async function removeAll({ outputs }: WrittenCopy): Promise<void> {
  for (const { path } of outputs) await rm(path, { force: true });
}
