import { expect, test } from 'vitest';
import { recordTypeOf } from './record-type.ts';

const storage = (rest: string, hasPixels = false) => recordTypeOf(`1.2.840.10008.5.1.4.1.1.${rest}`, hasPixels);

test.each([
  ['6.1', true, 'IMAGE'],
  ['6.1', false, 'IMAGE'],
  ['66.4', true, 'IMAGE'],
  ['481.1', false, 'IMAGE'],
  ['481.23', true, 'IMAGE'],
  ['88.33', false, 'SR DOCUMENT'],
  ['78.6', false, 'SR DOCUMENT'],
  ['79.1', false, 'SR DOCUMENT'],
  ['88.59', false, 'KEY OBJECT DOC'],
  ['104.1', false, 'ENCAP DOC'],
  ['11.1', false, 'PRESENTATION'],
  ['131', false, 'PRESENTATION'],
  ['9.1.1', false, 'WAVEFORM'],
  ['66', false, 'RAW DATA'],
  ['66.1', false, 'REGISTRATION'],
  ['66.3', false, 'REGISTRATION'],
  ['66.2', false, 'FIDUCIAL'],
  ['66.5', false, 'SURFACE'],
  ['68.2', false, 'SURFACE SCAN'],
  ['66.6', false, 'TRACT'],
  ['67', false, 'VALUE MAP'],
  ['4.2', false, 'SPECTROSCOPY'],
  ['77.1.5.3', false, 'STEREOMETRIC'],
  ['78.7', false, 'MEASUREMENT'],
  ['80.1', false, 'MEASUREMENT'],
  ['90.1', false, 'ASSESSMENT'],
  ['91.1', false, 'ANNOTATION'],
  ['481.2', true, 'RT DOSE'],
  ['481.3', false, 'RT STRUCTURE SET'],
  ['481.5', false, 'RT PLAN'],
  ['481.8', false, 'RT PLAN'],
  ['481.9', false, 'RT TREAT RECORD'],
  ['481.10', false, 'RADIOTHERAPY'],
  ['481.25', false, 'RADIOTHERAPY'],
] as const)('class %s (pixels: %s) gets %s', (rest, hasPixels, type) => {
  expect(storage(rest, hasPixels)).toBe(type);
});

test('what belongs to no patient has records of its own', () => {
  const nonPatient = ['38.1', '39.1', '43.1', '44.1', '45.1'];
  expect(nonPatient.map((rest) => recordTypeOf(`1.2.840.10008.5.1.4.${rest}`, false))).toEqual([
    'HANGING PROTOCOL',
    'PALETTE',
    'IMPLANT',
    'IMPLANT ASSY',
    'IMPLANT GROUP',
  ]);
});

test('an unknown class is an image when it has pixels, else it has no record', () => {
  expect([recordTypeOf('1.2.3', true), recordTypeOf('1.2.3', false)]).toEqual(['IMAGE', undefined]);
  expect([recordTypeOf(undefined, true), recordTypeOf(undefined, false)]).toEqual(['IMAGE', undefined]);
});
