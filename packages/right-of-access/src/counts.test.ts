import { describe, expect, it } from 'vitest';
import { addCounts, compareWithListing, countObjects, type ListedInstance, noObjects, totalObjects } from './counts.ts';

const storage = '1.2.840.10008.5.1.4.1.1';
const ultrasound = `${storage}.6.1`;
const ultrasoundClip = `${storage}.3.1`;

function instance(number: number, change: Partial<ListedInstance> = {}): ListedInstance {
  const place = { seriesInstanceUid: '1.2.3', instanceNumber: number, seriesNumber: 1 };
  return { sopInstanceUid: `1.2.3.${number}`, sopClassUid: ultrasound, ...place, ...change };
}

describe('counting objects', () => {
  it.each([
    ['an ultrasound image', ultrasound, 1, 'stills'],
    ['an ultrasound image of unknown frames', ultrasound, undefined, 'stills'],
    ['a multi-frame ultrasound', ultrasoundClip, 30, 'clips'],
    ['a multi-frame ultrasound that a list gave without frames', ultrasoundClip, undefined, 'clips'],
    ['a multi-frame ultrasound whose frames are given as nothing', ultrasoundClip, null, 'clips'],
    ['an ultrasound image of several frames', ultrasound, 2, 'clips'],
    ['a multi-frame ultrasound of a single frame', ultrasoundClip, 1, 'stills'],
    ['a secondary capture', `${storage}.7`, undefined, 'stills'],
    ['a comprehensive structured report', `${storage}.88.33`, undefined, 'reports'],
    ['an encapsulated PDF', `${storage}.104.1`, undefined, 'reports'],
    ['a key object selection', `${storage}.88.59`, undefined, 'other'],
    ['a presentation state', `${storage}.11.1`, undefined, 'other'],
    ['an ultrasound volume', `${storage}.6.2`, 90, 'other'],
    ['a private object', '1.2.999.1', undefined, 'other'],
  ])('%s is counted right', (_, sopClassUid, numberOfFrames, kind) => {
    const counts = countObjects([{ sopClassUid, numberOfFrames }]);
    expect(counts).toEqual({ stills: 0, clips: 0, reports: 0, other: 0, [kind]: 1 });
  });
});

describe('sums', () => {
  const one = { stills: 1, clips: 20, reports: 300, other: 4000 };

  it('add kind to kind, and all kinds together', () => {
    expect(addCounts(one, { stills: 5, clips: 60, reports: 700, other: 8000 })).toEqual({
      stills: 6,
      clips: 80,
      reports: 1000,
      other: 12_000,
    });
    expect(addCounts(one, noObjects)).toEqual(one);
    expect(totalObjects(one)).toBe(4321);
    expect(totalObjects(noObjects)).toBe(0);
  });
});

describe('comparing the copy with what the source listed', () => {
  const clip = instance(7, { sopClassUid: ultrasoundClip, seriesNumber: 2 });
  const listed = [instance(1), instance(2), clip];

  it('is complete when every listed object is held', () => {
    const comparison = compareWithListing(listed, [...listed].reverse());
    expect(comparison).toMatchObject({ complete: true, missing: [], unlisted: [] });
    expect(comparison.held).toEqual({ stills: 2, clips: 1, reports: 0, other: 0 });
    expect(comparison.listed).toEqual(comparison.held);
  });

  it('names what is missing by kind, number and series', () => {
    const comparison = compareWithListing(listed, [instance(1), instance(2)]);
    expect(comparison.complete).toBe(false);
    expect(comparison.missing).toEqual([
      { sopInstanceUid: '1.2.3.7', seriesInstanceUid: '1.2.3', instanceNumber: 7, seriesNumber: 2, kind: 'clip' },
    ]);
    expect(comparison.listed).toEqual({ stills: 2, clips: 1, reports: 0, other: 0 });
    expect(comparison.held).toEqual({ stills: 2, clips: 0, reports: 0, other: 0 });
  });

  it('counts an object once although the source listed it twice', () => {
    expect(compareWithListing([...listed, clip], listed).listed.clips).toBe(1);
  });

  it('takes the kind from the held header where the list left the frames out', () => {
    const single = { ...clip, numberOfFrames: 1 };
    const comparison = compareWithListing(listed, [instance(1), instance(2), single]);
    expect(comparison.listed).toEqual({ stills: 3, clips: 0, reports: 0, other: 0 });
    expect(comparison.held).toEqual(comparison.listed);
  });

  it('shows what came although it was not listed, and does not let it stand in for what is missing', () => {
    const comparison = compareWithListing(listed, [instance(1), instance(2), instance(9)]);
    expect(comparison).toMatchObject({
      complete: false,
      missing: [{ kind: 'clip' }],
      unlisted: [{ instanceNumber: 9 }],
    });
    expect(totalObjects(comparison.held)).toBe(2);
    expect(totalObjects(comparison.inCopy)).toBe(3);
  });

  it('lists missing objects in the order in which people look for them', () => {
    const unnumbered = instance(3, { instanceNumber: undefined, seriesNumber: undefined });
    const missing = compareWithListing([unnumbered, clip, instance(2), instance(1)], []).missing;
    expect(missing.map((object) => object.sopInstanceUid)).toEqual(['1.2.3.1', '1.2.3.2', '1.2.3.7', '1.2.3.3']);
  });

  it('puts what has no number last, series by series, and the rest by their identifiers', () => {
    const nowhere = (uid: string, change: object) => ({ ...instance(0, change), sopInstanceUid: uid });
    const [first, second] = [nowhere('a', { seriesNumber: 1 }), nowhere('b', { seriesNumber: 2 })];
    const unnumbered = nowhere('c', { seriesNumber: 1, instanceNumber: undefined });
    const noSeries = nowhere('d', { seriesNumber: null, instanceNumber: 1 });
    const [twinA, twinB] = [nowhere('e', { instanceNumber: 5 }), nowhere('f', { instanceNumber: 5 })];
    const order = (...objects: ListedInstance[]) =>
      compareWithListing(objects, []).missing.map(({ sopInstanceUid }) => sopInstanceUid);
    expect(order(noSeries, second, unnumbered, first)).toEqual(['a', 'c', 'b', 'd']);
    expect(order(twinB, twinA)).toEqual(['e', 'f']);
    expect(order(twinA, twinB)).toEqual(['e', 'f']);
  });

  it('says of a missing object that its number is not known, rather than nothing', () => {
    const { seriesNumber: _, instanceNumber: __, ...bare } = instance(1);
    expect(compareWithListing([bare], []).missing).toEqual([
      {
        sopInstanceUid: '1.2.3.1',
        seriesInstanceUid: '1.2.3',
        kind: 'still',
        seriesNumber: null,
        instanceNumber: null,
      },
    ]);
  });

  it('counts an object once although it is held twice', () => {
    expect(compareWithListing(listed, [...listed, instance(1)]).held).toEqual({
      stills: 2,
      clips: 1,
      reports: 0,
      other: 0,
    });
  });
});
