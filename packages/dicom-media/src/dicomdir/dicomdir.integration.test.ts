import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import { type Have, missing, present } from '../../../../scripts/peers/have.ts';
import { type Tool, withTool } from '../../../../scripts/peers/tools.ts';
import { indexOf, sampleBytes, sampleObjects, samplesPresent } from '../../testing/sample-files.ts';
import { type Dicomdir, fileIdsFor, writeDicomdir } from '../index.ts';

const samples: Have<true> = samplesPresent ? present(true) : missing('the DICOM samples are absent');
const dcmdump = withTool('dcmdump');
const dcmmkdir = withTool('dcmmkdir');
const dciodvfy = withTool('dciodvfy');
const dcentvfy = withTool('dcentvfy');

type FileSet = { folder: string; fileIds: string[]; directory: Dicomdir };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-dicomdir-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The samples as a release lays them out, with our directory over them. */
function fileSetOf(name: string, folders: string[]): FileSet {
  const objects = sampleObjects(...folders).flatMap(({ file }) => {
    const bytes = sampleBytes(file);
    const index = indexOf(bytes);
    return index.ok && index.value.exportForm.isPart10 ? [{ bytes, index: index.value }] : [];
  });
  const fileIds = fileIdsFor(objects.map(({ index }) => index));
  const instances = objects.map(({ index }, at) => ({ index, fileId: fileIds[at] as string }));
  const root = path.join(folder, name);
  objects.forEach(({ bytes }, at) => {
    const file = path.join(root, fileIds[at] as string);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  });
  const directory = writeDicomdir({ fileSetId: 'ECHOBACK', instances });
  writeFileSync(path.join(root, 'DICOMDIR'), directory.bytes);
  return { folder: root, fileIds, directory };
}

/** What a checker complains about, each complaint once: file names and places in the text vary by order. */
async function findings(checker: Tool, args: string[], cwd: string): Promise<Set<string>> {
  const { stdout, stderr } = await checker(args, { cwd });
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /^(Error|Warning)/.test(line));
  return new Set(lines.map((line) => line.trim()));
}

const sets: [name: string, folders: string[]][] = [
  ['ultrasound', ['us/', 'studies/utf8-name', 'studies/pediatric-echo', 'video/']],
  ['mixed', ['media/us-synthetic', 'sr/', 'pdf/', 'other/']],
  ['charsets', ['charset/']],
  ['two-patients', ['media/dicomdirtests']],
];

describeWith([samples, dcmdump, dcmmkdir, dciodvfy, dcentvfy], 'A DICOMDIR next to one made by DCMTK', () => {
  if (!dcmdump.present || !dcmmkdir.present || !dciodvfy.present || !dcentvfy.present) return;
  const [dump, make, checkOne, checkAll] = [dcmdump.value, dcmmkdir.value, dciodvfy.value, dcentvfy.value];

  test.each(sets)("%s: the checkers find nothing in ours that DCMTK's is free of", async (name, folders) => {
    // DCMTK leaves a document without an instance number out, and so has nothing to say about it.
    const ours = fileSetOf(
      name,
      folders.filter((samplesOf) => samplesOf !== 'pdf/'),
    );
    const peers = `${ours.folder}-dcmtk`;
    cpSync(path.join(ours.folder, 'DICOM'), path.join(peers, 'DICOM'), { recursive: true });
    const peersDirectory = path.join(peers, 'DICOMDIR');
    await make(['+I', '+r', '-Pmi', '+id', peers, '+D', peersDirectory, 'DICOM'], { cwd: peers });
    expect(existsSync(peersDirectory)).toBe(true);
    const theirs = await findings(checkOne, ['DICOMDIR'], peers);
    const found = await findings(checkOne, ['DICOMDIR'], ours.folder);
    expect([...found].filter((line) => !theirs.has(line))).toEqual([]);
    const files = ['DICOMDIR', ...ours.fileIds];
    const theirsAcross = await findings(checkAll, files, peers);
    const foundAcross = await findings(checkAll, files, ours.folder);
    expect([...foundAcross].filter((line) => !theirsAcross.has(line))).toEqual([]);
  });

  test.each(sets)('%s: DCMTK finds every file that is referred to, and each file is', async (name, folders) => {
    const { folder: root, fileIds, directory } = fileSetOf(`${name}-references`, folders);
    const { code, stdout } = await dump(['-q', '+P', '0004,1500', '+p', 'DICOMDIR'], { cwd: root });
    expect(code).toBe(0);
    const referred = [...stdout.matchAll(/\[([^\]]+)\]/g)].map(([, fileId = '']) => fileId.replaceAll('\\', '/'));
    for (const fileId of referred) expect(existsSync(path.join(root, fileId))).toBe(true);
    const leftOut = directory.notes.flatMap((note) => (note.code === 'left-out' ? [note.fileId] : []));
    expect([...referred, ...leftOut].sort()).toEqual([...fileIds].sort());
  });

  test('DCMTK can go on with our directory: it reads, checks and writes it again', async () => {
    const { folder: root } = fileSetOf('update', ['media/us-synthetic']);
    const { code, stderr } = await make(['+r', '+U', '-Pmi', '+id', root, '+D', path.join(root, 'DICOMDIR'), 'DICOM'], {
      cwd: root,
    });
    expect(stderr).not.toContain('E: ');
    expect(code).toBe(0);
  });

  test('the checker is silent about a file-set of ultrasound, report and document', async () => {
    const { folder: root } = fileSetOf('silent', ['media/us-synthetic']);
    expect([...(await findings(checkOne, ['DICOMDIR'], root))]).toEqual([]);
  });
});
