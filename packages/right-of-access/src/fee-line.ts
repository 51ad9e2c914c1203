import type { FeeMethod, Pack } from './policy-pack.ts';

/** What a line of a bill is for. The first group may be charged, the second never, whatever state law or habit says. */
export type ChargeableLine = 'labour' | 'cd' | 'dvd' | 'usb' | 'print-sheets' | 'postage' | 'flat';
export type ForbiddenLine =
  | 'search'
  | 'retrieval'
  | 'verification'
  | 'review'
  | 'quality-check'
  | 'record-keeping'
  | 'system-upkeep'
  | 'viewer'
  | 'portal-handling'
  | 'per-image'
  | 'bill-for-care'
  | 'other';

export type FeeLine = {
  readonly label: ChargeableLine;
  readonly cents: number;
  /** The method that allows the line. */
  readonly rule: FeeMethod;
  readonly cite: string;
};

/** The clause that lets a line be charged. */
export function lineCite(label: ChargeableLine, pack: Pack): string {
  switch (label) {
    case 'labour':
      return '45 CFR 164.524(c)(4)(i)';
    case 'cd':
    case 'dvd':
    case 'usb':
    case 'print-sheets':
      return '45 CFR 164.524(c)(4)(ii)';
    case 'postage':
      return '45 CFR 164.524(c)(4)(iii)';
    case 'flat':
      return pack.flatCapCents.cite;
  }
}

/** Why a line may not be charged to the patient. */
export const forbiddenLineCites: Readonly<Record<ForbiddenLine, string>> = {
  search: '45 CFR 164.524(c)(4); HHS guidance: search is never charged',
  retrieval: '45 CFR 164.524(c)(4); HHS guidance: retrieval is never charged',
  verification: '45 CFR 164.524(c)(4); HHS guidance: verifying identity is never charged',
  review: '45 CFR 164.524(c)(4); HHS guidance: reviewing the request is never charged',
  'quality-check': '45 CFR 164.524(c)(4); HHS guidance: checking for the right patient is never charged',
  'record-keeping': '45 CFR 164.524(c)(4); HHS guidance: documentation is never charged',
  'system-upkeep': '45 CFR 164.524(c)(4); HHS guidance: systems and storage are never charged',
  viewer: '45 CFR 164.524(c)(4); HHS guidance: software to look at the copy is never charged',
  'portal-handling': '45 CFR 171.302(b): nothing is charged for electronic access',
  'per-image': '45 CFR 164.524(c)(4): no price per image on pictures held electronically',
  'bill-for-care': 'HHS guidance: a bill for care never holds or raises a copy',
  other: '45 CFR 164.524(c)(4) lists copying, supplies and postage, and nothing else',
};
