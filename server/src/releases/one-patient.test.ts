import { describe, expect, it } from 'vitest';
import { onePatient } from './one-patient.ts';

const ana = {
  names: [{ familyName: 'Okafor', givenName: 'Ana' }],
  birthDate: '1990-04-12',
  identifiers: [{ mrn: 'RV-1001', issuer: 'RIVERSIDE' }],
  sex: 'F' as const,
};

const header = {
  patientName: 'OKAFOR^ANA' as string | null,
  patientId: 'RV-1001' as string | null,
  issuerOfPatientId: 'RIVERSIDE' as string | null,
  patientBirthDate: '1990-04-12' as string | null,
  patientSex: 'F' as string | null,
};

function object(number: number, change: Partial<typeof header> = {}, study = '1.2.3') {
  return { instanceId: `i${number}`, studyInstanceUid: study, identity: { ...header, ...change } };
}

const noReasons = new Set<string>();

describe('one patient', () => {
  it('is proved when every header tells the patient of the directory', () => {
    expect(onePatient(ana, [object(1), object(2)], noReasons)).toEqual({ ok: true, checked: 2, differing: [] });
  });

  it.each([
    ['another record number', { patientId: 'RV-2002' }, 'mrn', 'RV-2002'],
    ['another birth date', { patientBirthDate: '1990-04-21', patientId: null }, 'birth-date', '1990-04-21'],
    ['another name', { patientName: 'RIVERA^LUZ', patientId: null }, 'name', 'RIVERA^LUZ'],
  ])('is refused when one object carries %s, and says which object', (_, change, fact, found) => {
    const proof = onePatient(ana, [object(1), object(2, change), object(3)], noReasons);
    expect(proof.ok).toBe(false);
    expect(proof.differing).toContainEqual({ instanceId: 'i2', fact, found });
    expect(new Set(proof.differing.map((each) => each.instanceId))).toEqual(new Set(['i2']));
  });

  it('takes the written reason for a difference that the whole study has', () => {
    const married = { patientName: 'NWOSU^ANA' };
    const objects = [object(1, married), object(2, married)];
    expect(onePatient(ana, objects, noReasons).ok).toBe(false);
    expect(onePatient(ana, objects, new Set(['1.2.3'])).ok).toBe(true);
  });

  it('does not let a reason cover an object that stands out in its study', () => {
    const proof = onePatient(ana, [object(1), object(2), object(3, { patientName: 'RIVERA^LUZ' })], new Set(['1.2.3']));
    expect(proof.differing).toEqual([{ instanceId: 'i3', fact: 'name', found: 'RIVERA^LUZ' }]);
  });

  it('never lets a reason cover another patient', () => {
    const twin = { patientName: 'OKAFOR^ADA', patientId: 'RV-1002' };
    expect(onePatient(ana, [object(1, twin)], new Set(['1.2.3'])).ok).toBe(false);
  });

  it('does not mind a middle name in some headers, nor their spelling', () => {
    const objects = [
      object(1),
      object(2, { patientName: 'Okafor^Ana^Chidi' }),
      object(3, { patientName: 'ANA OKAFOR' }),
    ];
    expect(onePatient(ana, objects, noReasons).ok).toBe(true);
  });

  it('is not proved by a header that tells of nobody', () => {
    const empty = { patientName: null, patientId: null, patientBirthDate: null, patientSex: null };
    expect(onePatient(ana, [object(1, empty)], noReasons).differing).toEqual([
      { instanceId: 'i1', fact: 'name', found: null },
    ]);
  });

  it('compares within a study only: a second study under an older number is its own', () => {
    const known = { ...ana, identifiers: [...ana.identifiers, { mrn: 'OLD-7', issuer: 'RIVERSIDE' }] };
    const older = { patientId: 'OLD-7' };
    expect(onePatient(known, [object(1), object(2, older, '1.2.4')], noReasons).ok).toBe(true);
    expect(onePatient(known, [object(1), object(2, older), object(3)], noReasons).ok).toBe(false);
  });
});
