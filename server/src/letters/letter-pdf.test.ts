import { describe, expect, it } from 'vitest';
import { testLetter } from '../testing/test-letter.ts';
import { writeLetterPdf } from './letter-pdf.ts';

describe('a letter as PDF', () => {
  it('is the same bytes whenever it is written, so that what was sent can be shown again', async () => {
    const [first, second] = [await writeLetterPdf(testLetter('L-DONE')), await writeLetterPdf(testLetter('L-DONE'))];
    expect(Buffer.compare(first, second)).toBe(0);
    const other = await writeLetterPdf(testLetter('L-DONE', { reference: 'EB 222 223' }));
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it('stays small enough to mail', async () => {
    expect((await writeLetterPdf(testLetter('L-ACK'))).length).toBeLessThan(60_000);
  });
});
