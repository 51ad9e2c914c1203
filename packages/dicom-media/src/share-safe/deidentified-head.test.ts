import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, joined, part10File, text } from '../../testing/made-files.ts';
import { code, sequence, us, us16 } from '../../testing/made-pixels.ts';
import { firstCode, items, numbers } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { readPart10 } from '../part10/read-part10.ts';
import { frameTimes } from '../render/frame-times.ts';
import { deidentifiedHead, FRAMES_END, frameItem, pixelElementHead, type SharedObject } from './deidentified-head.ts';
import { findDicomLeaks } from './dicom-leaks.ts';
import { identityOf } from './identity-needles.ts';
import { leakSearch } from './leak-search.ts';
import { SHARED_ATTRIBUTES } from './shared-attributes.ts';

const double = (value: number) => new Uint8Array(Float64Array.of(value).buffer);
const long = (value: number) => Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24);

const region = [
  us16(0x00186012, 1),
  us16(0x00186014, 1),
  element(0x00186016, 'UL', long(2)),
  element(0x00186018, 'UL', long(10)),
  element(0x0018601a, 'UL', long(20)),
  element(0x0018601c, 'UL', long(90)),
  element(0x0018601e, 'UL', long(80)),
  us16(0x00186024, 3),
  element(0x0018602c, 'FD', double(0.0262)),
];

/** A header that tells everything there is to tell, also where nobody looks. */
const telling = [
  code(0x00080008, 'CS', 'ORIGINAL\\PRIMARY\\OB'),
  code(0x00080012, 'DA', '20240115'),
  code(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'),
  code(0x00080018, 'UI', '1.2.826.0.1.99'),
  code(0x00080020, 'DA', '20240115'),
  code(0x00080050, 'SH', 'ACC-991'),
  code(0x00080060, 'CS', 'US'),
  code(0x00080080, 'LO', 'St. Elsewhere'),
  code(0x00080090, 'PN', 'REFER^RITA'),
  code(0x00081030, 'LO', 'OB anatomy scan of Ms Hernandez'),
  code(0x00081070, 'PN', 'OPER^OTTO'),
  sequence(0x00081140, [code(0x00081155, 'UI', '1.2.826.0.1.98')]),
  code(0x00091010, 'LO', 'private Hernandez'),
  code(0x00100010, 'PN', 'HERNANDEZ^LUCIA'),
  code(0x00100020, 'LO', 'MRN-004471'),
  code(0x00100030, 'DA', '19900412'),
  code(0x00104000, 'LT', 'call 555-0100'),
  code(0x00181000, 'LO', 'SERIAL-7'),
  sequence(0x00186011, [...region, code(0x00186040, 'LO', 'HERNANDEZ')]),
  code(0x0020000d, 'UI', '1.2.826.0.1.97'),
  code(0x0020000e, 'UI', '1.2.826.0.1.96'),
  code(0x00204000, 'LT', 'Hernandez'),
  sequence(0x00400275, [code(0x00400007, 'LO', 'for HERNANDEZ'), code(0x00080020, 'DA', '20240114')]),
];

const dataSet = (elements: readonly Uint8Array[]): DataSet => {
  const read = readPart10(part10File(elements));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.dataSet;
};

const uids = { study: '2.25.101', series: '2.25.102', instance: '2.25.103' };
const still: SharedObject = {
  uids,
  ...{ seriesNumber: 1, instanceNumber: 2, frames: 1, times: undefined, coding: 'native', compressionRatio: undefined },
  picture: { width: 4, height: 3, channels: 3 },
  ...{ sourceWasLossy: false, regionsAreRight: true, pixelsAreClean: true },
};
const fileOf = (source: DataSet, object = still) =>
  joined([deidentifiedHead(source, object), pixelElementHead('native', 36), new Uint8Array(36)]);
const readBack = (bytes: Uint8Array) => {
  const read = readPart10(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const source = dataSet(telling);
const search = leakSearch(identityOf(source));
const leaksOf = (bytes: Uint8Array) => findDicomLeaks(readBack(bytes), bytes.length, uids, search);

describe('a de-identified object', () => {
  const bytes = fileOf(source);
  const { dataSet: made, problems } = readBack(bytes);

  it('says that it is one, how it became one, and what of the profile was really done', () => {
    expect(problems).toEqual([]);
    expect(firstCode(made, 0x00120062)).toBe('YES');
    expect(firstCode(made, 0x00120063)).toMatch(/PS3\.15/);
    expect(items(made, 0x00120064).map((item) => firstCode(item, 0x00080100))).toEqual(['113100', '113101']);
    expect(firstCode(made, 0x00280301)).toBe('NO');
    expect(firstCode(made, 0x00280303)).toBe('REMOVED');
    expect([0x0020000d, 0x0020000e, 0x00080018].map((tag) => firstCode(made, tag))).toEqual(Object.values(uids));
  });

  it('claims no clean pixels where more was kept than the machine calls scan', () => {
    const bytes = fileOf(source, { ...still, pixelsAreClean: false });
    const { dataSet: kept } = readBack(bytes);
    expect(items(kept, 0x00120064).map((item) => firstCode(item, 0x00080100))).toEqual(['113100']);
    expect([firstCode(kept, 0x00280301), firstCode(kept, 0x00120063)]).toEqual(['YES', 'DICOM PS3.15 Basic Profile']);
    expect(leaksOf(bytes)).toEqual([]);
  });

  it('keeps what a viewer measures by, and nothing else of a region', () => {
    const [kept] = items(made, 0x00186011);
    expect(kept && numbers(kept, 0x0018602c)).toEqual([0.0262]);
    expect(kept?.elements.size).toBe(region.length);
    const byHand = readBack(fileOf(source, { ...still, regionsAreRight: false })).dataSet;
    expect(items(byHand, 0x00186011)).toEqual([]);
  });

  it('has no element that is not on the list, and passes the search for its own person', () => {
    for (const tag of made.elements.keys()) expect(SHARED_ATTRIBUTES.has(tag)).toBe(true);
    expect(leaksOf(bytes)).toEqual([]);
    expect(search(bytes, 'plain')).toEqual([]);
  });

  it('is the same whatever else the source says', () => {
    const tags = fc.integer({ min: 0x00080000, max: 0x0040ffff }).filter((tag) => !read.has(tag));
    const more = fc.array(fc.tuple(tags, fc.string({ minLength: 1, maxLength: 20 })), { maxLength: 8 });
    const bare = telling.filter((one) => read.has(tagOf(one)));
    const expected = fileOf(dataSet(bare));
    fc.assert(
      fc.property(more, (extra) => {
        const all = [...bare, ...extra.map(([tag, value]) => element(tag, 'LO', text(value)))];
        expect(fileOf(dataSet(all.sort((a, b) => tagOf(a) - tagOf(b))))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

/** Every attribute of the source that the writer looks at. */
const read = new Set([0x00080008, 0x00080016, 0x00186011, 0x00280014, 0x00280034, 0x00282110, 0x00282112, 0x00282114]);
const tagOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint16(0, true) * 0x10000 +
  new DataView(bytes.buffer, bytes.byteOffset).getUint16(2, true);

describe('the search through a de-identified object', () => {
  const head = deidentifiedHead(source, still);
  const withMore = (more: Uint8Array) => joined([head, more, pixelElementHead('native', 36), new Uint8Array(36)]);

  it('finds an element that is not on the list, private ones and nested ones too', () => {
    expect(leaksOf(withMore(code(0x00324000, 'LT', 'harmless')))).toMatchObject([{ what: 'metadata' }]);
    expect(leaksOf(withMore(code(0x00331010, 'LO', 'harmless')))).toMatchObject([{ what: 'metadata' }]);
  });

  it('finds a value where none may be, a UID that is not ours, a word that is not ours, and what stands behind the end', () => {
    const other = { ...still, uids: { ...uids, study: '1.2.826.0.1.97' } };
    expect(leaksOf(fileOf(source, other))).toMatchObject([{ what: 'metadata' }]);
    const bytes = fileOf(source);
    const spelled = (from: string, to: string) => {
      const at = Buffer.from(bytes).indexOf(from);
      const changed = bytes.slice();
      changed.set(text(to), at);
      return changed;
    };
    expect(leaksOf(spelled('REMOVED', 'LUCIAXX'))).toMatchObject([{ what: 'metadata' }]);
    expect(leaksOf(joined([bytes, Uint8Array.of(0, 0)]))).not.toEqual([]);
  });

  it('does not take our own words for a person who is called like one of them', () => {
    const basic = dataSet([
      code(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'),
      code(0x00100010, 'PN', 'BASIC^CLEAN'),
    ]);
    const made = fileOf(basic);
    expect(findDicomLeaks(readBack(made), made.length, uids, leakSearch(identityOf(basic)))).toEqual([]);
  });
});

describe('a de-identified clip', () => {
  const clip = dataSet([
    code(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.3.1'),
    code(0x00181065, 'DS', '0\\40\\60'),
    element(0x00280009, 'AT', us(0x0018, 0x1065)),
    code(0x00282110, 'CS', '01'),
    code(0x00282112, 'DS', '12.5'),
    code(0x00282114, 'CS', 'ISO_15444_1'),
  ]);
  const object: SharedObject = {
    ...still,
    ...{ frames: 3, times: frameTimes(clip, 3), coding: 'jpeg', compressionRatio: 7.1234 },
  };
  const frames = [Uint8Array.of(0xff, 0xd8, 0xff), Uint8Array.of(1, 2), Uint8Array.of(3)].map((frame) => {
    const { head, padding } = frameItem(frame);
    return joined([head, frame, padding]);
  });
  const {
    dataSet: made,
    problems,
    endOfDataSet,
  } = readBack(joined([deidentifiedHead(clip, object), pixelElementHead('jpeg', 0), ...frames, FRAMES_END]));

  it('keeps the times of its frames and adds its own loss behind that of before', () => {
    expect(problems).toEqual([]);
    expect(endOfDataSet).toBeGreaterThan(0);
    expect(frameTimes(made, 3)).toMatchObject({ startsMs: [0, 40, 100], source: 'frame-time-vector' });
    expect(firstCode(made, 0x00282110)).toBe('01');
    expect(numbers(made, 0x00282112)).toEqual([12.5, 7.123]);
    expect(made.elements.get(0x7fe00010)?.fragments).toHaveLength(4);
  });
});
