import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { parse } from 'csv-parse';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { Upload } from '../store/upload.ts';
import { type LineProblem, type PatientLine, patientColumns, readPatientLine } from './patient-csv.ts';
import { writePatient } from './write-patient.ts';

export type ImportRefusal = { code: 'csv-unreadable'; fields: LineProblem[] };

const mostLines = 200_000;
/** More notes than this help nobody; the rest show when these are mended. */
const mostProblems = 100;
/** The issuer of record numbers whose line names none. */
const unnamedIssuer = '';

/** Loads the directory from a list: all of its lines, or none and a note for each line that is wrong. */
export async function importPatients(
  app: App,
  actor: StaffActor,
  _input: object,
  upload: Upload,
): Promise<Outcome<{ added: number; updated: number }, ImportRefusal>> {
  const facility = await readFacilityFacts(app.db, app);
  const lines = await readLines(upload, facility.today);
  if (!lines.ok) return lines;
  return transaction(app.db, async (tx) => {
    const ids = new Map<string, string>();
    let added = 0;
    for (const line of lines.value) {
      const known = await findPatient(tx, app, line);
      const patientId = known ?? randomUUID();
      if (!known) added += 1;
      ids.set(line.patient.identifiers[0]?.mrn ?? '', patientId);
      await writePatient(tx, app, patientId, line.patient);
      await backdateContacts(tx, patientId, line.contactsSince);
    }
    for (const line of lines.value) await linkParents(tx, app, line, ids);
    const updated = lines.value.length - added;
    await appendAudit(tx, app, {
      type: 'directory.changed',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { change: 'imported', added, updated },
    });
    return ok({ added, updated });
  });
}

async function readLines(upload: Upload, today: string): Promise<Outcome<PatientLine[], ImportRefusal>> {
  const source = Readable.from(upload.bytes);
  const parser = source.pipe(
    parse({
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 16_384,
    }),
  );
  source.once('error', (fault) => parser.destroy(fault));
  const lines: PatientLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      if (lines.length === 0 && problems.length === 0) problems.push(...columnProblems(Object.keys(record)));
      if (problems.length >= mostProblems || lines.length >= mostLines) break;
      const { read, problems: found } = readPatientLine(info.lines, record, unnamedIssuer, today);
      problems.push(...found, ...repeated(read, seen));
      lines.push(read);
    }
  } catch (fault) {
    const { code, lines: line } = fault as { code?: string; lines?: number };
    if (!code?.startsWith('CSV_')) throw fault;
    problems.push({ pointer: `/lines/${line ?? 0}`, message: 'This line can not be read as CSV.' });
  }
  if (lines.length === 0 && problems.length === 0) {
    problems.push({ pointer: '/lines/1', message: 'The list is empty.' });
  }
  return problems.length > 0 ? refuse({ code: 'csv-unreadable', fields: problems.slice(0, mostProblems) }) : ok(lines);
}

function columnProblems(header: string[]): LineProblem[] {
  const missing = patientColumns.slice(0, 4).filter((column) => !header.includes(column));
  return missing.map((column) => ({ pointer: `/lines/1/${column}`, message: 'This column is missing.' }));
}

function repeated({ line, patient }: PatientLine, seen: Map<string, number>): LineProblem[] {
  const { mrn = '', issuer = '' } = patient.identifiers[0] ?? {};
  const key = `${issuer}\n${mrn}`;
  const earlier = seen.get(key);
  seen.set(key, line);
  if (earlier === undefined || mrn === '') return [];
  return [{ pointer: `/lines/${line}/mrn`, message: `The same number stands in line ${earlier}.` }];
}

async function findPatient(tx: Tx, app: App, { patient }: PatientLine): Promise<string | undefined> {
  const { mrn = '', issuer = '' } = patient.identifiers[0] ?? {};
  const row = await tx
    .selectFrom('patient_identifier')
    .select('patient_id')
    .where('facility_id', '=', app.facilityId)
    .where('mrn', '=', mrn)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row?.patient_id;
}

/** The registration knows since when it holds a contact; a later day than the one we have is not believed over ours. */
async function backdateContacts(tx: Tx, patientId: string, since: string | null): Promise<void> {
  if (!since) return;
  // Noon UTC is the same calendar day wherever a facility is; midnight would be the day before in America.
  const heldSince = new Date(`${since}T12:00:00Z`);
  await tx
    .updateTable('patient_contact')
    .set({ held_since: heldSince })
    .where('patient_id', '=', patientId)
    .where('held_since', '>', heldSince)
    .execute();
}

async function linkParents(tx: Tx, app: App, line: PatientLine, ids: Map<string, string>): Promise<void> {
  const { mrn = '' } = line.patient.identifiers[0] ?? {};
  const patientId = ids.get(mrn);
  for (const parentMrn of line.parentMrns) {
    const parentId = ids.get(parentMrn) ?? (await findPatient(tx, app, withMrn(line, parentMrn)));
    if (!patientId || !parentId || parentId === patientId) continue;
    await tx
      .insertInto('patient_parent')
      .values({ patient_id: patientId, parent_patient_id: parentId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function withMrn(line: PatientLine, mrn: string): PatientLine {
  const issuer = line.patient.identifiers[0]?.issuer ?? unnamedIssuer;
  return { ...line, patient: { ...line.patient, identifiers: [{ mrn, issuer }] } };
}
