import type { PatientInput } from '../directory/write-patient.ts';
import { demoIssuer } from './demo-facility.ts';

type DemoPatient = PatientInput & { mrn: string; parentMrns: string[] };

function person(
  mrn: string,
  [familyName, givenName]: [string, string],
  birthDate: string,
  sex: PatientInput['sex'],
  more: Partial<PatientInput> & { parentMrns?: string[] } = {},
): DemoPatient {
  return {
    mrn,
    familyName,
    givenName,
    birthDate,
    sex,
    formerNames: [],
    contacts: [],
    parentIds: [],
    parentMrns: [],
    ...more,
    identifiers: [{ mrn, issuer: demoIssuer }],
  };
}

/**
 * The directory of Riverside Imaging: invented people whose mail goes nowhere (RFC 2606). Two of them share a name, one
 * has a former one, one is a child; the last two fit the real sample files as those are.
 */
export const demoPatients: DemoPatient[] = [
  person('004471', ['Rivera', 'Ana'], '1993-04-12', 'F', {
    formerNames: [{ familyName: 'Alvarez', givenName: 'Ana' }],
    contacts: [
      { kind: 'email', value: 'ana.rivera@example.org' },
      { kind: 'mobile', value: '+1 555 555 0162' },
    ],
  }),
  person('003902', ['Rivera', 'Ana'], '1989-11-02', 'F', {
    contacts: [{ kind: 'email', value: 'a.rivera89@example.org' }],
  }),
  person('005120', ['Liu', 'Grace'], '1978-09-30', 'F', {
    contacts: [{ kind: 'email', value: 'grace.liu@example.org' }],
  }),
  person('006033', ['Rivera', 'Mateo'], '2016-02-29', 'M', {
    contacts: [{ kind: 'mobile', value: '+1 555 555 0162' }],
    parentMrns: ['004471'],
  }),
  person('11-05-25-142825', ['OB', 'Sample'], '1985-01-01', null, {
    contacts: [{ kind: 'email', value: 'sample.ob@example.org' }],
  }),
  person('204', ['PLA', 'Sample'], '1960-01-01', null, {
    contacts: [{ kind: 'email', value: 'sample.pla@example.org' }],
  }),
];
