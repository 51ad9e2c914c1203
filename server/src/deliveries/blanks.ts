import type { App } from '../app.ts';
import { readMediaSettings } from '../facility/media-settings.ts';
import type { MediumKind } from '../store/media-tables.ts';

/** An empty disc or stick: what it holds, and what a file of some length takes on it. */
export type Blank = { capacityBytes: number; roomFor: (sizeBytes: number) => number };

/** Sellers count in round numbers and a file system takes its share: a stick of 8 GB holds 7.2 GB for sure. */
const stickShare = 0.9;
/** FAT32 gives files room in steps; 32 KiB is the largest that sticks come with (PS3.12 annex R). */
const clusterBytes = 32 * 1024;

/** What the blanks of this facility hold; of a stick staff say its size in GB (10^9 bytes). */
export async function blankOf(app: App, medium: MediumKind, gigabytes: number): Promise<Blank> {
  if (medium === 'usb') {
    return {
      capacityBytes: gigabytes * 1e9 * stickShare,
      roomFor: (sizeBytes) => Math.ceil(sizeBytes / clusterBytes) * clusterBytes,
    };
  }
  const { cdMegabytes, dvdMegabytes } = await readMediaSettings(app.db, app);
  return { capacityBytes: (medium === 'cd' ? cdMegabytes : dvdMegabytes) * 1e6, roomFor: (sizeBytes) => sizeBytes };
}
