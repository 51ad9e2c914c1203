import type { FeeMethod } from './policy-pack.ts';

/** What one facility charges for copies: integer cents and minutes. The prices are its own costs, kept with their day. */
export type FeeSchedule = {
  /** For electronic copies. Prints are never flat: then the actual cost is charged. */
  readonly method: FeeMethod;
  readonly flatCents: number;
  readonly labourCentsPerHour: number;
  /** Average minutes of copying for one ultrasound study, and the estimate where real minutes are not known yet. */
  readonly averageMinutes: number;
  readonly cdCents: number;
  readonly dvdCents: number;
  readonly usbCents: number;
  readonly printSheetCents: number;
  /** Mailer and postage together. */
  readonly postageCents: number;
  /** Charge the lower of the flat fee and the actual cost. On unless switched off. */
  readonly chargeTheLower?: boolean;
};

/** The schedule of the demo facility, and of the worked examples in the tests. */
export const demoFeeSchedule: FeeSchedule = {
  method: 'flat',
  flatCents: 650,
  labourCentsPerHour: 2400,
  averageMinutes: 5,
  cdCents: 60,
  dvdCents: 60,
  usbCents: 480,
  printSheetCents: 125,
  postageCents: 520,
};
