import type { CalendarDate } from './calendar.ts';
import type { ChargeableLine } from './fee-line.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import type { FeeMethod } from './policy-pack.ts';

/** What one facility charges for copies: integer cents and minutes. The prices are its own costs, kept with their day. */
export type FeeSchedule = {
  /** For electronic copies. Prints are never flat: then the actual cost is charged. */
  readonly method: FeeMethod;
  readonly flatCents: number;
  readonly labourCentsPerHour: number;
  /** Average minutes of copying for one ultrasound study, and the estimate where real minutes are not known yet. */
  readonly averageMinutes: number;
  /** How and when the average was found. Without it the average method can not be used (HHS FAQ 2029). */
  readonly averageBasis?: { readonly derivation: string; readonly on: CalendarDate };
  readonly cdCents: number;
  readonly dvdCents: number;
  readonly usbCents: number;
  readonly printSheetCents: number;
  /** Sheet of paper for the copy of a record that is kept on paper. */
  readonly paperSheetCents?: number;
  /** Average price of one page, paper and labour together. Only for records that are kept on paper. */
  readonly paperPageCents?: number;
  /** Mailer and postage together. */
  readonly postageCents: number;
  /** Charge the lower of the flat fee and the actual cost. On unless switched off. */
  readonly chargeTheLower?: boolean;
  /** The facility's promise: nobody pays more than this for one request. */
  readonly promiseCents?: number;
  /** Prices for copies to third parties, where they are not the patient's. Never more than the copy costs (OD-24). */
  readonly thirdParty?: { readonly electronicCopyCents: number; readonly hardCopySheetCents: number };
};

/** A price that somebody would like to put on the list. */
export type TypedPrice = {
  readonly label: ChargeableLine | ForbiddenLine;
  readonly cents: number;
  readonly per: 'copy' | 'page' | 'image';
  readonly heldAs: 'electronic' | 'paper' | 'film';
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
