import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { writePatient } from '../directory/write-patient.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { storeInstance } from '../imaging/store-instance.ts';
import { transaction } from '../store/database.ts';
import { demoIssuer } from './demo-facility.ts';
import { demoPatients } from './demo-patients.ts';

/** Origins and licences: ORIGINS.md in that folder. */
const demoStudiesFolder = path.join(import.meta.dirname, '../../demo-studies');
const loader: ProgramActor = { kind: 'program', job: 'load-demo' };
/** Long on file, so that a code to them proves identity (S3.1). */
const heldForMs = 400 * 86_400_000;

/** Fills the demo facility with its patients and studies; what is there already stays as people left it. */
export async function loadDemo(app: App, say: (line: string) => void): Promise<void> {
  const patients = await loadPatients(app);
  const files = await loadStudies(app);
  if (patients + files > 0) say(`Demo facility filled: ${patients} patients, ${files} files of ultrasound studies.`);
}

function loadPatients(app: App): Promise<number> {
  return transaction(app.db, async (tx) => {
    const known = await tx
      .selectFrom('patient_identifier')
      .select('mrn')
      .where('facility_id', '=', app.facilityId)
      .where('issuer', '=', demoIssuer)
      .execute();
    const missing = demoPatients.filter(({ mrn }) => !known.some((row) => row.mrn === mrn));
    const ids = new Map<string, string>();
    for (const { mrn, parentMrns, ...patient } of missing) {
      const patientId = randomUUID();
      ids.set(mrn, patientId);
      const parentIds = parentMrns.flatMap((parent) => ids.get(parent) ?? []);
      await writePatient(tx, app, patientId, { ...patient, parentIds });
      await tx
        .updateTable('patient_contact')
        .set({ held_since: new Date(app.now().getTime() - heldForMs) })
        .where('patient_id', '=', patientId)
        .execute();
    }
    if (missing.length > 0) {
      await appendAudit(tx, app, {
        type: 'directory.changed',
        outcome: 'success',
        actor: loader,
        accessRequestId: null,
        objects: { change: 'imported', added: missing.length },
      });
    }
    return missing.length;
  });
}

/** Stores what the archive does not hold yet; a start that was broken off goes on where it stopped. */
async function loadStudies(app: App): Promise<number> {
  const held = await app.db.selectFrom('instance').select('sha256').where('facility_id', '=', app.facilityId).execute();
  const hashes = new Set(held.map(({ sha256 }) => sha256));
  let stored = 0;
  for (const file of await studyFiles()) {
    const bytes = await readFile(file);
    if (hashes.has(createHash('sha256').update(bytes).digest('hex'))) continue;
    const outcome = await storeInstance(app, loader, wholeFile(bytes));
    if (!outcome.ok) throw new Error('There is no room for the demo studies');
    if (outcome.value.stored === 'quarantined') throw new Error(`A demo study can not be used: ${path.basename(file)}`);
    if (outcome.value.stored === 'stored') stored += 1;
  }
  return stored;
}

async function studyFiles(): Promise<string[]> {
  const entries = await readdir(demoStudiesFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.dcm'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function* wholeFile(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
