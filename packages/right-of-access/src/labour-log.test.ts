import { describe, expect, it } from 'vitest';
import { countLabour, type LabourEntry } from './labour-log.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();

describe('minutes logged for a request', () => {
  it('count where they are copying, from the moment when the right pictures are ready', () => {
    const log: LabourEntry[] = (
      ['exporting', 'converting', 'burning', 'printing', 'scanning', 'uploading', 'posting'] as const
    ).map((task, index) => ({ task, minutes: index + 1 }));
    expect(countLabour(log, pack)).toEqual({ ok: true, value: { copyMinutes: 28, loggedMinutes: 28, notCounted: [] } });
  });

  it.each([
    ['finding', 'search'],
    ['fetching', 'retrieval'],
    ['verifying', 'verifying identity'],
    ['reviewing', 'reviewing the request'],
    ['checking', 'checking for the right patient'],
    ['segregating', 'segregating records'],
    ['documenting', 'documentation'],
  ] as const)('do not count for %s, and say why', (task, words) => {
    expect(
      countLabour(
        [
          { task, minutes: 14 },
          { task: 'burning', minutes: 6 },
        ],
        pack,
      ),
    ).toEqual({
      ok: true,
      value: {
        copyMinutes: 6,
        loggedMinutes: 20,
        notCounted: [{ task, minutes: 14, cite: `45 CFR 164.524(c)(4); HHS guidance: ${words} is never charged` }],
      },
    });
  });

  it('are whole, not below nothing, and no slip of the keyboard', () => {
    for (const minutes of [-1, 0.5, Number.NaN, 6_001]) {
      expect(countLabour([{ task: 'burning', minutes }], pack)).toMatchObject({
        refusal: { code: 'not-whole-cents-or-minutes' },
      });
    }
    const oneWrong: LabourEntry[] = [
      { task: 'burning', minutes: 6 },
      { task: 'finding', minutes: -1 },
    ];
    expect(countLabour(oneWrong, pack).ok).toBe(false);
    expect(
      countLabour(
        [
          { task: 'burning', minutes: 0 },
          { task: 'burning', minutes: 6_000 },
        ],
        pack,
      ).ok,
    ).toBe(true);
  });
});
