import type { ClockEnd, ClockEndKind, EndCondition } from '../pack-rows.ts';
import { privacyRule } from './us-federal-days.ts';

const end = (kind: ClockEndKind, needs: readonly EndCondition[], cite: string): ClockEnd => ({
  id: `us-end/${kind}`,
  end: kind,
  needs,
  cite,
  conf: 'high',
  effectiveFrom: privacyRule,
  appliedBy: 'clockStops',
});

/** To act is to tell and to give, or to answer in writing. Handing over to a vendor, or “complete” on a screen, is neither. */
export const federalClockEnds: readonly ClockEnd[] = [
  end('given-online', ['opens', 'notice-sent'], '45 CFR 164.524(b)(2)(i)(A)'),
  end('given-by-post', ['carrier-scan'], '45 CFR 164.524(b)(2)(i)(A), (c)(3)(i)'),
  end('ready-for-pick-up', ['is-there', 'notice-sent'], '45 CFR 164.524(b)(2)(i)(A); 64 FR 59918'),
  end('inspected', ['held-or-time-chosen'], '45 CFR 164.524(b)(2)(i)(A), (c)(3)(i)'),
  end('denied', ['letter-sent'], '45 CFR 164.524(b)(2)(i)(B)'),
  end('denied-in-part', ['part-given', 'letter-sent'], '45 CFR 164.524(d)(1), (2)'),
  end('not-maintained', ['letter-sent'], '45 CFR 164.524(d)(3)'),
  { ...end('none-found', ['every-source-searched', 'letter-sent'], 'house rule; 45 CFR 164.501'), conf: 'medium' },
  end('withdrawn', ['asked-by-the-person', 'letter-sent'], '45 CFR 164.524(b)(1)'),
  { ...end('identity-not-shown', ['letter-sent'], 'OD-21; 45 CFR 164.514(h)'), conf: 'medium' },
];
