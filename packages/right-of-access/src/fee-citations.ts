import type { ChargeableLine, ForbiddenLine } from './fee-line.ts';
import type { Pack } from './policy-pack.ts';

/** Where the law of one base pack says each thing about money. */
type FeeCitations = {
  readonly labour: string;
  readonly supplies: string;
  readonly postage: string;
  readonly summary: string;
  /** Looking, and whatever electronic access does without hands. */
  readonly free: string;
  readonly thirdParty: string;
  readonly otherProvider: string;
  readonly forbidden: Readonly<Record<ForbiddenLine, string>>;
};

const federal: FeeCitations = {
  labour: '45 CFR 164.524(c)(4)(i)',
  supplies: '45 CFR 164.524(c)(4)(ii)',
  postage: '45 CFR 164.524(c)(4)(iii)',
  summary: '45 CFR 164.524(c)(2)(iii), (c)(4)(iv)',
  free: '45 CFR 171.302(b); HHS guidance: looking and downloading are free',
  thirdParty: 'Ciox Health v. Azar, 435 F. Supp. 3d 30 (D.D.C. 2020); 45 CFR 164.502(a)(5)(ii)(B)(2)(viii)',
  otherProvider: '45 CFR 164.506(c)(2)',
  forbidden: {
    search: '45 CFR 164.524(c)(4); HHS guidance: search is never charged',
    retrieval: '45 CFR 164.524(c)(4); HHS guidance: retrieval is never charged',
    verification: '45 CFR 164.524(c)(4); HHS guidance: verifying identity is never charged',
    review: '45 CFR 164.524(c)(4); HHS guidance: reviewing the request is never charged',
    'quality-check': '45 CFR 164.524(c)(4); HHS guidance: checking for the right patient is never charged',
    segregating: '45 CFR 164.524(c)(4); HHS guidance: segregating records is never charged',
    'record-keeping': '45 CFR 164.524(c)(4); HHS guidance: documentation is never charged',
    administration: '45 CFR 164.524(c)(4); HHS guidance: handling a request is never charged',
    'system-upkeep': '45 CFR 164.524(c)(4); HHS guidance: systems and their upkeep are never charged',
    storage: '45 CFR 164.524(c)(4); HHS guidance: storage is never charged',
    licence: '45 CFR 164.524(c)(4); HHS guidance: licences and capital are never charged',
    viewer: '45 CFR 164.524(c)(4); HHS guidance: software to look at the copy is never charged',
    'portal-handling': '45 CFR 171.302(b): nothing is charged for electronic access',
    'per-image': '45 CFR 164.524(c)(4): no price per image on pictures held electronically',
    'mark-up': '45 CFR 164.524(c)(4); HHS guidance: a vendor’s mark-up is never charged',
    'bill-for-care': 'HHS guidance: a bill for care never holds or raises a copy',
    'earlier-copy': 'HHS guidance: the fee for an earlier copy never holds or raises this one',
    other: '45 CFR 164.524(c)(4) lists copying, supplies, postage and an agreed summary, and nothing else',
  },
};

/** The citations of a pack's base; a base without its own list is cited by its rule on what may be charged. */
export function feeCitations(pack: Pack): FeeCitations {
  if (pack.jurisdiction.split('+')[0] === 'us-federal') return federal;
  const { cite } = pack.chargeable;
  const forbidden = Object.fromEntries(Object.keys(federal.forbidden).map((label) => [label, cite]));
  return {
    labour: cite,
    supplies: cite,
    postage: cite,
    summary: cite,
    free: cite,
    thirdParty: cite,
    otherProvider: cite,
    forbidden: forbidden as Record<ForbiddenLine, string>,
  };
}

/** The clause that lets a line be charged. */
export function lineCite(label: ChargeableLine, pack: Pack): string {
  const cites = feeCitations(pack);
  switch (label) {
    case 'labour':
      return cites.labour;
    case 'cd':
    case 'dvd':
    case 'usb':
    case 'print-sheets':
    case 'paper-pages':
      return cites.supplies;
    case 'postage':
      return cites.postage;
    case 'summary':
      return cites.summary;
    case 'flat':
      return pack.flatCapCents.cite;
  }
}

export function isForbiddenLine(label: ChargeableLine | ForbiddenLine): label is ForbiddenLine {
  return Object.hasOwn(federal.forbidden, label);
}
