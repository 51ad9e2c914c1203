import { describe, expect, it } from 'vitest';
import { catalogue, textOf } from './text.ts';

const sample = catalogue(
  { plain: 'Hello', named: '{who} has {what}', some: { one: '1 clip', other: '{count} clips' } },
  { plain: 'Hola', named: '{who} tiene {what}', some: { one: '1 video', other: '{count} videos' } },
);

describe('a sentence of the catalogue', () => {
  it('is said in the chosen language with its facts filled in', () => {
    expect(textOf(sample, 'en')('plain')).toBe('Hello');
    expect(textOf(sample, 'es')('named', { who: 'Ana', what: '{who}' })).toBe('Ana tiene {who}');
  });

  it('takes its plural from the count and writes numbers as the language does', () => {
    const t = textOf(sample, 'es');
    expect(t('some', { count: 1 })).toBe('1 video');
    expect(t('some', { count: 0 })).toBe('0 videos');
    expect(textOf(sample, 'en')('some', { count: 1234 })).toBe('1,234 clips');
  });

  it('does not compile without a fact that it names', () => {
    const t = textOf(sample, 'en');
    // @ts-expect-error `what` is missing
    expect(t('named', { who: 'Ana' })).toContain('{what}');
  });
});
