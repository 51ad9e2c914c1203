import type { FoundStudy, StudyQuery } from './image-source.ts';
import { compareNames, foldWords } from './person-names.ts';

/**
 * QIDO-RS queries that together find what was asked, each by one fact: a PACS joins several with "and", and one slip in
 * the archive would then hide the study. PS3.18 8.3.4; wildcards `*` and `?` of PS3.4 C.2.2.2.4.
 */
export function qidoQueries(query: StudyQuery): Record<string, string>[] {
  const dates = dateRange(query);
  const queries: Record<string, string>[] = query.mrns.map((mrn) => ({ PatientID: plain(mrn) }));
  if (query.accessionNumber) queries.push({ AccessionNumber: plain(query.accessionNumber) });
  if (query.birthDate) queries.push({ PatientBirthDate: query.birthDate.replaceAll('-', ''), ...dates });
  for (const pattern of new Set(query.names.flatMap(namePatterns))) queries.push({ PatientName: pattern, ...dates });
  return queries;
}

/**
 * Whether a study belongs in the answer at all. Who it shows is judged later; this keeps strangers whom a wildcard or a
 * shared birthday brought out of sight (45 CFR 164.502(b), minimum necessary).
 */
export function fitsQuery(query: StudyQuery, study: FoundStudy): boolean {
  if (study.patientId && query.mrns.some((mrn) => mrn.toLowerCase() === study.patientId?.toLowerCase())) return true;
  if (query.accessionNumber && study.accessionNumber === query.accessionNumber) return true;
  const sameBirthDate = query.birthDate !== null && study.patientBirthDate === query.birthDate;
  if (query.names.length === 0) return sameBirthDate;
  const name = compareNames(query.names, study.patientName);
  if (name === 'same' || name === 'near') return true;
  return sameBirthDate && sharesGivenName(query, study.patientName);
}

/**
 * Letters, digits and `*` only. Orthanc 1.10 compares what is percent-encoded as it stands, and its `?` is one byte, not
 * one letter; `*` is the wildcard that every peer takes alike. What it brings too much is left out afterwards.
 */
function plain(value: string): string {
  return value.replaceAll(/[^A-Za-z0-9._-]+/g, '*');
}

/** Letters that other spellings write with an accent. */
const MAY_CARRY_ACCENT = /[aeiouync]/gi;
const FEWEST_SURE_LETTERS = 2;

function namePatterns(name: { familyName: string; givenName: string }): string[] {
  const family = firstWord(name.familyName);
  const initial = firstWord(name.givenName).slice(0, 1);
  const loose = family.replaceAll(MAY_CARRY_ACCENT, '*');
  const stems = [family, loose].filter((stem) => plain(stem).replaceAll('*', '').length >= FEWEST_SURE_LETTERS);
  // A name that is short, or in another script, is asked for as it is.
  const wanted = stems.length > 0 ? stems : [family].filter((stem) => stem !== '');
  // The `^` between the names is left to the wildcard as well.
  const patterns = wanted.map((stem) => plain(`${stem}*${initial}*`).replaceAll(/\*+/g, '*'));
  // In another script nothing plain is left; then the name goes as it is, and peers that decode it find it.
  return patterns.map((pattern) => (pattern === '*' ? `${family}*` : pattern));
}

/** Characters with a meaning in DICOM matching or in a PN are not letters of a name. */
function firstWord(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[*?\\^=]/g, ' ')
      .trim()
      .split(/[\s-]+/)[0] ?? ''
  );
}

function dateRange({ onOrAfter, onOrBefore }: StudyQuery): { StudyDate?: string } {
  if (!onOrAfter && !onOrBefore) return {};
  const compact = (date: string | null) => (date ?? '').replaceAll('-', '');
  return { StudyDate: `${compact(onOrAfter)}-${compact(onOrBefore)}` };
}

function sharesGivenName(query: StudyQuery, found: string | null): boolean {
  const words = new Set(foldWords((found ?? '').replaceAll(/[\^=]/g, ' ')));
  return query.names.some((name) => foldWords(name.givenName).some((word) => word.length > 1 && words.has(word)));
}
