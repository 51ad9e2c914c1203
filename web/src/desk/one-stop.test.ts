import { expect, test } from 'vitest';
import { oneStop } from './one-stop.ts';

test('a sentence that ends in a time has one full stop', () => {
  expect(oneStop('Firmado a las 7:41 p.m..')).toBe('Firmado a las 7:41 p.m.');
  expect(oneStop('Enviado 7:41 p.m.. El paciente')).toBe('Enviado 7:41 p.m. El paciente');
});
