import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveSamples, samplesFolder } from '../../../scripts/samples.ts';
import { runInspect } from './run-inspect.ts';
import { runPack } from './run-pack.ts';
import type { Terminal, Tool } from './terminal.ts';

describe.skipIf(!haveSamples())('the tools at a terminal', () => {
  let folder: string;
  const sample = (name: string) => path.join(samplesFolder, name);
  const whole = sample('other/MR_small.dcm');
  const cut = sample('edge/MR_truncated.dcm');

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-tools-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function call(tool: Tool, args: string[], password?: string) {
    const said = { out: '', err: '' };
    const into = (name: 'out' | 'err') =>
      new Writable({
        write: (chunk, _encoding, done) => {
          said[name] += chunk;
          done();
        },
      }) as NodeJS.WriteStream;
    const terminal: Terminal = {
      args,
      folder,
      today: '2026-01-10',
      password,
      ffmpegPath: undefined,
      stdin: { isTTY: false } as NodeJS.ReadStream,
      stdout: into('out'),
      stderr: into('err'),
      signal: new AbortController().signal,
    };
    return { code: await tool(terminal), ...said };
  }

  it('tells by the exit code whether all, some or nothing was packed', async () => {
    expect(await call(runPack, [whole, '-o', 'all.zip', '--no-pictures'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Packed 1 file of 1 patient, 1 exam, 9\.8 kB\.\n.*all\.zip: \d+ kB\n$/),
    });
    const broken = path.join(folder, 'broken.dcm');
    writeFileSync(broken, readFileSync(whole).subarray(0, 900));
    expect(await call(runPack, [whole, broken, '-o', 'some.zip', '--no-pictures'])).toMatchObject({
      code: 2,
      out: expect.stringMatching(/broken\.dcm: it is damaged \([a-z-]+\)/),
    });
    expect(await call(runPack, [broken, '-o', 'none.zip', '--json'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/"reason":"[a-z-]+"/),
    });
    rmSync(broken);
    expect(await call(runPack, ['-o', 'none.zip'])).toMatchObject({ code: 1, out: '' });
    expect(readdirSync(folder).sort()).toEqual(['all.zip', 'some.zip']);
  });

  it('packs a file that is cut off among its pixels, and says so', async () => {
    const packed = await call(runPack, [cut, '-o', 'cut.zip', '--no-pictures', '--json']);
    expect(packed.code).toBe(0);
    expect(JSON.parse(packed.out)).toMatchObject({ packed: { files: 1 }, cutOff: [cut], bad: [] });
  });

  it('takes a password from a file or the environment, and wants one that is long enough', async () => {
    writeFileSync(path.join(folder, 'secret'), 'correct horse battery\nsecond line');
    const args = [whole, '--no-pictures', '-o'];
    expect(await call(runPack, [...args, 'a.zip', '--password-file', 'secret'])).toMatchObject({ code: 0 });
    expect(await call(runPack, [...args, 'b.zip', '--password'], 'correct horse battery')).toMatchObject({ code: 0 });
    expect(await call(runPack, [...args, 'c.zip', '--password'], 'short')).toMatchObject({ code: 1 });
    expect(await call(runPack, [...args, 'c.zip', '--password'])).toMatchObject({ code: 1 });
    // Method 99: AES, as WinZip wrote it down.
    for (const name of ['a.zip', 'b.zip']) expect(readFileSync(path.join(folder, name)).readUInt16LE(8)).toBe(99);
  });

  it('shows a header with what is nested, and whether the file is sound', async () => {
    const shown = await call(runInspect, [sample('us/us1-rgb.dcm')]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('Transfer syntax  Explicit VR Little Endian (1.2.840.10008.1.2.1)');
    expect(shown.out).toMatch(/^Sound {12}yes/m);
    expect(shown.out).toMatch(/^\(0010,0010\) PN +\d+ {2}Patient's Name +\S/m);
    const nested = await call(runInspect, [sample('sr/reportsi.dcm'), '--json']);
    const { elements } = JSON.parse(nested.out);
    const content = elements.find(({ tag }: { tag: string }) => tag === '(0040,A730)');
    expect(content.items[0].map(({ tag }: { tag: string }) => tag)).toContain('(0040,A040)');
    expect(await call(runInspect, [cut])).toMatchObject({
      code: 2,
      out: expect.stringContaining('byte 1488: pixel-data-truncated'),
    });
    // What `pack` keeps aside is not called sound here: a picture without pixels, frames that no file could hold.
    expect(await call(runInspect, [sample('edge/UN_sequence.dcm')])).toMatchObject({
      code: 2,
      out: expect.stringContaining('pixel-data-missing'),
    });
    expect(await call(runInspect, ['/dev/null'])).toMatchObject({ code: 1, err: expect.not.stringMatching(/folder/) });
    expect(await call(runInspect, [sample('README.md')])).toMatchObject({ code: 1, out: '' });
    expect(await call(runInspect, ['nowhere'])).toMatchObject({ code: 1, out: '' });
  });

  it('prints nothing from a file that a terminal would obey', async () => {
    const bytes = readFileSync(whole);
    const name = bytes.indexOf('CompressedSamples');
    bytes.write('\u001b]0;owned\u0007\u001b[2J', name, 'latin1');
    writeFileSync(path.join(folder, 'escape.dcm'), bytes);
    const { out } = await call(runInspect, ['escape.dcm']);
    expect(out).toContain(']0;owned');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);

    const named = path.join(folder, 'na\nme\u001b[31m\u202egpj.dcm');
    writeFileSync(named, bytes.subarray(0, 900));
    for (const args of [
      [named, '-o', 'none.zip'],
      [named, whole, '-o', 'escape.zip', '--no-pictures'],
      [whole, '-o', 'no\u001b[31m/x.zip'],
    ]) {
      const said = await call(runPack, args);
      expect(said.out + said.err).toMatch(/na·me·\[31m·gpj\.dcm|no·\[31m/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
      expect(said.out + said.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });
});
