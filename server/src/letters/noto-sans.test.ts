import { describe, expect, it } from 'vitest';
import { fontBytes, fontRuns } from './noto-sans.ts';

describe('the letter font', () => {
  it('draws plain words from one file', () => {
    expect(fontRuns('Ana Rivera’s pictures — 45 CFR §164.524')).toEqual([
      { script: 'latin', text: 'Ana Rivera’s pictures — 45 CFR §164.524' },
    ]);
  });

  it('takes the signs of a name from as many files as it needs', () => {
    expect(fontRuns('Nguyễn')).toEqual([
      { script: 'latin', text: 'Nguy' },
      { script: 'vietnamese', text: 'ễ' },
      { script: 'latin', text: 'n' },
    ]);
    expect(fontRuns('Łucja Иван').map((run) => run.script)).toEqual(['latin-ext', 'latin', 'cyrillic']);
  });

  it('puts letters and their accents together before it looks', () => {
    expect(fontRuns('Jose\u0301')).toEqual([{ script: 'latin', text: 'José' }]);
  });

  it('shows a sign that no file has as a replacement, and loses none', () => {
    expect(fontRuns('Wang 王芳').map((run) => run.text)).toEqual(['Wang \ufffd\ufffd']);
  });

  it('draws no control sign and no direction mark that a name brings along', () => {
    expect(fontRuns('Ana\u202e arevi\u0007R\u0000')).toEqual([{ script: 'latin', text: 'Ana areviR' }]);
    expect(fontRuns('two\nlines')).toEqual([{ script: 'latin', text: 'two\nlines' }]);
  });

  it('unwraps each file to TrueType whose tables carry the checksums that its directory states', () => {
    for (const weight of [400, 600, 700] as const) expect(wrongTables(fontBytes('latin', weight))).toEqual([]);
    const broken = Buffer.from(fontBytes('latin-ext', 400));
    broken[broken.readUInt32BE(12 + 8) + 5] = 255 - (broken[broken.readUInt32BE(12 + 8) + 5] as number);
    expect(wrongTables(broken)).toHaveLength(1);
  });
});

/** Names of tables whose sum of 32-bit words differs (OpenType, “Calculating checksums”); `head` is summed without its own. */
function wrongTables(font: Buffer): string[] {
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  return tables
    .filter((at) => tableSum(font, at) !== font.readUInt32BE(at + 4))
    .map((at) => font.toString('latin1', at, at + 4));
}

function tableSum(font: Buffer, at: number): number {
  const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
  const isHead = font.toString('latin1', at, at + 4) === 'head';
  let sum = 0;
  for (let place = 0; place < length; place += 4) {
    if (!(isHead && place === 8)) sum = (sum + font.readUInt32BE(offset + place)) >>> 0;
  }
  return sum;
}
