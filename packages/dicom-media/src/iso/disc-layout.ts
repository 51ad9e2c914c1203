import { type Outcome, ok, refuse } from '../outcome.ts';
import { type DiscRun, RunList } from './disc-runs.ts';
import { buildTree, type DiscFile, shortPath, type TreeRefusal, treeFault } from './disc-tree.ts';
import { type DiscVolume, dayOf, type VolumeFault, volumeFault } from './disc-volume.ts';
import { placeDescriptors } from './place-descriptors.ts';
import { placeTree } from './place-tree.ts';
import { sectorBytes } from './sectors.ts';

/**
 * Where every byte of a disc image lies: ISO 9660 level 1, Joliet and UDF 1.02 over the same files. Length, ranges and
 * bytes are all read from here, so they cannot disagree.
 */
export type DiscLayout = {
  /** In the order of the list: the path that a reader of plain ISO 9660 sees. */
  shortNames: readonly string[];
  runs: readonly DiscRun[];
  /** Start of each run. */
  starts: Float64Array;
  totalBytes: number;
};

export type DiscRefusal = VolumeFault | TreeRefusal | { code: 'bad-size' | 'file-too-large'; entryIndex: number };

/** One extent's length is a 32 bit number (ECMA-119 9.1.4), and level 1 gives a file one extent; FAT32 has the same limit. */
export const maxDiscFileBytes = 0xffffffff;

/** Drives that read ahead behind a track written at once fail without these (the 150 sectors that every writer adds). */
const PADDING_SECTORS = 150;

/**
 * Places every file, directory and descriptor of a disc image: ISO 9660 level 1, Joliet and UDF 1.02 over the same bytes.
 * Refuses a name, depth or size that one of the three cannot hold, by the place of the file in the list.
 */
export function layoutDisc(volume: DiscVolume, files: readonly DiscFile[]): Outcome<DiscLayout, DiscRefusal> {
  const fault = volumeFault(volume) ?? treeFault(files) ?? sizeFault(files);
  const day = dayOf(volume.createdOn);
  if (fault || !day) return refuse(fault ?? { code: 'bad-date' });
  const tree = buildTree(files);
  const image = new RunList();
  const places = placeTree(tree, day, image);
  const totalSectors = image.next + PADDING_SECTORS + 1;
  placeDescriptors({ volume, files, tree, day, totalSectors, places, image });
  const runs = image.runs.sort((a, b) => a.at - b.at);
  return ok({
    shortNames: tree.files.map(shortPath),
    runs,
    starts: Float64Array.from(runs, ({ at }) => at),
    totalBytes: totalSectors * sectorBytes,
  });
}

function sizeFault(files: readonly DiscFile[]): DiscRefusal | undefined {
  for (let entryIndex = 0; entryIndex < files.length; entryIndex++) {
    const { sizeBytes } = files[entryIndex] as DiscFile;
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return { code: 'bad-size', entryIndex };
    if (sizeBytes > maxDiscFileBytes) return { code: 'file-too-large', entryIndex };
  }
  return undefined;
}
