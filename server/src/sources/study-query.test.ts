import { describe, expect, it } from 'vitest';
import type { FoundStudy, StudyQuery } from './image-source.ts';
import { fitsQuery, qidoQueries } from './study-query.ts';

const lopez = { familyName: 'López', givenName: 'María' };
const asked: StudyQuery = {
  names: [lopez],
  birthDate: '1980-02-11',
  mrns: ['M-100'],
  accessionNumber: 'A-7',
  onOrAfter: '2024-01-01',
  onOrBefore: null,
};
const study: FoundStudy = {
  studyInstanceUid: '1.2.3',
  studyDate: null,
  studyTime: null,
  description: null,
  modalities: [],
  accessionNumber: null,
  patientName: 'SMITH^JOHN',
  patientId: 'M-9',
  issuerOfPatientId: null,
  patientBirthDate: '1950-01-01',
  patientSex: null,
  seriesCount: null,
  instanceCount: null,
};

describe('the queries for a PACS', () => {
  it('ask by one fact each, so that a slip in another does not hide the study', () => {
    expect(qidoQueries(asked)).toEqual([
      { PatientID: 'M-100' },
      { AccessionNumber: 'A-7' },
      { PatientBirthDate: '19800211', StudyDate: '20240101-' },
      { PatientName: 'L*pez*M*', StudyDate: '20240101-' },
      { PatientName: 'L*p*z*M*', StudyDate: '20240101-' },
    ]);
  });

  it('let a letter that may carry an accent be any letter, when enough others are left', () => {
    const patterns = qidoQueries({
      ...asked,
      birthDate: null,
      mrns: [],
      accessionNumber: null,
      names: [{ familyName: 'Brandt', givenName: 'Jörg' }],
    });
    expect(patterns.map((query) => query.PatientName)).toEqual(['Brandt*J*', 'Br*dt*J*']);
  });

  it('never pass on what has a meaning in DICOM matching', () => {
    const patterns = qidoQueries({
      ...asked,
      names: [
        { familyName: '*\\^=?', givenName: '*' },
        { familyName: 'A*B', givenName: '' },
      ],
    });
    expect(patterns.map((query) => query.PatientName).filter(Boolean)).toEqual(['A*']);
  });
});

describe('what belongs in the answer', () => {
  it.each<[string, Partial<FoundStudy>]>([
    ['the number', { patientId: 'm-100' }],
    ['the accession number', { accessionNumber: 'A-7' }],
    ['the name', { patientName: 'LOPEZ^MARIA' }],
    ['a name with a slip', { patientName: 'LOPES^MARIA^ELENA' }],
    [
      'birth date and given name: she may have married',
      { patientName: 'NGUYEN^MARIA', patientBirthDate: '1980-02-11' },
    ],
  ])('is a study that fits by %s', (_by, found) => {
    expect(fitsQuery(asked, { ...study, ...found })).toBe(true);
  });

  it('is not a stranger, not even one who shares the birthday', () => {
    expect(fitsQuery(asked, study)).toBe(false);
    expect(fitsQuery(asked, { ...study, patientBirthDate: '1980-02-11' })).toBe(false);
  });

  it('is whoever has the birth date when no name was asked for', () => {
    expect(fitsQuery({ ...asked, names: [] }, { ...study, patientBirthDate: '1980-02-11' })).toBe(true);
  });
});
