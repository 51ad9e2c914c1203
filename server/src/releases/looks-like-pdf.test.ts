import { expect, it } from 'vitest';
import { looksLikePdf } from './looks-like-pdf.ts';

it.each([
  ['a PDF', '%PDF-1.7\n1 0 obj\n%%EOF\n', true],
  ['a PDF behind a few stray bytes', `${' '.repeat(900)}%PDF-1.4\n%%EOF`, true],
  ['a cut-off PDF', '%PDF-1.7\n1 0 obj\n', false],
  ['a page', '<html>%%EOF</html>', false],
  ['nothing', '', false],
  ['a header far inside', `${' '.repeat(2000)}%PDF-1.4\n%%EOF`, false],
])('%s', (_, text, expected) => {
  expect(looksLikePdf(Buffer.from(text))).toBe(expected);
});
