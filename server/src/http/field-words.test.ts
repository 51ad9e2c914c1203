import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isKnownNote, noteIn, noteOf } from './field-words.ts';

const sources = path.join(import.meta.dirname, '..');
/** What people type there comes from no form of ours. */
const withoutFields = /^(cli|store|testing|decoder|sources|demo|worker)\//;

function notesInSources(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/') && !withoutFields.test(file))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('errors.ts'))
    .map((file) => path.join(sources, file));
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = text.matchAll(/(?:error|message): (['`])((?:(?!\1).)+)\1|(?:need|complain)\('?\w+'?, '([^']+)'\)/g);
    const notes = [...found].map((match) => match[2] ?? match[3] ?? '');
    // Put together of a rule's own words, which come with their language.
    return notes.filter((note) => !note.startsWith('${')).map((note) => note.replaceAll(/\$\{[^}]+\}/g, '1'));
  });
}

test('every note that a rule can say has its Spanish words', () => {
  const notes = notesInSources();
  expect(notes.length).toBeGreaterThan(20);
  expect(notes.filter((note) => !isKnownNote(note))).toEqual([]);
});

test('numbers are carried over in their order', () => {
  expect(noteIn('es', 'A date like 2026-10-28.')).toBe('Una fecha como 2026-10-28.');
  expect(noteIn('es', 'At most 120 letters.')).toBe('Como máximo 120 letras.');
  expect(noteIn('en', 'At most 120 letters.')).toBe('At most 120 letters.');
});

test('what a rule of law lacks, and which one would be broken, is told in Spanish pages too', () => {
  const lack = 'case-decision (45 CFR 171.201)';
  expect(noteIn('es', lack)).toBe(lack);
  const broken = '31 would break us-federal/copy (45 CFR 164.524(b)(2)(i)). Lawful: at most 30.';
  expect(noteIn('es', broken)).toBe(
    '31 no cumpliría us-federal/copy (45 CFR 164.524(b)(2)(i)). Lo permitido: como máximo 30.',
  );
  expect(noteIn('es', '50, 40 would break us-federal/warnings (house rule).')).toBe(
    '50, 40 no cumpliría us-federal/warnings (regla de la casa).',
  );
});

test('what a schema says for programmers is said for people', () => {
  const schema = z.object({ name: z.string().min(3).max(5), kind: z.enum(['a', 'b']), count: z.int() });
  const notesOf = (value: unknown) => schema.safeParse(value).error?.issues.map(noteOf);
  expect(notesOf({ name: 'toolong', kind: 'c', count: 'x' })).toEqual([
    'This is too long.',
    'This does not fit here.',
    'This does not fit here.',
  ]);
  expect(notesOf({ name: 'x' })).toEqual(['This is too short.', 'This does not fit here.', 'This is needed.']);
});
