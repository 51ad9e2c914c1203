import { readFileSync } from 'node:fs';
import path from 'node:path';
import { discCapacities, type InstanceIndex, layoutDisc } from '@echoback/dicom-media';
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../packages/dicom-media/testing/sample-files.ts';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { objectsOf } from './copy.ts';
import { copySources } from './copy-sources.ts';
import { planCopy } from './plan-copy.ts';
import { splitCopy } from './split-copy.ts';

const facts = { language: 'en', facility: null, contact: null, createdOn: '2026-01-10', viewer: undefined } as const;

describe.skipIf(!haveSamples())('a copy that is larger than a disc', () => {
  /** The same picture many times, each of its own exam, as long as is said. */
  const filesOf = (count: number, sizeBytes: number) => {
    const indexed = indexOf(new Uint8Array(readFileSync(path.join(samplesFolder, 'other/MR_small.dcm'))));
    if (!indexed.ok) throw new Error('a sample is read');
    return Array.from({ length: count }, (_, number) => {
      const index: InstanceIndex = {
        ...indexed.value,
        sopInstanceUid: `1.2.${number}`,
        studyInstanceUid: `1.3.${number}`,
        exportForm: { ...indexed.value.exportForm, endOfDataSet: sizeBytes },
      };
      return { found: { file: 'none', offset: 0, sizeBytes, shownAs: `${number}.dcm`, isExpected: true }, index };
    });
  };

  it('lies on as many as it takes, each a copy of its own that fits', () => {
    const patients = planCopy(filesOf(5, 300_000_000), 'en');
    const split = splitCopy(patients, facts, { choice: 'cd', capacityBytes: undefined });
    if (!split.ok) throw new Error(split.refusal.code);
    expect(split.value.map((part) => objectsOf(part).length)).toEqual([2, 2, 1]);
    for (const [at, part] of split.value.entries()) {
      const { sources } = copySources(part, { ...facts, medium: 'CD', part: { kind: 'disc', number: at + 1, of: 3 } });
      const laid = layoutDisc({ label: 'TEST', createdOn: '2026-01-10' }, sources);
      expect(laid.ok && laid.value.totalBytes).toBeLessThanOrEqual(discCapacities['cd-r']);
      const readme = sources.find(({ name }) => name === 'README.TXT');
      expect(Buffer.from(readme && 'bytes' in readme ? readme.bytes : []).toString()).toContain(`Disc ${at + 1} of 3`);
    }
    expect(splitCopy(patients, facts, { choice: 'dvd', capacityBytes: undefined })).toMatchObject({
      ok: true,
      value: { length: 1 },
    });
  });

  it('is refused when one file is larger than the disc, by the name under which it was found', () => {
    const split = splitCopy(planCopy(filesOf(1, 800_000_000), 'en'), facts, { choice: 'cd', capacityBytes: undefined });
    expect(split).toEqual({ ok: false, refusal: { code: 'file-larger-than-disc', shownAs: '0.dcm' } });
  });
});
