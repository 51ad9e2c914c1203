import { type Outcome, ok, refuse } from '../outcome.ts';
import { type DiscRefusal, layoutDisc } from './disc-layout.ts';
import type { DiscFile } from './disc-tree.ts';

/** The part of one study that goes on one disc. */
export type DiscShare<T extends DiscFile> = { studyIndex: number; files: readonly T[] };

export type SplitRefusal =
  | { code: 'file-larger-than-disc'; studyIndex: number; fileIndex: number }
  /** `entryIndex` counts the disc's own files first. */
  | { code: 'not-laid-out'; refusal: DiscRefusal };

export type SplitWish = {
  /** One of `discCapacities`, or a stick's free bytes. */
  capacityBytes: number;
  /**
   * What a disc with these files holds besides them: its own DICOMDIR (each disc is a file-set of its own, PS3.10 8),
   * README.TXT, start page. Sizes may be upper bounds; more files never need less.
   */
  ownFiles: (files: readonly DiscFile[]) => readonly DiscFile[];
};

/**
 * Deals studies out to discs: each to the first disc with room for all of it; one that is larger than a disc starts on
 * a disc of its own and goes on over the next, in its order. Whether files fit is read from the layout itself.
 */
export function splitOverDiscs<T extends DiscFile>(
  studies: readonly (readonly T[])[],
  wish: SplitWish,
): Outcome<DiscShare<T>[][], SplitRefusal> {
  const discs: DiscShare<T>[][] = [];
  for (let studyIndex = 0; studyIndex < studies.length; studyIndex++) {
    const files = studies[studyIndex] as readonly T[];
    const share = { studyIndex, files };
    const whole = fits(files, wish);
    if (!whole.ok) return whole;
    if (!whole.value) {
      const parts = cutStudy(share, wish);
      if (!parts.ok) return parts;
      discs.push(...parts.value);
      continue;
    }
    const disc = discs.find((one) => {
      const together = fits([...filesOf(one), ...files], wish);
      return together.ok && together.value;
    });
    if (disc) disc.push(share);
    else discs.push([share]);
  }
  return ok(discs);
}

/** As many files on each disc as it holds, found by halving: what fits grows with every file. */
function cutStudy<T extends DiscFile>(
  { studyIndex, files }: DiscShare<T>,
  wish: SplitWish,
): Outcome<DiscShare<T>[][], SplitRefusal> {
  const discs: DiscShare<T>[][] = [];
  for (let start = 0; start < files.length; ) {
    let [held, tooMany] = [0, files.length - start + 1];
    while (tooMany - held > 1) {
      const count = (held + tooMany) >> 1;
      const fit = fits(files.slice(start, start + count), wish);
      if (!fit.ok) return fit;
      if (fit.value) held = count;
      else tooMany = count;
    }
    if (held === 0) return refuse({ code: 'file-larger-than-disc', studyIndex, fileIndex: start });
    discs.push([{ studyIndex, files: files.slice(start, start + held) }]);
    start += held;
  }
  return ok(discs);
}

function filesOf(disc: readonly DiscShare<DiscFile>[]): DiscFile[] {
  return disc.flatMap(({ files }) => files);
}

function fits(files: readonly DiscFile[], { capacityBytes, ownFiles }: SplitWish): Outcome<boolean, SplitRefusal> {
  const laid = layoutDisc({ label: 'DISC', createdOn: '2000-01-01' }, [...ownFiles(files), ...files]);
  if (!laid.ok) return refuse({ code: 'not-laid-out', refusal: laid.refusal });
  return ok(laid.value.totalBytes <= capacityBytes);
}
