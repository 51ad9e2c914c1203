import { expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { awaitedReviews, decideLanguageReview, type LanguageReview, languageStanding } from './language-review.ts';
import { letterContent } from './letter.ts';
import { letterCodes, letterKinds } from './letter-kinds.ts';
import { letterSamples } from './letter-samples.ts';
import { usPack } from './testing/packs.ts';
import { wordingSections } from './wording-sections.ts';
import { wordingVersion } from './wording-version.ts';

const review: LanguageReview = {
  letter: 'L-DEN',
  language: 'es',
  version: wordingVersion('L-DEN', 'es'),
  reviewedBy: 'M. Soto',
  qualification: 'Certified medical translator',
  reviewedOn: calendarDate('2026-11-20'),
};
const denialIn = (reviews: readonly LanguageReview[]) => {
  const letter = letterContent('L-DEN', (language) => letterSamples(language, usPack)['L-DEN'], 'es', reviews);
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
};

it('sends Spanish alone once its exact wording was reviewed, and with the English beside it until then', () => {
  const late = { ...review, letter: 'L-LATE', version: wordingVersion('L-LATE', 'es') } as const;
  const apology = letterContent('L-LATE', (language) => letterSamples(language, usPack)['L-LATE'], 'es', [late]);
  expect(apology.ok && apology.value.beside).toBeUndefined();
  expect(apology.ok && JSON.stringify(apology.value.blocks)).not.toContain('inglés');
  expect(denialIn([]).beside).toMatchObject({ language: 'en', title: letterTitle });
  expect(denialIn([]).blocks[0]).toMatchObject({ text: expect.stringContaining('traductor calificado todavía no') });
});
const letterTitle = 'Our answer to your request: we cannot give you the copy';

it('quotes what the office typed as it was typed, and keeps the English beside it whatever was reviewed', () => {
  const { beside, blocks } = denialIn([review]);
  expect(blocks[0]).toMatchObject({ text: expect.stringContaining('lo escribió nuestra oficina y no está traducido') });
  expect(JSON.stringify(blocks)).not.toContain('traductor calificado');
  expect(JSON.stringify(blocks)).toContain('“las imágenes y el informe de este examen”');
  expect(beside?.blocks[0]).toMatchObject({ text: expect.stringContaining('the same letter in English') });
  const note = (language: 'en' | 'es') => ({ ...letterSamples(language, usPack)['L-LATE'], note: 'Ask for Lena.' });
  const late = { ...review, letter: 'L-LATE', version: wordingVersion('L-LATE', 'es') } as const;
  const withNote = letterContent('L-LATE', note, 'es', [late]);
  expect(withNote.ok && JSON.stringify(withNote.value.blocks)).toContain('“Ask for Lena.”');
  expect(withNote.ok && withNote.value.beside?.language).toBe('en');
});

it('gives for reading each sentence that any letter of its kind holds, in both languages', () => {
  for (const code of letterCodes) {
    const sections = wordingSections(code);
    for (const language of ['en', 'es'] as const) {
      const read = sections.flatMap((section) => Object.values(section[language]));
      const { title } = letterKinds[code].words[language];
      expect(read).toContain(title);
      const letter = letterContent(code, (needed) => letterSamples(needed, usPack)[code], language);
      if (!letter.ok) throw new Error(code);
      const headings = letter.value.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
      for (const heading of headings) expect(read).toContain(heading);
    }
    for (const { en, es } of sections) expect(Object.keys(es)).toEqual(Object.keys(en));
  }
});

it('lets a review go stale when a word changes', () => {
  const old = { ...review, version: '0'.repeat(16) };
  expect(languageStanding('L-DEN', 'es', [old])).toMatchObject({ standing: 'stale', review: old });
  expect(denialIn([old]).beside).toBeDefined();
});

it('says which version is meant, and by which review it stands', () => {
  const version = wordingVersion('L-DEN', 'es');
  expect(languageStanding('L-DEN', 'es', [review])).toEqual({ standing: 'reviewed', version, review });
  expect(languageStanding('L-DEN', 'es', [])).toEqual({ standing: 'unreviewed', version });
  expect(languageStanding('L-DEN', 'en', [review])).toEqual({
    standing: 'source',
    version: wordingVersion('L-DEN', 'en'),
  });
  expect(version).toMatch(/^[0-9a-f]{16}$/);
});

it('shows the last of several reviews of older wordings, in whatever order they were kept', () => {
  const [older, newer] = [
    { ...review, version: '1', reviewedOn: calendarDate('2026-01-05') },
    { ...review, version: '2', reviewedOn: calendarDate('2026-06-05') },
  ];
  for (const reviews of [
    [older, newer],
    [newer, older],
  ]) {
    expect(languageStanding('L-DEN', 'es', reviews)).toMatchObject({ standing: 'stale', review: newer });
    expect(languageStanding('L-DEN', 'es', [...reviews, review])).toMatchObject({ standing: 'reviewed', review });
  }
});

it('counts no review without a name and a qualification, and none of another letter', () => {
  expect(languageStanding('L-DEN', 'es', [{ ...review, qualification: ' ' }]).standing).toBe('unreviewed');
  expect(languageStanding('L-DEN', 'es', [{ ...review, reviewedBy: ' ' }]).standing).toBe('unreviewed');
  expect(languageStanding('L-PART', 'es', [review]).standing).toBe('unreviewed');
  expect(languageStanding('L-DEN', 'es', [{ ...review, language: 'en' }]).standing).toBe('unreviewed');
});

it('records a review only of the wording in use, signed, and never of the English', () => {
  expect(decideLanguageReview(review)).toEqual({ ok: true, value: review });
  expect(decideLanguageReview({ ...review, version: 'x' })).toMatchObject({
    refusal: { code: 'wording-changed', version: review.version },
  });
  expect(decideLanguageReview({ ...review, qualification: ' ' }).ok).toBe(false);
  expect(decideLanguageReview({ ...review, reviewedBy: '' })).toMatchObject({
    refusal: { code: 'reviewer-or-qualification-missing' },
  });
  expect(decideLanguageReview({ ...review, language: 'en' })).toMatchObject({
    refusal: { code: 'source-needs-no-review' },
  });
});

it('lists for the settings page what awaits a review', () => {
  expect(awaitedReviews([]).map(({ letter }) => letter)).toEqual(letterCodes);
  expect(awaitedReviews([])).toContainEqual({
    letter: 'L-DEN',
    language: 'es',
    version: review.version,
    standing: 'unreviewed',
  });
  expect(awaitedReviews([{ ...review, version: 'old' }])).toContainEqual({
    letter: 'L-DEN',
    language: 'es',
    version: review.version,
    standing: 'stale',
  });
  expect(awaitedReviews([review]).map(({ letter }) => letter)).not.toContain('L-DEN');
});

it('gives each letter and language a version of its own', () => {
  const versions = letterCodes.flatMap((code) => [wordingVersion(code, 'en'), wordingVersion(code, 'es')]);
  expect(new Set(versions).size).toBe(2 * letterCodes.length);
});
