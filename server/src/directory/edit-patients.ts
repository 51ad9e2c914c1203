import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { type PatientInput, writePatient } from './write-patient.ts';

export function createPatient(
  app: App,
  actor: StaffActor,
  input: PatientInput,
): Promise<Outcome<{ patientId: string }, { code: 'mrn-taken' }>> {
  const patientId = randomUUID();
  return transaction(app.db, async (tx) => {
    const written = await writePatient(tx, app, patientId, input);
    if (!written.ok) return written;
    await appendAudit(tx, app, {
      type: 'directory.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { patientId, change: 'added' },
    });
    return ok({ patientId });
  });
}

export function updatePatient(
  app: App,
  actor: StaffActor,
  input: PatientInput & { patientId: string },
): Promise<Outcome<null, { code: 'mrn-taken' | 'not-found' }>> {
  const { patientId } = input;
  return transaction(app.db, async (tx) => {
    const known = await tx
      .selectFrom('patient')
      .select('id')
      .where('id', '=', patientId)
      .where('facility_id', '=', app.facilityId)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return refuse({ code: 'not-found' });
    const written = await writePatient(tx, app, patientId, input);
    if (!written.ok) return written;
    await appendAudit(tx, app, {
      type: 'directory.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { patientId, change: 'updated' },
    });
    return ok(null);
  });
}
