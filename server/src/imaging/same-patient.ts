import { type Agreement, decideLikeness, type Likeness } from '@echoback/right-of-access';
import { type AskedName, compareNames } from '../sources/person-names.ts';
import type { Evidence } from '../store/records.ts';

/** A patient as the facility's own directory knows them. An issuer is empty where nobody told it. */
export type KnownPatient = {
  /** The name of today first, then former names. */
  names: readonly AskedName[];
  birthDate: string;
  identifiers: readonly { mrn: string; issuer: string }[];
  sex: 'F' | 'M' | 'O' | null;
};

/** Who a study or an object says it shows. Dates as YYYY-MM-DD, names as PN. */
export type HeaderIdentity = {
  patientName: string | null;
  patientId: string | null;
  issuerOfPatientId: string | null;
  patientBirthDate: string | null;
  patientSex: string | null;
};

export type SamePatient = { verdict: 'exact' | 'near' | 'other'; evidence: Evidence[] };

/**
 * What a header tells, held beside the directory, for the law to say whose study it is (45 CFR 164.514(h); the Joint
 * Commission's two-identifier rule). `near` may be chosen with a written reason; `other` is another patient.
 */
export function samePatient(known: KnownPatient, found: HeaderIdentity): SamePatient {
  const name = compareNames(known.names, found.patientName);
  const birthDate = compareExactly(known.birthDate, found.patientBirthDate);
  const mrn = compareMrn(known, found);
  const sex = compareSex(known.sex, found.patientSex);
  const evidence: Evidence[] = [
    { fact: 'name', asked: known.names.map(spelled).join('; ') || null, found: found.patientName, verdict: name },
    { fact: 'birth-date', asked: known.birthDate, found: found.patientBirthDate, verdict: birthDate },
    { fact: 'mrn', asked: known.identifiers.map(numbered).join(', ') || null, found: foundMrn(found), verdict: mrn },
    { fact: 'sex', asked: known.sex, found: found.patientSex, verdict: sex },
  ];
  const number = mrn === 'differs' && !issuersAgree(known, found) ? 'differs-unissued' : mrn;
  return { verdict: verdictOf({ name: name === 'near' ? 'unknown' : name, birthDate, mrn: number, sex }), evidence };
}

function verdictOf(study: Likeness): SamePatient['verdict'] {
  const likeness = decideLikeness(study);
  if (likeness.ok) return 'exact';
  return likeness.refusal.code === 'near-miss' ? 'near' : 'other';
}

function compareExactly(asked: string | null, found: string | null): Agreement {
  if (!asked || !found) return 'unknown';
  return asked === found ? 'same' : 'differs';
}

/**
 * A number means something only with its issuer. Most objects name none; then an equal number agrees, and another one
 * differs without proving another patient (numbers of a former system look just like that).
 */
function compareMrn(known: KnownPatient, found: HeaderIdentity): Agreement {
  const number = found.patientId?.trim();
  if (!number || known.identifiers.length === 0) return 'unknown';
  const issuer = foldIssuer(found.issuerOfPatientId);
  const comparable = known.identifiers.filter(
    (held) => ['', issuer].includes(foldIssuer(held.issuer)) || issuer === '',
  );
  if (comparable.length === 0) return 'unknown';
  return comparable.some((held) => foldNumber(held.mrn) === foldNumber(number)) ? 'same' : 'differs';
}

function issuersAgree(known: KnownPatient, found: HeaderIdentity): boolean {
  const issuer = foldIssuer(found.issuerOfPatientId);
  return issuer !== '' && known.identifiers.some((held) => foldIssuer(held.issuer) === issuer);
}

/** `O` (other) is compatible with both: headers write it for "not asked". */
function compareSex(asked: string | null, found: string | null): Agreement {
  const letter = found?.trim().toUpperCase() ?? '';
  if (!asked || asked === 'O' || (letter !== 'F' && letter !== 'M')) return 'unknown';
  return letter === asked ? 'same' : 'differs';
}

function foldIssuer(issuer: string | null): string {
  return (issuer ?? '').trim().toLowerCase();
}

/** Record numbers are compared as written, but for case and surrounding blanks: leading zeros can matter. */
function foldNumber(number: string): string {
  return number.trim().toLowerCase();
}

function spelled(name: AskedName): string {
  return `${name.familyName}, ${name.givenName}`;
}

function numbered(identifier: { mrn: string; issuer: string }): string {
  return identifier.issuer ? `${identifier.mrn} (${identifier.issuer})` : identifier.mrn;
}

function foundMrn(found: HeaderIdentity): string | null {
  if (!found.patientId) return null;
  return found.issuerOfPatientId ? `${found.patientId} (${found.issuerOfPatientId})` : found.patientId;
}
