import { parseCalendarDate } from '@echoback/right-of-access';
import type { PatientInput } from './write-patient.ts';

/** The columns of the patient list; the first four must be there. docs/desk say what each holds. */
export const patientColumns = [
  'family_name',
  'given_name',
  'birth_date',
  'mrn',
  'issuer',
  'sex',
  'former_names',
  'email',
  'mobile',
  'contacts_since',
  'parent_mrns',
] as const;

export type PatientLine = {
  line: number;
  patient: PatientInput;
  /** Since when the registration holds these contacts; the day of the import when it does not say. */
  contactsSince: string | null;
  parentMrns: string[];
};

export type LineProblem = { pointer: string; message: string };
type Cells = Record<string, string>;

/** One line of the list, or what is wrong with it, by column. `today` bounds the days that can have been. */
export function readPatientLine(line: number, cells: Cells, defaultIssuer: string, today: string) {
  const problems: LineProblem[] = [];
  const complain = (column: string, message: string) => problems.push({ pointer: `/lines/${line}/${column}`, message });
  const cell = (column: (typeof patientColumns)[number], longest = 120) => {
    const text = (cells[column] ?? '').trim();
    if (text.length > longest) complain(column, `At most ${longest} letters.`);
    return text;
  };
  const needed = (column: (typeof patientColumns)[number]) => {
    const text = cell(column);
    if (text === '') complain(column, 'This is needed.');
    return text;
  };
  const day = (column: 'birth_date' | 'contacts_since', text: string) => {
    const parsed = parseCalendarDate(text);
    if (!parsed.ok || parsed.value > today) complain(column, 'A day like 1993-04-12, not in the future.');
    return text;
  };
  const familyName = needed('family_name');
  const givenName = needed('given_name');
  const birthDate = day('birth_date', cell('birth_date'));
  const mrn = needed('mrn');
  const issuer = cell('issuer', 64) || defaultIssuer;
  const sex = cell('sex', 10).toUpperCase();
  if (sex !== '' && sex !== 'F' && sex !== 'M' && sex !== 'O') complain('sex', 'F, M, O or empty.');
  const email = cell('email', 254);
  if (email !== '' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(email)) complain('email', 'An e-mail address.');
  const mobile = cell('mobile', 40);
  if (mobile !== '' && !/^\+?[\d ()./-]{5,40}$/.test(mobile)) complain('mobile', 'A phone number.');
  const since = cell('contacts_since');
  if (since !== '') day('contacts_since', since);
  const formerNames = list(cell('former_names', 500)).map((name) => {
    const [family = '', given = ''] = name.split(',').map((part) => part.trim());
    if (family === '') complain('former_names', 'Names like “Alvarez, Ana”, with ; between them.');
    return { familyName: family, givenName: given || givenName };
  });
  const contacts = [
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...(mobile ? [{ kind: 'mobile' as const, value: mobile }] : []),
  ];
  const read: PatientLine = {
    line,
    patient: {
      familyName,
      givenName,
      birthDate,
      sex: sex === '' ? null : (sex as 'F' | 'M' | 'O'),
      formerNames,
      identifiers: [{ mrn, issuer }],
      contacts,
      parentIds: [],
    },
    contactsSince: since || null,
    parentMrns: list(cell('parent_mrns', 200)),
  };
  return { read, problems };
}

function list(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
