import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPlainReadme, pdiFaults } from '@echoback/dicom-media';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDirectory } from '../../../packages/dicom-media/testing/directory-checks.ts';
import { indexOf } from '../../../packages/dicom-media/testing/sample-files.ts';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { type Tool, withTool } from '../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../scripts/samples.ts';
import { rawZip } from '../testing/raw-zip.ts';
import { type PackReport, type PackWish, pack } from './pack.ts';

const names = ['unzip', 'zip', 'xorriso', '7z', 'dcmdump', 'dcmmkdir', 'dcmodify', 'dciodvfy', 'dcentvfy'] as const;
const tools = names.map((name) => [name, withTool(name)] as const);
const tool = (name: (typeof names)[number]): Tool => {
  const found = tools.find(([each]) => each === name)?.[1];
  if (!found?.present) throw new Error(`${name} is missing`);
  return found.value;
};

const signal = new AbortController().signal;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describeWith(
  [haveSamples(), ...tools.map(([, have]) => have)],
  'a copy of every sample, mixed with hostile files',
  () => {
    let folder: string;
    const at = (...parts: string[]) => path.join(folder, ...parts);
    const wish = (output: string, change: Partial<PackWish> = {}): PackWish => ({
      inputs: [samplesFolder, at('hostile')],
      output: at(output),
      form: 'folder',
      only: undefined,
      disc: undefined,
      password: undefined,
      force: false,
      pictures: false,
      severalPatients: true,
      hashOutputs: false,
      ffmpegPath: undefined,
      language: 'en',
      facility: 'Riverside Imaging',
      contact: 'records@riverside.example',
      createdOn: '2026-11-24',
      ...change,
    });
    const packed = async (output: string, change: Partial<PackWish> = {}): Promise<PackReport> => {
      const outcome = await pack(wish(output, change), { signal, onProgress: () => {} });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.value;
    };
    /** Every file of a folder with the hash of its content. */
    const contents = (root: string, below = '**/*') =>
      new Map(
        globSync(below, { cwd: root, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
          .map((file) => [path.relative(root, file), sha256(readFileSync(file))] as const),
      );
    const originals = (root: string) => [...contents(root, 'DICOM/**/*').values()].sort();

    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'echoback-pack-'));
      mkdirSync(at('hostile'));
      const object = readFileSync(path.join(samplesFolder, 'other/MR_small.dcm'));
      const files: Record<string, Uint8Array> = {
        'cut.dcm': object.subarray(0, 3000),
        'empty.dcm': new Uint8Array(0),
        'noise.dcm': Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 7919) % 251)),
        'bad.zip': rawZip([{ name: '../up.dcm', bytes: object }]),
        'notes.txt': Buffer.from('nothing'),
      };
      for (const [name, bytes] of Object.entries(files)) writeFileSync(at('hostile', name), bytes);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('goes into a folder, originals byte for byte, and the bad ones are named with their reasons', async () => {
      const report = await packed('folder');
      const given = contents(samplesFolder);
      const held = new Set(given.values());
      const changed = originals(at('folder')).filter((hash) => !held.has(hash));
      // Preambles that could be a program, and tails behind the data set: README.TXT lists them.
      const readme = readFileSync(at('folder/README.TXT'));
      const listed =
        readme
          .toString('ascii')
          .split('NOTES ON DICOMDIR')[0]
          ?.match(/^ {4}DICOM\/\S+$/gm) ?? [];
      expect(changed).toHaveLength(listed.length);
      expect(report.files).toBe(originals(at('folder')).length);
      expect(report.files).toBeGreaterThan(120);
      const reasons = new Map(
        report.bad.map(({ shownAs, reason }) => [shownAs.replace(`${at('hostile')}/`, ''), reason]),
      );
      expect(Object.fromEntries([...reasons].filter(([name]) => !name.startsWith('/')))).toEqual({
        'bad.zip/../up.dcm': 'unsafe-name',
        'cut.dcm': 'same-uid-other-content',
        'empty.dcm': 'not-dicom',
        'noise.dcm': 'not-dicom',
      });
      expect(isPlainReadme(readme)).toBe(true);
      const whole = [...contents(at('folder')).keys()].map((name) => ({ name, content: contentOf(name) }));
      expect(pdiFaults(whole)).toEqual([]);
    });

    it('has a DICOMDIR that DCMTK reads, and every file that it refers to is there', async () => {
      const { stdout } = await tool('dcmdump')(['-q', '+P', '0004,1500', '+P', '0004,1430', 'DICOMDIR'], {
        cwd: at('folder'),
      });
      const fileIds = [...stdout.matchAll(/\(0004,1500\) CS \[([^\]]+)\]/g)].map(([, id = '']) =>
        id.replaceAll('\\', '/'),
      );
      const held = [...contents(at('folder'), 'DICOM/**/*').keys()];
      expect(fileIds.filter((id) => !held.includes(id))).toEqual([]);
      // A DICOMDIR may only refer to files with a meta header (PS3.10 7): the sample without one lies there unlisted.
      expect(held.filter((id) => !fileIds.includes(id)).length).toBeLessThanOrEqual(3);
    });

    it('goes into a ZIP and a disc image, and comes out of them the same', async () => {
      await packed('copy.zip', { form: 'zip' });
      await packed('copy.iso', { form: 'iso' });
      mkdirSync(at('unzipped'));
      expect((await tool('unzip')(['-q', at('copy.zip'), '-d', at('unzipped')])).code).toBe(0);
      mkdirSync(at('burnt'));
      await tool('xorriso')(['-osirrox', 'on', '-indev', at('copy.iso'), '-extract', '/', at('burnt')]);
      expect((await tool('7z')(['x', '-tudf', `-o${at('udf')}`, at('copy.iso')])).code).toBe(0);
      const whole = contents(at('folder'), '{DICOM/**/*,DICOMDIR,INDEX.HTM}');
      for (const root of ['unzipped', 'burnt', 'udf']) {
        expect(contents(at(root), '{DICOM/**/*,DICOMDIR,INDEX.HTM}'), root).toEqual(whole);
      }
    });

    it('is free of whatever the checkers find in our DICOMDIR alone', async () => {
      await packed('study', { inputs: [path.join(samplesFolder, 'us'), path.join(samplesFolder, 'sr')] });
      const filed = [...contents(at('study'), 'DICOM/**/*').keys()].map((fileId) => {
        const bytes = readFileSync(at('study', fileId));
        const index = indexOf(bytes);
        if (!index.ok) throw new Error('a packed file is read');
        return { fileId, bytes, name: fileId, index: index.value };
      });
      const directory = { bytes: readFileSync(at('study/DICOMDIR')), notes: [] };
      const set = { folder: at('study'), filed, keptAside: [], directory };
      const checked = await checkDirectory(set, {
        dcmmkdir: tool('dcmmkdir'),
        dcmodify: tool('dcmodify'),
        dciodvfy: tool('dciodvfy'),
        dcentvfy: tool('dcentvfy'),
      });
      expect(checked.dciodvfy.oursAlone).toEqual([]);
      expect(checked.dcentvfy.oursAlone).toEqual([]);
    });

    it('gives the same copy again from a ZIP, a disc image and a DICOMDIR', async () => {
      const wanted = originals(at('study'));
      await packed('stored.zip', { inputs: [at('study')], form: 'zip' });
      await tool('zip')(['-q', '-r', at('deflated.zip'), '.'], { cwd: at('study') });
      await packed('ours.iso', { inputs: [at('study')], form: 'iso' });
      await tool('xorriso')(['-as', 'mkisofs', '-quiet', '-o', at('peer.iso'), at('study')]);
      for (const input of ['stored.zip', 'deflated.zip', 'ours.iso', 'peer.iso', 'study/DICOMDIR']) {
        const output = `from-${input.replaceAll(/[./]/g, '-')}`;
        const report = await packed(output, { inputs: [at(input)] });
        expect(report.bad, input).toEqual([]);
        expect(originals(at(output)), input).toEqual(wanted);
      }
    });

    it('leaves no folder behind when it is stopped while it writes', async () => {
      const stopping = new AbortController();
      const onProgress = (stage: string, done: number) => {
        if (stage === 'writing' && done > 1_000_000) stopping.abort();
      };
      const before = readdirSync(folder);
      await expect(pack(wish('stopped'), { signal: stopping.signal, onProgress })).rejects.toThrow();
      expect(readdirSync(folder)).toEqual(before);
    });

    it('refuses several patients and an output that is there, and replaces only what has its names', async () => {
      const several = await pack(wish('x.zip', { form: 'zip', severalPatients: false }), {
        signal,
        onProgress: () => {},
      });
      expect(several).toMatchObject({ ok: false, refusal: { code: 'several-patients' } });
      writeFileSync(at('study/mine.txt'), 'mine');
      const inputs = [path.join(samplesFolder, 'other/MR_small.dcm')];
      const again = await pack(wish('study', { inputs }), { signal, onProgress: () => {} });
      expect(again).toMatchObject({ ok: false, refusal: { code: 'output-exists' } });
      const report = await packed('study', { inputs, force: true });
      expect(originals(at('study'))).toHaveLength(report.files);
      expect(readFileSync(at('study/mine.txt'), 'utf8')).toBe('mine');
      expect(readdirSync(folder).filter((name) => name.startsWith('.echoback'))).toEqual([]);
    });

    it('encrypts a ZIP', async () => {
      const inputs = [path.join(samplesFolder, 'other/MR_small.dcm')];
      await packed('sealed.zip', { inputs, form: 'zip', password: 'correct horse battery' });
      const tested = await tool('7z')(['t', '-pcorrect horse battery', at('sealed.zip')]);
      expect(tested.stdout).toContain('Everything is Ok');
    });
  },
);

function contentOf(name: string): Parameters<typeof pdiFaults>[0][number]['content'] {
  const root = { DICOMDIR: 'dicomdir', 'README.TXT': 'readme', 'INDEX.HTM': 'start-page' } as const;
  const folders = { DICOM: 'dicom', IHE_PDI: 'web', PICTURES: 'picture', REPORTS: 'report' } as const;
  const [first = ''] = name.split('/');
  return root[name as keyof typeof root] ?? folders[first as keyof typeof folders];
}
