import { describe, expect, it } from 'vitest';
import { completenessOf, releaseCounts } from './completeness.ts';

const still = '1.2.840.10008.5.1.4.1.1.6.1';
const clip = '1.2.840.10008.5.1.4.1.1.3.1';

function listed(number: number, sopClassUid = still) {
  return {
    sopInstanceUid: `1.2.3.${number}`,
    seriesInstanceUid: '1.2.3',
    sopClassUid,
    modality: 'US',
    seriesNumber: 2,
    instanceNumber: number,
    numberOfFrames: sopClassUid === clip ? 30 : null,
  };
}

const study = {
  examItemId: 'exam',
  studyInstanceUid: '1.2',
  listed: [listed(1), listed(2), listed(3, clip)],
  held: [listed(1), listed(3, clip)],
  reasons: new Map([['1.2.3.2', 'gone-from-source' as const]]),
};

describe('completeness', () => {
  it('names what is missing with series, number and why', () => {
    const counts = completenessOf(study);
    expect(counts.listed).toEqual({ stills: 2, clips: 1, reports: 0, other: 0 });
    expect(counts.given).toEqual({ stills: 1, clips: 1, reports: 0, other: 0 });
    expect(counts.missing).toEqual([
      { sopInstanceUid: '1.2.3.2', kind: 'still', seriesNumber: 2, instanceNumber: 2, why: 'gone-from-source' },
    ]);
  });

  it('says so when nobody knows why', () => {
    expect(completenessOf({ ...study, reasons: new Map() }).missing[0]?.why).toBe('source-did-not-send');
  });

  it('sums an exam of several studies', () => {
    const counts = releaseCounts([study, { ...study, studyInstanceUid: '1.9' }]);
    expect(counts.exams).toHaveLength(1);
    expect(counts.exams[0]).toMatchObject({ listed: { stills: 4, clips: 2 }, given: { stills: 2, clips: 2 } });
    expect(counts.exams[0]?.missing).toHaveLength(2);
    expect(counts.listed.stills).toBe(4);
  });

  it('counts a study once although two exam items ask for it', () => {
    const counts = releaseCounts([study, { ...study, examItemId: 'other' }]);
    expect(counts.exams.map((exam) => exam.given.stills)).toEqual([1, 1]);
    expect(counts.given.stills).toBe(1);
  });
});
