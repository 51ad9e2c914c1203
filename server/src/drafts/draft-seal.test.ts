import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashContact, openAnswers, sealAnswers } from './draft-seal.ts';

const app = { codeKey: randomBytes(32), random: randomBytes };

test('answers come back, and the sealed bytes hold no word of them', () => {
  const sealed = sealAnswers(app, 'draft-1', { familyName: 'Rivera' });
  expect(sealed.includes('Rivera')).toBe(false);
  expect(openAnswers(app, 'draft-1', sealed)).toEqual({ familyName: 'Rivera' });
});

test('another draft, another key and a changed byte open nothing', () => {
  const sealed = sealAnswers(app, 'draft-1', { familyName: 'Rivera' });
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(40) ^ 1, 40);
  expect(() => openAnswers(app, 'draft-2', sealed)).toThrow();
  expect(() => openAnswers({ codeKey: randomBytes(32) }, 'draft-1', sealed)).toThrow();
  expect(() => openAnswers(app, 'draft-1', changed)).toThrow();
});

test('an address is the same one in capitals, and is not to be read', () => {
  expect(hashContact(app, 'Ana@Example.org')).toEqual(hashContact(app, 'ana@example.org'));
  expect(hashContact({ codeKey: randomBytes(32) }, 'ana@example.org')).not.toEqual(hashContact(app, 'ana@example.org'));
});
