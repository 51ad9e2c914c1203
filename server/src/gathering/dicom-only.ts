import { Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { mayBeDicom } from './file-nature.ts';

export class NotDicom extends Error {}

const SNIFF_BYTES = 4096;

/** Lets content pass once its start may be DICOM, and sums it up. */
export class DicomOnly extends Transform {
  sum = 0;
  readonly #size: number;
  #held: Buffer | undefined = Buffer.alloc(0);

  constructor(size: number) {
    super();
    this.#size = size;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (fault?: Error | null) => void): void {
    this.sum = crc32(chunk, this.sum);
    if (!this.#held) {
      this.push(chunk);
      done();
      return;
    }
    this.#held = Buffer.concat([this.#held, chunk]);
    if (this.#held.length < Math.min(SNIFF_BYTES, this.#size)) done();
    else this.#letGo(done);
  }

  override _flush(done: (fault?: Error | null) => void): void {
    if (this.#held) this.#letGo(done);
    else done();
  }

  #letGo(done: (fault?: Error | null) => void): void {
    const start = this.#held ?? Buffer.alloc(0);
    this.#held = undefined;
    if (start.length === 0 || !mayBeDicom(start, this.#size)) {
      done(new NotDicom('not DICOM'));
      return;
    }
    this.push(start);
    done();
  }
}
