import { calendarDate } from '../calendar.ts';
import { policyPacks } from '../packs/all-packs.ts';
import { usHolidays } from '../packs/us-holidays.ts';
import { type Pack, packInForce } from '../policy-pack.ts';

/** The rules of a choice of packs on a day of receipt. */
export function packFor(choice: string, receivedOn = '2027-03-01'): Pack {
  const found = packInForce(policyPacks, choice, calendarDate(receivedOn));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

export const usPack = packFor('us-federal');
export const usSources = usPack.sources;

export const holidays = {
  ...usHolidays({ from: 2026, to: 2028 }),
  'eu-member-state': new Set([calendarDate('2027-03-29'), calendarDate('2027-12-25')]),
};
