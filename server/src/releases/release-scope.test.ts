import { describe, expect, it } from 'vitest';
import { releaseScope, type ScopeFacts } from './release-scope.ts';

const item = {
  id: 'e1',
  ordinal: 0,
  examType: 'pregnancy',
  state: 'checking',
  outcome: null as string | null,
  certainImages: null,
  withReport: true,
  copyDenied: false,
  partsGiven: [] as ('pictures' | 'report')[],
  attachedReports: [],
};
const second = { ...item, id: 'e2', ordinal: 1 };
const facts: ScopeFacts = { onTheRoad: new Set(), allowed: new Set(['e1', 'e2', 'e3']) };

describe('what one approval gives', () => {
  it('is every exam that was checked, together with what was given before', () => {
    const before = { ...second, state: 'closed', outcome: 'given' };
    const scope = releaseScope([item, before, { ...item, id: 'e3', state: 'searching' }], facts);
    expect(scope).toMatchObject({ releasing: ['e1'], whole: ['e1', 'e2'], stillOpen: ['e3'], onlyLooks: false });
  });

  it('leaves an exam whose copy was denied out of every copy, and open for its own look', () => {
    const denied = { ...second, copyDenied: true };
    expect(releaseScope([item, denied], facts)).toMatchObject({ releasing: ['e1'], whole: ['e1'], stillOpen: ['e2'] });
    const seen = { ...denied, state: 'delivered', outcome: 'given', partsGiven: ['pictures' as const] };
    const scope = releaseScope([item, seen], facts);
    expect(scope).toMatchObject({ whole: ['e1'], stillOpen: [], waitsForEarlier: false });
    expect(scope.parts.size).toBe(0);
  });

  it('is a look alone where every copy of what was checked was denied', () => {
    const scope = releaseScope(
      [
        { ...item, copyDenied: true },
        { ...second, state: 'searching' },
      ],
      facts,
    );
    expect(scope).toMatchObject({ onlyLooks: true, releasing: ['e1'], stillOpen: ['e2'] });
    expect(releaseScope([{ ...item, state: 'searching' }], facts).onlyLooks).toBe(false);
  });

  it('is one part of the exams of which it is free, and what went of others before', () => {
    const free = [
      { examItemId: 'e1', part: 'report' as const },
      { examItemId: 'e2', part: 'pictures' as const },
    ];
    const third = { ...item, id: 'e3', partsGiven: ['pictures' as const] };
    const scope = releaseScope([item, second, third], { ...facts, only: { part: 'report', free } });
    expect(scope).toMatchObject({ releasing: [], inPart: ['e1'], whole: [], stillOpen: ['e1', 'e2', 'e3'] });
    expect([...scope.parts]).toEqual([
      ['e1', 'report'],
      ['e3', 'pictures'],
    ]);
  });

  it('holds nothing again that this person may no longer have', () => {
    const before = { ...second, state: 'closed', outcome: 'given' };
    const part = { ...item, id: 'e3', state: 'retrieving', partsGiven: ['report' as const] };
    const scope = releaseScope([item, before, part], { ...facts, allowed: new Set(['e1']) });
    expect(scope.whole).toEqual(['e1']);
    expect(scope.parts.size).toBe(0);
  });

  it('waits until an earlier copy has left, and not for the carrier', () => {
    const out = { ...second, state: 'released' };
    expect(releaseScope([item, out], facts).waitsForEarlier).toBe(true);
    expect(releaseScope([item, out], { ...facts, onTheRoad: new Set(['e2']) }).waitsForEarlier).toBe(false);
  });
});
