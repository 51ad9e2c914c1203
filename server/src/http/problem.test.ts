import { expect, test } from 'vitest';
import { languageOf, pointerTo, problemOf } from './problem.ts';

test('a problem says what happened and what to do next in the language that was asked for', () => {
  const problem = problemOf('wrong-code', 'es', '00000000-0000-4000-8000-000000000000');
  expect(problem).toMatchObject({ status: 422, code: 'wrong-code', instance: expect.stringMatching(/^urn:uuid:/) });
  expect(problem.title).toMatch(/código/);
});

test('the page’s own wish goes before the browser’s, and English is what remains', () => {
  expect(languageOf({ lang: 'es', 'accept-language': 'en' })).toBe('es');
  expect(languageOf({ 'accept-language': 'fr, en;q=0.3, es-MX;q=0.8' })).toBe('es');
  expect(languageOf({ 'accept-language': 'de, en;q=0.8, es;q=0.2' })).toBe('en');
  expect(languageOf({})).toBe('en');
});

test('a field is named by a JSON pointer with its two escapes', () => {
  expect(pointerTo(['examItems', 0, 'a/b~c'])).toBe('/examItems/0/a~1b~0c');
});
