import type { StaffActor } from '../identity/actor.ts';
import { compareNames } from '../sources/person-names.ts';
import type { KnownPatient } from './same-patient.ts';

/**
 * Nobody handles their own copy. Staff are not tied to the directory, so the name decides; a colleague who only shares it
 * asks another colleague.
 */
export function isOwnFile(actor: StaffActor, patient: Pick<KnownPatient, 'names'>): boolean {
  return compareNames(patient.names, actor.displayName) === 'same';
}
