import type { FeeMethod } from './policy-pack.ts';

/** What a line of a bill is for. Whatever else is charged, only these may be. */
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
export type FeeLine = {
  readonly label: ChargeableLine;
  /** Whole cents, 0 or more. */
  readonly cents: number;
  /** The method that allows the line, or the ceiling or promise that lowered it. */
  readonly rule: FeeMethod | 'agreed' | 'ceiling' | 'promise';
  readonly cite: string;
};
