import { describe, expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { sampleBytes, sampleFiles, samplesPresent } from '../../testing/sample-files.ts';
import { items, readPart10, text, texts } from '../index.ts';
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

describe('Names in the scripts of the world', () => {
  // Bytes are those of PS3.5 annexes H to K, or made by Python's codecs.
  test.each([
    ['Latin 2', '44 76 6f f8 e1 6b', ['ISO_IR 101'], 'Dvořák'],
    ['Latin 5', '59 fd 6c 64 fd 7a', ['ISO_IR 148'], 'Yıldız'],
    ['Latin 9', 'a4 bd', ['ISO_IR 203'], '€œ'],
    ['Greek', 'c4 e9 ef ed f5 f3 e9 ef f2', ['ISO_IR 126'], 'Διονυσιος'],
    ['Cyrillic', 'bb ee da', ['ISO_IR 144'], 'Люк'],
    ['Arabic', 'e2 c8 c7 e6 ea', ['ISO_IR 127'], 'قباني'],
    ['Hebrew', 'f9 f8 e5 ef', ['ISO_IR 138'], 'שרון'],
    ['Thai', 'ca c1 aa d2 c2', ['ISO_IR 166'], 'สมชาย'],
    ['half-width katakana', 'd4 cf c0 de', ['ISO_IR 13'], 'ﾔﾏﾀﾞ'],
    ['kanji by escape', '1b 24 42 3b 33 45 44 1b 28 42', ['', 'ISO 2022 IR 87'], '山田'],
    ['kanji of the supplement', '1b 24 28 44 30 6c 1b 28 42', ['', 'ISO 2022 IR 159'], '佒'],
    ['katakana by escape', '1b 29 49 d4 cf', ['ISO 2022 IR 13', 'ISO 2022 IR 87'], 'ﾔﾏ'],
    ['hangul by escape', '1b 24 29 43 b1 e8 c8 f1 c1 df', ['', 'ISO 2022 IR 149'], '김희중'],
    ['hanja and hangul', '1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7', ['', 'ISO 2022 IR 149'], '洪^吉洞'],
    ['simplified Chinese by escape', '1b 24 29 41 cd f5 5e 1b 24 29 41 d0 a1', ['', 'ISO 2022 IR 58'], '王^小'],
    ['simplified Chinese, GB18030', 'cd f5 5e d0 a1 b6 ab', ['GB18030'], '王^小东'],
    ['four bytes of GB18030', '95 32 82 36', ['GB18030'], '\u{20000}'],
    ['GBK', 'cd f5 5e 90 d9', ['GBK'], '王^愘'],
    ['UTF-8', 'e7 8e 8b 5e e5 b0 8f e6 9d b1', ['ISO_IR 192'], '王^小東'],
    ['UTF-8 beyond the first plane', 'f0 a0 80 80', ['ISO_IR 192'], '\u{20000}'],
  ])('%s', (_script, hex, sets, name) => {
    expect(decodeText(bytes(hex), sets, 'person-name')).toBe(name);
  });

  test('a name in three groups starts each of them anew', () => {
    const hex = '48 6f 6e 67 3d 1b 24 29 43 fb f3 3d 1b 24 29 43 c8 ab';
    expect(decodeText(bytes(hex), ['', 'ISO 2022 IR 149'], 'person-name')).toBe('Hong=洪=홍');
    // Without the escape in the second group nothing says that it is Korean: PS3.5 6.1.2.5.3 ends a set at `=`.
    expect(decodeText(bytes('1b 24 29 43 fb f3 3d fb f3'), ['', 'ISO 2022 IR 149'], 'person-name')).toBe('洪=ûó');
  });

  test('values of one element are told apart in every set, and GB18030 keeps its second byte 5C', () => {
    const name = (hex: string, set: string) => {
      const element = made.element(0x00081050, 'PN', bytes(hex));
      const read = readPart10(made.part10File([made.element(0x00080005, 'CS', made.text(set)), element]));
      return read.ok ? texts(read.value.dataSet, 0x00081050) : [];
    };
    expect(name('1b 24 42 3b 33 1b 28 42 5c 44 6f 65', '\\ISO 2022 IR 87')).toEqual(['山', 'Doe']);
    expect(name('81 5c 5c 44 6f 65', 'GB18030')).toEqual([decodeText(bytes('81 5c'), ['GB18030']), 'Doe']);
  });
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
