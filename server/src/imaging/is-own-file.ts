import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { compareNames } from '../sources/person-names.ts';
import type { KnownPatient } from './same-patient.ts';

/**
 * Nobody handles their own copy. Staff are not tied to the directory, so the name decides; a colleague who only shares it
 * asks another colleague. The program is nobody.
 */
export function isOwnFile(actor: StaffActor | ProgramActor, patient: Pick<KnownPatient, 'names'>): boolean {
  return actor.kind === 'staff' && compareNames(patient.names, actor.displayName) === 'same';
}
