/** What is never charged, whatever state law or habit says. */
export const forbiddenLines = [
  'search',
  'retrieval',
  'verification',
  'review',
  'quality-check',
  'segregating',
  'record-keeping',
  'administration',
  'system-upkeep',
  'storage',
  'licence',
  'viewer',
  'portal-handling',
  'per-image',
  'mark-up',
  'bill-for-care',
  'earlier-copy',
  'other',
] as const;
export type ForbiddenLine = (typeof forbiddenLines)[number];
