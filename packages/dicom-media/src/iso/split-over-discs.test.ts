import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiscFile, layoutDisc, splitOverDiscs } from '../index.ts';

const capacityBytes = 3_000_000;
const ownFiles = (files: readonly DiscFile[]) => [{ name: 'DICOMDIR', sizeBytes: 1_000 + 400 * files.length }];
const wish = { capacityBytes, ownFiles };

const study = (number: number, sizes: readonly number[]) =>
  sizes.map((sizeBytes, at) => ({ name: `DICOM/ST${number}/IM${at}`, sizeBytes }));

function totalOf(files: readonly DiscFile[]): number {
  const laid = layoutDisc({ label: 'X', createdOn: '2026-01-10' }, [...ownFiles(files), ...files]);
  return laid.ok ? laid.value.totalBytes : Number.POSITIVE_INFINITY;
}

const sizes = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 6 });

test('every file is on exactly one disc, each disc is within its capacity, and a study that fits is not torn', () => {
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 5 }), (all) => {
      const studies = all.map((each, number) => study(number, each));
      const split = splitOverDiscs(studies, wish);
      if (!split.ok) throw new Error(split.refusal.code);
      const placed = split.value.flatMap((disc) => disc.flatMap(({ files }) => files));
      expect(placed.map(({ name }) => name).sort()).toEqual(
        studies.flatMap((files) => files.map((f) => f.name)).sort(),
      );
      for (const disc of split.value) {
        expect(totalOf(disc.flatMap(({ files }) => files))).toBeLessThanOrEqual(capacityBytes);
      }
      studies.forEach((files, index) => {
        const shares = split.value.flat().filter(({ studyIndex }) => studyIndex === index);
        if (totalOf(files) <= capacityBytes) expect(shares).toEqual([{ studyIndex: index, files }]);
      });
    }),
    { numRuns: 40 },
  );
});

test('a series that fits on a disc is never torn, and one that does not is cut between its files', () => {
  const series = fc.array(sizes, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(series, (all) => {
      // The series of a study lie mixed, as numbers of two makers mix them.
      const files = all
        .flatMap((each, number) => each.map((sizeBytes, at) => ({ name: `S${number}/IM${at}`, sizeBytes, at })))
        .sort((a, b) => a.at - b.at);
      const seriesOf = ({ name }: DiscFile) => name.slice(0, name.indexOf('/'));
      const split = splitOverDiscs([files], { ...wish, seriesOf });
      if (!split.ok) throw new Error(split.refusal.code);
      const discs = split.value.map((disc) => disc.flatMap((share) => share.files));
      expect(new Set(discs.flat())).toEqual(new Set(files));
      expect(discs.flat().length).toBe(files.length);
      for (const [number] of all.entries()) {
        const own = files.filter((file) => seriesOf(file) === `S${number}`);
        const on = discs.filter((disc) => disc.some((file) => own.includes(file)));
        if (totalOf(own) <= capacityBytes) expect(on.length).toBe(1);
      }
      for (const disc of discs) expect(totalOf(disc)).toBeLessThanOrEqual(capacityBytes);
    }),
    { numRuns: 60 },
  );
});

test('a small study fills the room that an earlier disc has left', () => {
  const split = splitOverDiscs([study(0, [900_000]), study(1, [1_800_000]), study(2, [200_000])], wish);
  if (!split.ok) throw new Error(split.refusal.code);
  expect(split.value.map((disc) => disc.map(({ studyIndex }) => studyIndex))).toEqual([[0, 2], [1]]);
});

test('a file that is larger than a disc is refused by its place', () => {
  expect(splitOverDiscs([study(0, [1]), study(1, [1, 3_000_000])], wish)).toEqual({
    ok: false,
    refusal: { code: 'file-larger-than-disc', studyIndex: 1, fileIndex: 1 },
  });
});

test('what can not be on any disc is refused as the layout says', () => {
  expect(splitOverDiscs([[{ name: '../UP', sizeBytes: 1 }]], wish)).toMatchObject({
    refusal: { code: 'not-laid-out', refusal: { code: 'bad-name', entryIndex: 1 } },
  });
});
