import type { App } from '../app.ts';
import { foldName } from '../directory/fold-name.ts';
import { type PatientRecord, readPatients } from '../directory/patient-record.ts';
import type { Db } from '../store/database.ts';

export type Typed = {
  familyName: string;
  givenName: string;
  formerNames: string | null;
  birthDate: string;
  mrn: string | null;
};

const mostSuggestions = 6;
/** A birthday is shared by some thousandth of a directory; far more rows than this are never looked at. */
const mostLookedAt = 2_000;

/** Directory patients that fit what was typed, best first. None is chosen by itself: a person ties the request. */
export async function suggestPatients(db: Db, app: App, typed: Typed): Promise<PatientRecord[]> {
  const rows = await db
    .selectFrom('patient')
    .leftJoin('patient_identifier', 'patient_identifier.patient_id', 'patient.id')
    .select('patient.id')
    .distinct()
    .where('patient.facility_id', '=', app.facilityId)
    .where((row) =>
      row.or([
        row('patient.birth_date', '=', typed.birthDate),
        row('patient_identifier.mrn', '=', typed.mrn ?? ''),
        row.and([
          row('patient.family_name', 'ilike', literal(typed.familyName)),
          row('patient.given_name', 'ilike', literal(typed.givenName)),
        ]),
      ]),
    )
    .limit(mostLookedAt)
    .execute();
  const patients = await readPatients(
    db,
    app,
    rows.map(({ id }) => id),
  );
  return patients
    .map((patient) => ({ patient, score: scoreOf(typed, patient) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggestions)
    .map(({ patient }) => patient);
}

/** Two for each thing that agrees, one for half of it. The number orders a list and decides nothing. */
export function scoreOf(
  typed: Typed,
  patient: Pick<PatientRecord, 'familyName' | 'givenName' | 'formerNames' | 'birthDate' | 'identifiers'>,
): number {
  const names = [{ familyName: patient.familyName, givenName: patient.givenName }, ...patient.formerNames];
  const typedFormer = foldName(typed.formerNames ?? '');
  const family = foldName(typed.familyName);
  const given = foldName(typed.givenName);
  const familyFits = names.some(({ familyName }) => {
    const held = foldName(familyName);
    return held === family || ` ${typedFormer} `.includes(` ${held} `);
  });
  const givenFits = names.some(({ givenName }) => foldName(givenName).split(' ')[0] === given.split(' ')[0]);
  const mrnFits = patient.identifiers.some(({ mrn }) => mrn === typed.mrn);
  return (
    (mrnFits ? 2 : 0) + (patient.birthDate === typed.birthDate ? 2 : 0) + (familyFits ? 1 : 0) + (givenFits ? 1 : 0)
  );
}

function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
