import type { InstanceKind, KindCounts } from '../store/records.ts';

/** What there is of each kind to look at. */
export function countKinds(objects: readonly { kind: InstanceKind }[]): KindCounts {
  const counts = { stills: 0, clips: 0, reports: 0, other: 0 };
  for (const { kind } of objects) {
    if (kind === 'still') counts.stills += 1;
    else if (kind === 'clip') counts.clips += 1;
    else if (kind === 'structured-report' || kind === 'pdf-report') counts.reports += 1;
    else counts.other += 1;
  }
  return counts;
}
