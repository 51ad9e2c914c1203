import { keptYears, statePack, statute } from './state-law.ts';

/** Florida: “timely” without a number; the federal thirty days fill it. The bills of 2025 and 2026 did not pass. */
export const florida = statePack('FL', 'Florida', {
  access: statute(
    {
      id: 'FL-GEN',
      jurisdiction: 'FL',
      appliesTo: 'all',
      cite: 'Fla. Stat. 395.3025, 456.057',
      source: 'FL S1606 staff analysis; FL SB 1140 (2026, died 2026-03-13)',
      conf: 'high',
    },
    [
      {
        kind: 'copy',
        fee: {
          caps: [
            { on: 'paper-page', cents: 100, conf: 'medium' },
            { on: 'non-paper-page', cents: 200, conf: 'medium' },
          ],
          freeWhen: [],
          neverCharge: [],
        },
      },
    ],
  ),
  retention: [keptYears('FL', { covers: 'records', years: 7, cite: 'Fla. Admin. Code 59A-3.270' })],
});
