import { calendarDate, comingOfAge } from '@echoback/right-of-access';
import { type FacilityFacts, packFor } from '../facility/facility-facts.ts';

/** From this age on nobody else's say is in question: 18, or later where the state's law says so (Nebraska 19, Mississippi 21). */
export function adultAge(facility: FacilityFacts, birthDate: string): number {
  const own = comingOfAge(calendarDate(birthDate), packFor(facility, facility.today))?.age ?? 0;
  return Math.max(18, own);
}
