import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { discPieces, layoutDisc } from '@echoback/dicom-media';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { rawZip } from '../testing/raw-zip.ts';
import { type GatheredObjects, gatherObjects } from './gather-objects.ts';

describe.skipIf(!haveSamples())('containers that somebody sends', () => {
  let folder: string;
  let object: Buffer;
  const at = (name: string) => path.join(folder, name);
  const signal = new AbortController().signal;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-gather-'));
    mkdirSync(at('scratch'));
    object = readFileSync(path.join(samplesFolder, 'other/MR_small.dcm'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const gather = (...inputs: string[]): Promise<GatheredObjects> =>
    gatherObjects(inputs, { scratch: at('scratch'), ignore: new Set([at('scratch')]), signal, onRead: () => {} });
  const reasons = ({ bad }: GatheredObjects) => bad.map(({ reason }) => reason);
  const gatherZip = (...entries: Parameters<typeof rawZip>[0]) => {
    writeFileSync(at('in.zip'), rawZip(entries));
    return gather(at('in.zip'));
  };

  it('reads stored and deflated entries, and leaves out what is no DICOM without unpacking it', async () => {
    const deflated = deflateRawSync(object);
    const text = deflateRawSync(Buffer.alloc(1_000_000, 'read me '));
    const read = await gatherZip(
      { name: 'a/IM1', bytes: object },
      { name: 'a\\IM2', bytes: deflated, method: 8, uncompressedSize: object.length, checksum: crc32(object) },
      { name: 'README.TXT', bytes: text, method: 8, uncompressedSize: 1_000_000 },
    );
    expect(read).toMatchObject({ bad: [], passedOver: 1, repeated: 1 });
    expect(read.objects.map(({ found }) => found.shownAs)).toEqual([at('in.zip/a/IM1')]);
    expect(readdirSync(at('scratch'))).toEqual(['unpacked-1']);
  });

  it('refuses names that lead out, and writes under none of them', async () => {
    const names = ['../up.dcm', '/etc/root.dcm', 'C:\\x.dcm', 'a/../../up.dcm'];
    const deflated = { bytes: deflateRawSync(object), method: 8 as const, uncompressedSize: object.length };
    const read = await gatherZip(...names.map((name) => ({ name, ...deflated, checksum: crc32(object) })));
    expect(reasons(read)).toEqual(names.map(() => 'unsafe-name'));
    expect(readdirSync(folder).sort()).toEqual(['in.zip', 'scratch']);
    expect(readdirSync(at('scratch'))).toEqual([]);
  });

  it('stops a bomb by its size, its sum and its lie', async () => {
    const zeros = Buffer.concat([object, Buffer.alloc(5_000_000)]);
    const bytes = deflateRawSync(zeros);
    const bomb = { bytes, method: 8 as const, checksum: crc32(zeros) };
    expect(reasons(await gatherZip({ name: 'liar.dcm', ...bomb, uncompressedSize: object.length }))).toEqual([
      'unreadable-zip',
    ]);
    expect(readdirSync(at('scratch'))).toEqual([]);
    const read = await gatherZip(
      ...[1, 2, 3].map((number) => ({ name: `${number}.dcm`, ...bomb, uncompressedSize: 0xfffffffe })),
      { name: 'behind.dcm', bytes: object },
    );
    expect(reasons(read)).toContain('too-large-unpacked');
    expect(read.objects).toHaveLength(0);
  });

  it('names what is encrypted, unknown, damaged, nested or cut, and goes on with the rest', async () => {
    const inner = rawZip([{ name: 'x.dcm', bytes: object }]);
    const read = await gatherZip(
      { name: 'secret.dcm', bytes: object, flags: 0x801, uncompressedSize: object.length - 12 },
      { name: 'changed.dcm', bytes: object, checksum: 1 },
      { name: 'inner.zip', bytes: inner },
      { name: 'text.dcm', bytes: Buffer.from('this is text') },
      { name: 'cut.dcm', bytes: object.subarray(0, 900) },
      { name: 'good.dcm', bytes: object },
    );
    expect(reasons(read)).toEqual([
      'encrypted',
      'checksum-wrong',
      'archive-in-archive',
      'not-dicom',
      'pixel-data-missing',
    ]);
    expect(read.objects).toHaveLength(1);
    writeFileSync(at('cut.zip'), rawZip([{ name: 'x.dcm', bytes: object }]).subarray(0, 5000));
    expect(reasons(await gather(at('cut.zip')))).toEqual(['unreadable-zip']);
  });

  it('keeps the whole one of two files of one object, whichever comes first, and a lone one that is cut off', async () => {
    const cut = { name: 'cut.dcm', bytes: object.subarray(0, 3000) };
    const whole = { name: 'whole.dcm', bytes: object };
    for (const files of [
      [cut, whole],
      [whole, cut],
    ]) {
      const read = await gatherZip(...files);
      expect(read.objects.map(({ found }) => path.basename(found.shownAs))).toEqual(['whole.dcm']);
      expect(reasons(read)).toEqual(['same-uid-other-content']);
    }
    const alone = await gatherZip(cut);
    expect(alone.objects.map(({ index }) => index.pixels?.cutOff)).toEqual([true]);
  });

  it('follows no links, and finds what is not there', async () => {
    mkdirSync(at('in'));
    symlinkSync('/etc', at('in/etc'));
    symlinkSync(at('in'), at('in/again'));
    writeFileSync(at('in/empty.dcm'), '');
    expect(reasons(await gather(at('in'), at('nowhere')))).toEqual(['not-dicom', 'no-such-file']);
  });

  it('reads a disc image, and survives every way in which bytes of it can be changed', async () => {
    const files = [
      { name: 'DICOM/IM000001', sizeBytes: object.length },
      { name: 'A folder/B/C/long name of a file.txt', sizeBytes: 5 },
    ];
    const laid = layoutDisc({ label: 'TEST', createdOn: '2026-01-10' }, files);
    if (!laid.ok) throw new Error(laid.refusal.code);
    const contents = [object, Buffer.from('hello')];
    const image = Buffer.concat(
      [...discPieces(laid.value, 0, laid.value.totalBytes)].map((piece) =>
        piece.kind === 'bytes' ? piece.bytes : (contents[piece.entryIndex] as Buffer).subarray(piece.start, piece.end),
      ),
    );
    writeFileSync(at('disc.iso'), image);
    const read = await gather(at('disc.iso'));
    expect(read).toMatchObject({ bad: [], passedOver: 1, objects: [{ index: { modality: 'MR' } }] });
    let state = 1;
    const random = (below: number) => {
      state = (state * 48_271) % 0x7fffffff;
      return state % below;
    };
    for (let round = 0; round < 100; round++) {
      const changed = Buffer.from(image);
      // Descriptors, path tables and folders; the object itself has tests of its own.
      for (let many = 0; many < 8; many++) changed[32_768 + random(60 * 2048)] = random(256);
      writeFileSync(at('disc.iso'), round % 7 === 0 ? changed.subarray(0, random(changed.length)) : changed);
      const found = await gather(at('disc.iso'));
      expect(found.objects.length).toBeLessThanOrEqual(1);
    }
  });

  it('enters a folder of an image once, though it says that it lies within itself', async () => {
    const laid = layoutDisc({ label: 'TEST', createdOn: '2026-01-10' }, [{ name: 'A/B/C', sizeBytes: 0 }]);
    if (!laid.ok) throw new Error(laid.refusal.code);
    const image = Buffer.concat(
      [...discPieces(laid.value, 0, laid.value.totalBytes)].map((piece) =>
        piece.kind === 'bytes' ? piece.bytes : Buffer.alloc(0),
      ),
    );
    // Every record of a folder is made to point to the root.
    const roots = [16, 17].map((sector) => image.readUInt32LE(sector * 2048 + 158));
    for (let place = 18 * 2048; place < image.length - 34; place += 2) {
      const isFolder =
        image[place + 25] === 2 && image[place + 32] !== undefined && image.readUInt32LE(place + 10) === 2048;
      if (isFolder) image.writeUInt32LE(roots[1] ?? 0, place + 2);
    }
    writeFileSync(at('loop.iso'), image);
    const read = await gather(at('loop.iso'));
    expect(read.objects).toHaveLength(0);
  });
});
