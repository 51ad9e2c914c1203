import type { RunList } from './disc-runs.ts';
import type { DiscFile, DiscTree } from './disc-tree.ts';
import type { Day, DiscVolume } from './disc-volume.ts';
import {
  anchorSector,
  firstDescriptor,
  integritySector,
  mainSequence,
  partitionStart,
  reserveSequence,
} from './fixed-places.ts';
import { isoTerminator, isoVolumeDescriptor } from './iso-descriptors.ts';
import type { TreePlaces } from './place-tree.ts';
import {
  anchor,
  fileSet,
  integrity,
  recognitionSequence,
  terminatorAt,
  type UdfVolumeFacts,
  volumeDescriptors,
} from './udf-volume.ts';
import { volumeIdOf } from './volume-id.ts';

type Placed = {
  volume: DiscVolume;
  files: readonly DiscFile[];
  tree: DiscTree;
  day: Day;
  totalSectors: number;
  places: TreePlaces;
  image: RunList;
};

/** What stands at fixed places: before the partition, and an anchor in the last sector. */
export function placeDescriptors({ volume, files, tree, day, totalSectors, places, image }: Placed): void {
  const { label } = volume;
  const last = totalSectors - 1;
  const isoDescriptors = (['iso', 'joliet'] as const).map((name) => {
    const { length, little, big, rootRecord: record } = places.pathTables[name];
    const table = { pathTableBytes: length, littlePathTable: little, bigPathTable: big, rootRecord: record };
    return isoVolumeDescriptor(name, { label, day, totalSectors, ...table });
  });
  [...isoDescriptors, isoTerminator(), ...recognitionSequence()].forEach((bytes, at) => {
    image.putBytes(firstDescriptor + at, bytes);
  });
  const udf: UdfVolumeFacts = {
    label,
    day,
    volumeId: volumeIdOf(volume, files),
    partitionStart,
    partitionSectors: last - partitionStart,
    integritySector,
    rootEntryBlock: places.rootEntryBlock,
    files: tree.files.length,
    folders: tree.folders.length,
    nextUniqueId: places.nextUniqueId,
  };
  for (const { sector } of [mainSequence, reserveSequence]) {
    volumeDescriptors(udf, sector).forEach((bytes, at) => {
      image.putBytes(sector + at, bytes);
    });
  }
  image.putBytes(integritySector, integrity(udf));
  image.putBytes(integritySector + 1, terminatorAt(integritySector + 1));
  for (const sector of [anchorSector, last]) image.putBytes(sector, anchor(sector, mainSequence, reserveSequence));
  image.putBytes(partitionStart, fileSet(udf));
  image.putBytes(partitionStart + 1, terminatorAt(1));
}
