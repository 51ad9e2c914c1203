import { type Outcome, ok, refuse } from '../outcome.ts';
import { type DiscRefusal, layoutDisc } from './disc-layout.ts';
import type { DiscFile } from './disc-tree.ts';

/** The part of one study that goes on one disc. */
export type DiscShare<T extends DiscFile> = { studyIndex: number; files: readonly T[] };

export type SplitRefusal =
  | { code: 'file-larger-than-disc'; studyIndex: number; fileIndex: number }
  /** `entryIndex` counts the disc's own files first. */
  | { code: 'not-laid-out'; refusal: DiscRefusal };

export type SplitWish<T extends DiscFile = DiscFile> = {
  /** One of `discCapacities`, or a stick's free bytes. */
  capacityBytes: number;
  /** What a study that needs several discs is cut between; without it, between any two files. */
  seriesOf?: (file: T) => string;
  /**
   * What a disc with these files holds besides them: its own DICOMDIR (each disc is a file-set of its own, PS3.10 8),
   * README.TXT, start page. Sizes may be upper bounds; more files never need less.
   */
  ownFiles: (files: readonly T[]) => readonly DiscFile[];
};

/**
 * Deals studies out to discs: each to the first disc with room for all of it; one that is larger than a disc starts on
 * a disc of its own and goes on over the next, in its order. A series that fits on a disc is never torn, nor ever a file.
 * Whether files fit is read from the layout itself.
 */
export function splitOverDiscs<T extends DiscFile>(
  studies: readonly (readonly T[])[],
  wish: SplitWish<T>,
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
  { studyIndex, files: given }: DiscShare<T>,
  wish: SplitWish<T>,
): Outcome<DiscShare<T>[][], SplitRefusal> {
  const { seriesOf } = wish;
  const files = seriesOf ? [...Map.groupBy(given, seriesOf).values()].flat() : given;
  const discs: DiscShare<T>[][] = [];
  for (let start = 0; start < files.length; ) {
    const held = mostThatFit(files, start, wish);
    if (!held.ok) return held;
    if (held.value === 0) {
      return refuse({ code: 'file-larger-than-disc', studyIndex, fileIndex: given.indexOf(files[start] as T) });
    }
    const end = beforeTornSeries(files, start, start + held.value, wish);
    discs.push([{ studyIndex, files: files.slice(start, end) }]);
    start = end;
  }
  return ok(discs);
}

function mostThatFit<T extends DiscFile>(
  files: readonly T[],
  start: number,
  wish: SplitWish<T>,
): Outcome<number, SplitRefusal> {
  let [held, tooMany] = [0, files.length - start + 1];
  while (tooMany - held > 1) {
    const count = (held + tooMany) >> 1;
    const fit = fits(files.slice(start, start + count), wish);
    if (!fit.ok) return fit;
    if (fit.value) held = count;
    else tooMany = count;
  }
  return ok(held);
}

/** Where the series begins that the cut would tear, if a disc holds all of it; else the cut itself. */
function beforeTornSeries<T extends DiscFile>(
  files: readonly T[],
  start: number,
  cut: number,
  wish: SplitWish<T>,
): number {
  const { seriesOf } = wish;
  const next = files[cut];
  if (!seriesOf || next === undefined || seriesOf(next) !== seriesOf(files[cut - 1] as T)) return cut;
  const series = files.filter((file) => seriesOf(file) === seriesOf(next));
  const first = files.indexOf(series[0] as T);
  if (first <= start) return cut;
  const whole = fits(series, wish);
  return whole.ok && whole.value ? first : cut;
}

function filesOf<T extends DiscFile>(disc: readonly DiscShare<T>[]): T[] {
  return disc.flatMap(({ files }) => files);
}

function fits<T extends DiscFile>(
  files: readonly T[],
  { capacityBytes, ownFiles }: SplitWish<T>,
): Outcome<boolean, SplitRefusal> {
  const laid = layoutDisc({ label: 'DISC', createdOn: '2000-01-01' }, [...ownFiles(files), ...files]);
  if (!laid.ok) return refuse({ code: 'not-laid-out', refusal: laid.refusal });
  return ok(laid.value.totalBytes <= capacityBytes);
}
