import type { AccessRow } from '../../access-row.ts';
import { noFeeRule } from '../../fee-row.ts';
import type { AgeOfConsent, Retention } from '../../pack-rows.ts';
import type { PackHistory, PackRows } from '../../policy-pack.ts';
import { privacyRule, read } from '../us-federal-days.ts';

/** What a state pack shares: it stands on federal law, and only what is better for the patient counts. */
export function statePack(
  jurisdiction: string,
  name: string,
  rows: Partial<PackRows>,
  calendar: string = sharedCalendar,
): PackHistory {
  return { base: false, onTopOf: 'us-federal', jurisdiction, title: name, calendar, rows };
}

/** The holidays that every state keeps: business days end soonest with the fewest, until the state's own list is loaded. */
const sharedCalendar = 'us-common';

type Statute = Pick<AccessRow, 'jurisdiction' | 'appliesTo' | 'cite' | 'source' | 'conf'> & { readonly id: string };
type Kind = Pick<AccessRow, 'kind'> & Partial<Omit<AccessRow, 'id'>>;

/** One row for each kind of access that a statute speaks of. Where no first day is given it is as old as the federal rule. */
export function statute(common: Statute, kinds: readonly Kind[]): readonly AccessRow[] {
  return kinds.map((kind) => ({
    limit: null,
    startsOn: 'writtenRequest',
    extension: null,
    fee: noFeeRule,
    letters: [],
    verifiedOn: read,
    effectiveFrom: privacyRule,
    appliedBy: kind.limit ? 'dueDate' : 'quoteFees',
    ...common,
    ...kind,
    id: `${common.id}/${kind.kind}`,
  }));
}

export function keptYears(
  jurisdiction: string,
  row: Pick<Retention, 'covers' | 'years' | 'cite'> & Partial<Retention>,
): Retention {
  const id = `${jurisdiction}-keep/${row.covers}`;
  return { id, jurisdiction, conf: 'medium', effectiveFrom: privacyRule, appliedBy: 'studyKeptUntil', ...row };
}

export function consentAge(
  jurisdiction: string,
  row: Pick<AgeOfConsent, 'age' | 'cite'> & Partial<AgeOfConsent>,
): AgeOfConsent {
  const id = `${jurisdiction}-age/consent`;
  return { id, jurisdiction, conf: 'medium', effectiveFrom: privacyRule, appliedBy: 'comingOfAge', ...row };
}
