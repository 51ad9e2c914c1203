import { describe, expect, it } from 'vitest';
import { packOptions } from './pack-options.ts';

const read = (...args: string[]) => packOptions({ args, folder: '/home/ana' });
const sentence = (...args: string[]) => {
  const options = read(...args);
  return options.ok ? undefined : options.refusal;
};

describe('words of the pack command', () => {
  it('take paths from where the person is, and the form from the name of the output', () => {
    expect(read('study', '/media/cd/DICOMDIR', '-o', 'copy.ZIP')).toMatchObject({
      ok: true,
      value: {
        inputs: ['/home/ana/study', '/media/cd/DICOMDIR'],
        output: '/home/ana/copy.ZIP',
        form: 'zip',
        pictures: true,
      },
    });
    expect(read('a', '--output=disc.iso', '--disc', 'cd')).toMatchObject({
      value: { form: 'iso', disc: { choice: 'cd', capacityBytes: undefined } },
    });
    expect(read('a', '-o', 'a.iso', '--disc', 'cd', '--capacity', '650')).toMatchObject({
      value: { disc: { choice: 'cd', capacityBytes: 650_000_000 } },
    });
    expect(read('a', '-o', '/media/stick')).toMatchObject({ value: { form: 'folder' } });
  });

  it.each([
    [['-o', 'a.zip'], 'what to pack'],
    [['a'], 'where to write'],
    [['a', '-o', 'a.tar.gz'], '.zip or .iso'],
    [['a', '-o', 'a.iso', '--disc', 'floppy'], 'cd, dvd or bd'],
    [['a', '-o', 'a.zip', '--disc', 'cd'], 'ends in .iso'],
    [['a', '-o', 'a.iso', '--capacity', '650'], 'needs --disc'],
    [['a', '-o', 'a.iso', '--disc', 'cd', '--capacity', 'big'], 'number of MB'],
    [['a', '-o', 'a.zip', '--only', 'reports'], 'pictures'],
    [['a', '-o', 'a.zip', '--only', 'pictures', '--no-pictures'], 'nothing to pack'],
    [['a', '-o', 'a.iso', '--password'], 'Only a ZIP'],
    [['a', '-o', 'a.zip', '--language', 'fr'], 'en or es'],
    [['a', '-o', 'a.zip', '--contact', 'x'], '--facility'],
    [['a', '-o', 'a.zip', '--wrong'], 'Unknown option'],
  ])('%j is answered in a sentence', (args, words) => {
    expect(sentence(...args)).toContain(words);
  });

  it('never takes a password from the argument list, and does not repeat one that stood there', () => {
    const answer = sentence('a', '-o', 'a.zip', '--password=open sesame 123');
    expect(answer).toBeDefined();
    expect(answer).not.toContain('sesame');
  });
});
