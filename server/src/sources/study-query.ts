import type { FoundStudy, StudyQuery } from './image-source.ts';
import { compareNames, foldWords } from './person-names.ts';

/**
 * QIDO-RS queries that together find what was asked, each by one fact: a PACS joins several with "and", and one slip in
 * the archive would then hide the study. PS3.18 8.3.4; wildcards `*` and `?` of PS3.4 C.2.2.2.4.
 */
export function qidoQueries(query: StudyQuery): Record<string, string>[] {
  const dates = dateRange(query);
  const queries: Record<string, string>[] = query.mrns.map((mrn) => ({ PatientID: mrn }));
  if (query.accessionNumber) queries.push({ AccessionNumber: query.accessionNumber });
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

/** A letter that other spellings write with an accent, or that is not ASCII, may be any one character. */
const MAY_CARRY_ACCENT = /[aeiouyncszgl]|[^ -~]/gi;
const FEWEST_SURE_LETTERS = 2;

function namePatterns(name: { familyName: string; givenName: string }): string[] {
  const family = firstWord(name.familyName);
  if (family === '') return [];
  const initial = firstWord(name.givenName).slice(0, 1);
  const given = initial === '' ? '' : `^${/[a-z]/i.test(initial) ? initial : '?'}*`;
  const plain = `${family.replaceAll(/[^ -~]/g, '?')}*${given}`;
  const loose = family.replaceAll(MAY_CARRY_ACCENT, '?');
  return loose.replaceAll('?', '').length >= FEWEST_SURE_LETTERS ? [plain, `${loose}*${given}`] : [plain];
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
