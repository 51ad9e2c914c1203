import { expect, it } from 'vitest';
import { type TypedPatient, typedNames, typedPatient } from './known-patient.ts';
import { samePatient } from './same-patient.ts';

const typed = (patient_former_names: string | null): TypedPatient => ({
  patient_family_name: 'Rivera',
  patient_given_name: 'Ana María',
  patient_former_names,
  patient_birth_date: '1993-04-12',
  patient_mrn: '004471',
});

it.each([
  ['Ortega', ['Ortega']],
  ['Ana Ortega', ['Ortega']],
  ['Ortega; de la Cruz', ['Ortega', 'de la Cruz']],
  ['Ortega / Nguyen and Smith', ['Ortega', 'Nguyen', 'Smith']],
  ['  ', []],
])('takes the former names out of what was typed: %j', (words, families) => {
  const names = typedNames(typed(words));
  expect(names[0]).toEqual({ familyName: 'Rivera', givenName: 'Ana María' });
  expect(names.slice(1)).toEqual(families.map((familyName) => ({ familyName, givenName: 'Ana María' })));
});

it('compares a typed record number without asking who issued it, and blocks on none', () => {
  const found = {
    patientName: 'RIVERA^ANA MARIA',
    patientId: '004471',
    issuerOfPatientId: 'RIV',
    patientBirthDate: '1993-04-12',
    patientSex: 'F',
  };
  expect(samePatient(typedPatient(typed(null)), found).verdict).toBe('exact');
  expect(samePatient(typedPatient(typed(null)), { ...found, patientId: '9' }).verdict).toBe('near');
});
