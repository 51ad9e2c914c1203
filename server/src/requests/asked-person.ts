import type { KnownPatient } from '../imaging/same-patient.ts';
import { compareNames } from '../sources/person-names.ts';

export type AskedFact = 'name' | 'birth-date' | 'mrn';

type Person = Pick<KnownPatient, 'names' | 'birthDate' | 'identifiers'>;

/** In what a patient of the directory is not the one that the request was typed for. */
export function differingFromAsked(asked: Person, held: Person): AskedFact[] {
  const facts: AskedFact[] = [];
  if (!held.names.some((name) => fits(asked, name))) facts.push('name');
  if (asked.birthDate !== held.birthDate) facts.push('birth-date');
  if (numberDiffers(asked, held)) facts.push('mrn');
  return facts;
}

/** Two people of one name are told apart by the birth date; with another name as well it is somebody else. */
export function isAnotherPerson(differing: readonly AskedFact[]): boolean {
  return differing.includes('name') && differing.includes('birth-date');
}

/**
 * What stands against giving this patient's pictures for this request: a name or birth date that differs without a
 * reason that somebody wrote when choosing. A record number is often mistyped, and is judged at the choice alone.
 */
export function unexplained(asked: Person, held: Person, reason: string | null): ('name' | 'birth-date')[] {
  const differing = differingFromAsked(asked, held);
  if (reason !== null && !isAnotherPerson(differing)) return [];
  return differing.filter((fact) => fact !== 'mrn');
}

function fits(asked: Person, { familyName, givenName }: Person['names'][number]): boolean {
  // Components are parted by ^ and groups by = (PS3.5 6.2.1.1); neither belongs in a name of the directory.
  const [family, given] = [familyName, givenName].map((part) => part.replaceAll(/[\^=]/g, ' '));
  return compareNames(asked.names, `${family}^${given}`) !== 'differs';
}

/** Nothing can be said where either side names no number. */
function numberDiffers(asked: Person, held: Person): boolean {
  if (asked.identifiers.length === 0 || held.identifiers.length === 0) return false;
  const numbers = new Set(held.identifiers.map(({ mrn }) => foldNumber(mrn)));
  return !asked.identifiers.some(({ mrn }) => numbers.has(foldNumber(mrn)));
}

function foldNumber(mrn: string): string {
  return mrn.trim().toLowerCase();
}
