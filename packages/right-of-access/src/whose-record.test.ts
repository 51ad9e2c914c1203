import { expect, it } from 'vitest';
import { packOn } from '../testing/facility-f.ts';
import { whoseRecord } from './whose-record.ts';

const pack = packOn('2027-04-01');

it('pictures of an unborn child are the record of the person who carries it', () => {
  expect(whoseRecord('fetal-heart-strip', pack)).toMatchObject({
    of: 'pregnant-patient',
    why: { rule: 'OD-14', inputs: [{}, {}, { name: 'picture', value: 'fetal-heart-strip' }] },
  });
  expect(whoseRecord('prenatal-ultrasound', pack).of).toBe('pregnant-patient');
  expect(whoseRecord('gestational-carrier-ultrasound', pack)).toMatchObject({ of: 'carrier', why: { rule: 'OD-15' } });
});
