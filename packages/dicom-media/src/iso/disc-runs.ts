import { partitionStart } from './fixed-places.ts';
import { sectorBytes } from './sectors.ts';

/** A run of bytes of the image: made on demand, or the content of a file. What lies between two runs is zeros. */
export type DiscRun = { at: number; length: number; make: (() => Uint8Array) | undefined; fileIndex: number };

/** Gathers runs while sectors of the partition are given out. The first run is the empty system area (ECMA-119 6.2.1). */
export class RunList {
  readonly runs: DiscRun[] = [{ at: 0, length: 0, make: () => new Uint8Array(0), fileIndex: -1 }];
  next = partitionStart;

  take(sectors: number): number {
    const at = this.next;
    this.next += sectors;
    return at;
  }

  put(sector: number, length: number, make: () => Uint8Array): void {
    this.runs.push({ at: sector * sectorBytes, length, make, fileIndex: -1 });
  }

  putBytes(sector: number, bytes: Uint8Array): void {
    this.put(sector, bytes.length, () => bytes);
  }
}
