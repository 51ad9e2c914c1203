import { describe, expect, it } from 'vitest';
import { findJpegLeaks } from './jpeg-leaks.ts';
import { type LeakSearch, leakSearch } from './leak-search.ts';
import { findMp4Leaks } from './mp4-leaks.ts';
import { findPngLeaks } from './png-leaks.ts';

const identity = { names: ['Hernandez'], numbers: ['MRN-004471'], days: ['19900412'], raw: [] };
const search: LeakSearch = leakSearch(identity);
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const joined = (...parts: (number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const number = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

describe('a JPEG of ours', () => {
  const segment = (marker: number, body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
  const jfif = segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const scan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];
  const jpeg = (...more: number[][]) => joined([0xff, 0xd8], jfif, ...more, scan);

  it('may say that it is one, whatever the person is called', () => {
    const short = leakSearch({ ...identity, names: ['Fi', 'If'] });
    expect(findJpegLeaks(jpeg(), short)).toEqual([]);
  });

  it('has no comment and no application segment, whoever these are about', () => {
    expect(findJpegLeaks(jpeg(segment(0xfe, ascii('made by nobody'))), search)).toEqual([{ what: 'metadata', at: 20 }]);
    expect(findJpegLeaks(jpeg(segment(0xe1, ascii('Exif'))), search)).toEqual([{ what: 'metadata', at: 20 }]);
    const named = findJpegLeaks(jpeg(segment(0xfe, ascii('HERNANDEZ'))), search);
    expect(named.map(({ what }) => what)).toEqual(['metadata', 'name']);
  });

  it('has no name in its pixels', () => {
    const bytes = joined([0xff, 0xd8], jfif, [0xff, 0xda, 0, 2], ascii('hernandez'), [0xff, 0xd9]);
    expect(findJpegLeaks(bytes, search)).toEqual([{ what: 'name', at: 24 }]);
  });
});

describe('a PNG of ours', () => {
  const chunk = (type: string, body: number[]) => [...number(body.length), ...ascii(type), ...body, 0, 0, 0, 0];
  const signature = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a];
  const size = chunk('IHDR', [...number(1), ...number(1), 8, 0, 0, 0, 0]);
  const png = (...more: number[][]) => joined(signature, size, ...more, chunk('IDAT', [1, 2, 3]), chunk('IEND', []));

  it('has the chunks of a picture and no other', () => {
    expect(findPngLeaks(png(), search)).toEqual([]);
    for (const type of ['tEXt', 'iTXt', 'tIME', 'eXIf', 'iCCP']) {
      expect(findPngLeaks(png(chunk(type, [0])), search), type).toEqual([{ what: 'metadata', at: 33 }]);
    }
  });

  it('ends where it ends, and has no name in its pixels', () => {
    expect(findPngLeaks(joined(png(), [1]), search)).toMatchObject([{ what: 'metadata' }]);
    expect(findPngLeaks(png().subarray(0, 50), search)).not.toEqual([]);
    expect(findPngLeaks(Uint8Array.of(1, 2, 3), search)).toEqual([{ what: 'metadata', at: 0 }]);
    const named = joined(signature, size, chunk('IDAT', ascii('__hernandez')), chunk('IEND', []));
    expect(findPngLeaks(named, search)).toEqual([{ what: 'name', at: 43 }]);
  });
});

describe('an MP4 of ours', () => {
  const box = (type: string, ...parts: number[][]) => {
    const body = parts.flat();
    return [...number(body.length + 8), ...ascii(type), ...body];
  };
  const dated = (type: string, made = 0) => box(type, number(0), number(made), number(0), number(1000), number(40));
  const handler = (name: string) =>
    box('hdlr', number(0), number(0), ascii('vide'), number(0), number(0), number(0), ascii(name), [0]);
  const coder = (name: string) =>
    box('stsd', number(0), number(1), box('avc1', Array(42).fill(0), [name.length], ascii(name), Array(40).fill(0)));
  const unit = (type: number, body: number[]) => [...number(body.length + 1), 0x60 | type, ...body];
  type Made = { made?: number; handler?: string; coder?: string; more?: number[]; units?: number[][]; room?: number[] };
  const mp4 = (of: Made = {}) => {
    const media = box(
      'mdia',
      dated('mdhd'),
      handler(of.handler ?? 'VideoHandler'),
      box('minf', box('stbl', coder(of.coder ?? 'Lavc libx264'))),
    );
    const moov = box('moov', dated('mvhd', of.made), box('trak', dated('tkhd'), media), of.more ?? []);
    const units = of.units ?? [unit(7, [1]), unit(8, [2]), unit(5, [3, 4, 5])];
    return joined(box('ftyp', ascii('isom'), number(512)), moov, box('free', of.room ?? []), box('mdat', ...units));
  };
  const leaks = (of?: Made) => {
    const bytes = mp4(of);
    const readAt = (offset: number, length: number) => bytes.subarray(offset, offset + length);
    return findMp4Leaks({ readAt, sizeBytes: bytes.length }, search, 20).map(({ what }) => what);
  };

  it('has tables, pictures and the plain names of what plays and coded it', () => {
    expect(leaks()).toEqual([]);
    expect(leaks({ coder: '', handler: '' })).toEqual([]);
    const noTags = box(
      'meta',
      number(0),
      box('hdlr', number(0), number(0), ascii('mdirappl'), Array(9).fill(0)),
      box('ilst'),
    );
    expect(leaks({ more: box('udta', noTags) })).toEqual([]);
  });

  it('has no date, no user data, no other name, and nothing written where there is room', () => {
    expect(leaks({ made: 3_800_000_000 })).toEqual(['day']);
    expect(leaks({ more: box('udta', ascii('title')) })).toEqual(['metadata']);
    expect(leaks({ handler: 'Room 3' })).toEqual(['metadata']);
    expect(leaks({ coder: 'Lavc60.31.102 libx264' })).toEqual(['metadata']);
    expect(leaks({ room: [0, 0, 7] })).toEqual(['metadata']);
  });

  it('has nothing in its stream that is no picture, and no name in what is one', () => {
    expect(leaks({ units: [unit(6, ascii('x264 - core 164'))] })).toEqual(['metadata']);
    expect(leaks({ units: [unit(5, ascii('xxhernandezxx'))] })).toEqual(['name']);
    expect(leaks({ units: [[0, 0, 1, 0, 5]] })).toEqual(['metadata']);
  });
});
