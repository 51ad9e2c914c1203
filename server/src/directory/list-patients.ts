import { type Outcome, ok } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type PatientRecord, readPatients } from './patient-record.ts';

/** What a page of the directory shows; a longer list is narrowed by typing, not by paging. */
const pageSize = 50;

/** By a part of any name they have or had, the record number, or the day of birth. */
export async function listPatients(
  app: App,
  _actor: StaffActor,
  input: { search: string },
): Promise<Outcome<{ rows: PatientRecord[]; total: number }, never>> {
  const search = input.search.trim();
  const literal = search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const like = `%${literal}%`;
  const found = app.db
    .selectFrom('patient')
    .where('facility_id', '=', app.facilityId)
    .$if(search !== '', (query) =>
      query.where((row) =>
        row.or([
          row(sql`given_name || ' ' || family_name || ' ' || given_name`, 'ilike', like),
          row(sql`birth_date::text`, 'like', `${literal}%`),
          row.exists(
            row
              .selectFrom('patient_identifier')
              .select('mrn')
              .whereRef('patient_identifier.patient_id', '=', 'patient.id')
              .where('mrn', 'ilike', like),
          ),
          row.exists(
            row
              .selectFrom('patient_former_name')
              .select('family_name')
              .whereRef('patient_former_name.patient_id', '=', 'patient.id')
              .where(sql`patient_former_name.given_name || ' ' || patient_former_name.family_name`, 'ilike', like),
          ),
        ]),
      ),
    );
  const [{ total }, ids] = await Promise.all([
    found.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found.select('id').orderBy('family_name').orderBy('given_name').orderBy('birth_date').limit(pageSize).execute(),
  ]);
  const rows = await readPatients(
    app.db,
    app,
    ids.map(({ id }) => id),
  );
  return ok({ rows, total: Number(total) });
}
