import { describe, expect, it } from 'vitest';
import { type HeaderIdentity, type KnownPatient, samePatient } from './same-patient.ts';

const maria: KnownPatient = {
  names: [
    { familyName: 'Lopez', givenName: 'Maria' },
    { familyName: 'Nguyen', givenName: 'Maria' },
  ],
  birthDate: '1980-02-11',
  identifiers: [{ mrn: 'M-100', issuer: 'General' }],
  sex: 'F',
};

const study: HeaderIdentity = {
  patientName: 'LOPEZ^MARIA',
  patientId: 'M-100',
  issuerOfPatientId: 'General',
  patientBirthDate: '1980-02-11',
  patientSex: 'F',
};

const verdict = (found: Partial<HeaderIdentity>, known = maria) => samePatient(known, { ...study, ...found }).verdict;

describe('the same patient', () => {
  it('is exact when two identifiers agree and none differs', () => {
    expect(verdict({})).toBe('exact');
    expect(verdict({ patientId: null })).toBe('exact');
    expect(verdict({ patientBirthDate: null })).toBe('exact');
    expect(verdict({ patientName: null })).toBe('exact');
  });

  it('is exact under a former name', () => {
    expect(verdict({ patientName: 'NGUYEN^MARIA' })).toBe('exact');
  });

  it('is exact with a middle name when birth date and number agree, near when only the birth date does', () => {
    expect(verdict({ patientName: 'LOPEZ^MARIA^ELENA' })).toBe('exact');
    expect(verdict({ patientName: 'LOPEZ^MARIA^ELENA', patientId: null })).toBe('near');
  });

  it('is another patient when the birth date differs', () => {
    expect(verdict({ patientBirthDate: '1980-11-02', patientId: null })).toBe('other');
    expect(verdict({ patientBirthDate: '1980-11-02', patientId: 'M-200', issuerOfPatientId: null })).toBe('other');
  });

  it('is near when only the birth date differs under the same number: a typing slip needs a reason', () => {
    expect(verdict({ patientBirthDate: '1980-11-02' })).toBe('near');
  });

  it('is another patient when the number differs under the same issuer, whatever else agrees', () => {
    expect(verdict({ patientId: 'M-200' })).toBe('other');
    expect(verdict({ patientId: 'M-200', issuerOfPatientId: 'general ' })).toBe('other');
  });

  it('is near when a number without issuer differs but name and birth date agree', () => {
    expect(verdict({ patientId: 'OLD-7', issuerOfPatientId: null })).toBe('near');
    expect(verdict({ patientId: 'OLD-7', issuerOfPatientId: null, patientName: 'LOPES^MARIA' })).toBe('other');
  });

  it('does not compare numbers of another issuer', () => {
    const found = samePatient(maria, { ...study, issuerOfPatientId: 'Elsewhere' });
    expect(found.verdict).toBe('exact');
    expect(found.evidence.find((row) => row.fact === 'mrn')?.verdict).toBe('unknown');
  });

  it('is near when the name differs but number and birth date agree: a marriage that nobody told', () => {
    expect(verdict({ patientName: 'SMITH^MARIA' })).toBe('near');
    expect(verdict({ patientName: 'SMITH^MARIA', patientId: null })).toBe('other');
  });

  it('asks for a reason when the sex differs', () => {
    expect(verdict({ patientSex: 'M' })).toBe('near');
    expect(verdict({ patientSex: 'O' })).toBe('exact');
  });

  it('never takes one agreeing fact for two', () => {
    expect(verdict({ patientBirthDate: null, patientId: null })).toBe('near');
    expect(verdict({ patientName: null, patientBirthDate: null, patientId: null })).toBe('other');
    expect(verdict({ patientName: null, patientBirthDate: null }, { ...maria, identifiers: [] })).toBe('other');
  });
});
