import type { FeeMethod } from './policy-pack.ts';

/** What a line of a bill is for. The first group may be charged, the second never, whatever state law or habit says. */
export type ChargeableLine =
  | 'labour'
  | 'cd'
  | 'dvd'
  | 'usb'
  | 'print-sheets'
  | 'paper-pages'
  | 'postage'
  | 'summary'
  | 'flat';
export type ForbiddenLine =
  | 'search'
  | 'retrieval'
  | 'verification'
  | 'review'
  | 'quality-check'
  | 'segregating'
  | 'record-keeping'
  | 'administration'
  | 'system-upkeep'
  | 'storage'
  | 'licence'
  | 'viewer'
  | 'portal-handling'
  | 'per-image'
  | 'mark-up'
  | 'bill-for-care'
  | 'earlier-copy'
  | 'other';

export type FeeLine = {
  readonly label: ChargeableLine;
  /** Whole cents, 0 or more. */
  readonly cents: number;
  /** The method that allows the line, or the ceiling or promise that lowered it. */
  readonly rule: FeeMethod | 'agreed' | 'ceiling' | 'promise';
  readonly cite: string;
};
