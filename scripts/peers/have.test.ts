import { afterEach, expect, test, vi } from 'vitest';
import { findProgram, missing } from './have.ts';

afterEach(() => vi.unstubAllEnvs());

test('a missing peer is a reason to skip, and in CI a failure', () => {
  vi.stubEnv('CI', '');
  expect(missing('no Orthanc')).toEqual({ present: false, reason: 'no Orthanc' });
  vi.stubEnv('CI', 'true');
  expect(() => missing('no Orthanc')).toThrow('A peer is missing in CI: no Orthanc');
});

test('a program is looked for in the PATH and where Debian keeps servers', () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(findProgram('sh')).toBeUndefined();
  vi.stubEnv('PATH', '/nowhere:/bin');
  expect(findProgram('sh')).toBe('/bin/sh');
});
