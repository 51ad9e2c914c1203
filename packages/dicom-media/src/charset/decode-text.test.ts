import { describe, expect, test } from 'vitest';
import { sampleBytes, sampleFiles, samplesPresent } from '../../testing/sample-files.ts';
import { items, readPart10, text } from '../index.ts';
import { standardTerms } from './character-sets.ts';
import { decodeText } from './decode-text.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe.skipIf(!samplesPresent)('Names of the samples (skipped without them)', () => {
  test.each(sampleFiles('charset/', 'studies/utf8-name'))(
    '$file reads as its manifest says',
    ({ file, patientName }) => {
      const read = readPart10(sampleBytes(file));
      if (!read.ok) throw new Error(read.refusal.code);
      expect(text(read.value.dataSet, 0x00100010) ?? '').toBe(patientName);
    },
  );

  test.each(['charset/chrSQEncoding.dcm', 'charset/chrSQEncoding1.dcm'])(
    '%s: an item inherits or names its set',
    (file) => {
      const read = readPart10(sampleBytes(file));
      const item = read.ok ? items(read.value.dataSet, 0x00321064)[0] : undefined;
      expect(item && text(item, 0x00100010)).toBe('ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう');
    },
  );
});

describe('Text by its character sets', () => {
  test('the usual misspellings mean what they were meant to', () => {
    for (const term of ['ISO_IR 100', 'ISO-IR 100', 'ISO IR 100', 'iso_ir_100', 'ISO 2022 IR 100']) {
      expect(decodeText(bytes('4d fc 6c'), [term])).toBe('Mül');
    }
    expect(standardTerms(['ISO-IR 100'])).toEqual(['ISO_IR 100']);
    expect(standardTerms(['', 'ISO_IR 87'])).toEqual(['', 'ISO 2022 IR 87']);
  });

  test('undeclared text beyond ASCII is UTF-8 when it can be, else Latin-1', () => {
    expect(decodeText(bytes('4d c3 bc 6c'), [])).toBe('Mül');
    expect(decodeText(bytes('4d fc 6c'), [])).toBe('Mül');
  });

  test('a second byte 5C of GB18030 does not end a value', () => {
    expect(decodeText(bytes('81 5c'), ['GB18030'])).toHaveLength(1);
  });

  test('in a name the first set comes back at ^ and =, elsewhere only at line and value ends', () => {
    const switched = bytes('1b 2d 4c c6 5e c6');
    const sets = ['ISO 2022 IR 100', 'ISO 2022 IR 144'];
    expect(decodeText(switched, sets, 'person-name')).toBe('Ц^Æ');
    expect(decodeText(switched, sets, 'text')).toBe('Ц^Ц');
  });

  test('bytes that mean nothing in the set become U+FFFD and never throw', () => {
    expect(decodeText(bytes('ff fe'), ['ISO_IR 192'])).toBe('\uFFFD\uFFFD');
    expect(decodeText(bytes('1b 24 42 3b'), ['', 'ISO 2022 IR 87'])).toContain('\uFFFD');
  });
});
