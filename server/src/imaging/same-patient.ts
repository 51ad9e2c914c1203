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

type SamePatientVerdict = 'exact' | 'near' | 'other';

export type SamePatient = { verdict: SamePatientVerdict; evidence: Evidence[] };

type Verdict = Evidence['verdict'];

/**
 * Two identifiers before anything is released (45 CFR 164.514(h); the Joint Commission's two-identifier rule).
 * `exact`: at least two of name, birth date and record number agree and nothing differs.
 * `near`: may be chosen with a written reason.
 * `other`: another patient. A record number that differs under the same issuer is never overridden, and a birth date that
 * differs only when the record number agrees.
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
  return { verdict: decide({ name, birthDate, mrn, sex }, issuersAgree(known, found)), evidence };
}

function decide(
  facts: { name: Verdict; birthDate: Verdict; mrn: Verdict; sex: Verdict },
  sameIssuer: boolean,
): SamePatientVerdict {
  const { name, birthDate, mrn, sex } = facts;
  const agreeing = [name, birthDate, mrn].filter((verdict) => verdict === 'same').length;
  if (mrn === 'differs' && (sameIssuer || agreeing < 2)) return 'other';
  if (birthDate === 'differs' && mrn !== 'same') return 'other';
  if (name === 'differs' && !(mrn === 'same' && birthDate === 'same')) return 'other';
  if (agreeing === 0) return 'other';
  const nothingDiffers = ![name, birthDate, mrn, sex].includes('differs');
  return agreeing >= 2 && nothingDiffers ? 'exact' : 'near';
}

function compareExactly(asked: string | null, found: string | null): Verdict {
  if (!asked || !found) return 'unknown';
  return asked === found ? 'same' : 'differs';
}

/**
 * A number means something only with its issuer. Most objects name none; then an equal number agrees, and another one
 * differs without proving another patient (numbers of a former system look just like that).
 */
function compareMrn(known: KnownPatient, found: HeaderIdentity): Verdict {
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
function compareSex(asked: string | null, found: string | null): Verdict {
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
