import { describe, expect, it } from 'vitest';
import { element, text } from '../../testing/made-files.ts';
import { code, dataSetOf } from '../../testing/made-pixels.ts';
import { encapsulatedPdf } from './encapsulated-pdf.ts';

const document = element(0x00420011, 'OB', text('%PDF-1.4 '));
const pdf = code(0x00420012, 'LO', 'application/pdf');

describe('an encapsulated PDF', () => {
  it('is a range of the file, with its title', () => {
    const dataSet = dataSetOf(code(0x00420010, 'ST', 'Report'), document, pdf);
    expect(encapsulatedPdf(dataSet)).toMatchObject({ ok: true, value: { length: 10, title: 'Report' } });
  });

  it('is as long as it says, without its padding', () => {
    const length = element(0x00420015, 'UL', Uint8Array.of(9, 0, 0, 0));
    expect(encapsulatedPdf(dataSetOf(document, pdf, length))).toMatchObject({ value: { length: 9 } });
  });

  it('is not believed when it says more than there is', () => {
    const length = element(0x00420015, 'UL', Uint8Array.of(0xff, 0xff, 0xff, 0x7f));
    expect(encapsulatedPdf(dataSetOf(document, pdf, length))).toMatchObject({ value: { length: 10 } });
  });

  it('is refused when it is another kind of document, or none', () => {
    const other = code(0x00420012, 'LO', 'text/xml');
    expect(encapsulatedPdf(dataSetOf(document, other))).toMatchObject({ refusal: { code: 'not-a-pdf' } });
    expect(encapsulatedPdf(dataSetOf())).toMatchObject({ refusal: { code: 'no-document' } });
  });
});
