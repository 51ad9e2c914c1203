import { describe, expect, it } from 'vitest';
import { buildManifest, type GivenExam, type GivenObject } from './build-manifest.ts';

const file = { sha256: 'ab', crc32: 1, sizeBytes: 10 };
const facts = { ...file, mediaType: 'image/jpeg', width: 8, height: 8, frames: null, durationMs: null };

function object(series: number, number: number | null, change: Partial<GivenObject> = {}): GivenObject {
  return {
    instanceId: `i${series}.${number}`,
    sopInstanceUid: `1.2.${series}.${number ?? 0}`,
    sopClassUid: '1.2.840.10008.5.1.4.1.1.6.1',
    transferSyntaxUid: '1.2.840.10008.1.2.1',
    studyInstanceUid: '1.2',
    seriesInstanceUid: `1.2.${series}`,
    kind: 'still',
    seriesLabel: null,
    seriesNumber: series,
    instanceNumber: number,
    original: file,
    exported: { ...file, zeroPreamble: false },
    derived: [
      { kind: 'picture', ...facts },
      { kind: 'thumbnail', ...facts },
    ],
    ...change,
  };
}

function exam(objects: GivenObject[], change: Partial<GivenExam> = {}): GivenExam {
  const none = { stills: 0, clips: 0, reports: 0, other: 0 };
  return {
    examItemId: 'e1',
    matchId: 'm1',
    studyInstanceUid: '1.2',
    label: 'Pregnancy scan',
    studyDate: '2026-10-28',
    counts: { listed: none, given: none },
    objects,
    attachedReports: [],
    missing: [],
    ...change,
  };
}

function names(exams: GivenExam[]): (string | null)[][] {
  return buildManifest('EB-1', 'en', exams, null).exams.map(({ instances }) =>
    instances.map(({ derived }) => derived[0]?.name ?? null),
  );
}

describe('a manifest', () => {
  it('lists by series and number whatever the order was, and what has no number last', () => {
    const objects = [object(2, 1), object(1, 10), object(1, null), object(1, 9)];
    const [given] = buildManifest('EB-1', 'en', [exam(objects)], null).exams;
    expect(given?.instances.map(({ instanceId }) => instanceId)).toEqual(['i1.9', 'i1.10', 'i1.null', 'i2.1']);
    expect(given?.instances.map(({ fileId }) => fileId)).toEqual([
      'DICOM/ST000001/SE000001/IM000001',
      'DICOM/ST000001/SE000001/IM000002',
      'DICOM/ST000001/SE000001/IM000003',
      'DICOM/ST000001/SE000002/IM000001',
    ]);
  });

  it('names pictures for people, and keeps thumbnails for our own pages', () => {
    const [given] = buildManifest('EB-1', 'en', [exam([object(1, 1)])], null).exams;
    expect(given?.instances[0]?.derived.map(({ name }) => name)).toEqual([
      'PICTURES/2026-10-28 Pregnancy scan 01.jpg',
      null,
    ]);
  });

  it('numbers go on when two exams share the day and the name', () => {
    const second = exam([object(3, 1, { studyInstanceUid: '1.9' })], { examItemId: 'e2', studyInstanceUid: '1.9' });
    expect(names([exam([object(1, 1)]), second])).toEqual([
      ['PICTURES/2026-10-28 Pregnancy scan 01.jpg'],
      ['PICTURES/2026-10-28 Pregnancy scan 02.jpg'],
    ]);
  });

  it('gives a study that two exam items ask for one place', () => {
    const manifest = buildManifest(
      'EB-1',
      'en',
      [exam([object(1, 1)]), exam([object(1, 1)], { examItemId: 'e2' })],
      null,
    );
    const [first, second] = manifest.exams.map(({ instances }) => instances[0]);
    expect(second?.fileId).toBe(first?.fileId);
    expect(second?.derived[0]?.name).toBe(first?.derived[0]?.name);
  });

  it('counts clips and pictures for themselves in what it calls them', () => {
    const objects = [object(1, 1), object(1, 2, { kind: 'clip' }), object(1, 3)];
    const [given] = buildManifest('EB-1', 'en', [exam(objects)], null).exams;
    expect(given?.instances.map(({ label }) => label)).toEqual(['Picture 1', 'Clip 1', 'Picture 2']);
  });

  it('never gives two reports one name', () => {
    const pdf = object(5, 1, { kind: 'pdf-report', derived: [{ kind: 'report-pdf', ...facts }] });
    const [given] = buildManifest('EB-1', 'en', [exam([pdf], { attachedReports: [file, file] })], null).exams;
    const all = [given?.instances[0]?.derived[0]?.name, ...(given?.attachedReports.map(({ name }) => name) ?? [])];
    expect(all).toEqual([
      'REPORTS/2026-10-28 Pregnancy scan report 01.pdf',
      'REPORTS/2026-10-28 Pregnancy scan report 02.pdf',
      'REPORTS/2026-10-28 Pregnancy scan report 03.pdf',
    ]);
  });
});
