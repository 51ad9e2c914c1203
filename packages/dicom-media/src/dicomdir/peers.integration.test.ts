import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import type { Have } from '../../../../scripts/peers/have.ts';
import { haveSamples } from '../../../../scripts/peers/have-samples.ts';
import { haveOrthanc, type Orthanc, startOrthanc } from '../../../../scripts/peers/orthanc.ts';
import { withPython } from '../../../../scripts/peers/python.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { checkDirectory } from '../../testing/directory-checks.ts';
import { everyRecord } from '../../testing/every-record.ts';
import { type FileSetFolder, makeFileSet } from '../../testing/file-set-folder.ts';
import { forgetAll, sendAlone, sendZip, type Taken } from '../../testing/import-into-orthanc.ts';
import { mixedSets, NOT_IN_PYDICOM } from '../../testing/mixed-sets.ts';
import { type PeersRow, peersPage } from '../../testing/peers-page.ts';
import { readDcmdump, readOwn } from '../../testing/read-back.ts';
import { sampleBytes, sampleObjects } from '../../testing/sample-files.ts';

const needs = {
  samples: haveSamples(),
  dcmdump: withTool('dcmdump'),
  dcdirdmp: withTool('dcdirdmp'),
  dcmmkdir: withTool('dcmmkdir'),
  dcmodify: withTool('dcmodify'),
  dciodvfy: withTool('dciodvfy'),
  dcentvfy: withTool('dcentvfy'),
  zip: withTool('zip'),
  orthanc: haveOrthanc(),
  python: withPython('pydicom', 'gdcm'),
};

const page = path.resolve(import.meta.dirname, '../../../../docs/dicomdir-peers.md');
const reader = path.resolve(import.meta.dirname, '../../testing/read-dicomdirs.py');

/** Present by then: the suite is skipped by name when it is not. */
function given<T>(need: Have<T>): T {
  if (!need.present) throw new Error(need.reason);
  return need.value;
}

let folder: string;
let orthanc: Orthanc;
let singles: FileSetFolder[];
let mixed: FileSetFolder[];
const rows = new Map<FileSetFolder, PeersRow>();

describeWith(Object.values(needs), 'DICOMDIRs of every sample and of mixed sets, at the peers', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-peers-'));
    orthanc = await startOrthanc(given(needs.orthanc), { settings: { SyncStorageArea: false } });
    singles = sampleObjects().map(({ file }, at) =>
      makeFileSet(path.join(folder, `S${at}`), [{ name: file, bytes: sampleBytes(file) }]),
    );
    mixed = mixedSets().map(({ objects, icon }, at) => makeFileSet(path.join(folder, `M${at}`), objects, icon));
    const names = [...sampleObjects().map(({ file }) => file), ...mixedSets().map(({ name }) => name)];
    for (const [at, set] of [...singles, ...mixed].entries()) rows.set(set, { name: names[at] ?? '', leftOut: [] });
  });
  afterAll(async () => {
    await orthanc?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const rowOf = (set: FileSetFolder): PeersRow => rows.get(set) as PeersRow;
  const listed = () => [...singles, ...mixed].filter(({ directory }) => readOwn(directory.bytes).leaves.length > 0);

  test("dciodvfy and dcentvfy find nothing in ours that DCMTK's own is free of", async () => {
    const tools = {
      dcmmkdir: given(needs.dcmmkdir),
      dcmodify: given(needs.dcmodify),
      dciodvfy: given(needs.dciodvfy),
      dcentvfy: given(needs.dcentvfy),
    };
    const waiting = listed().values();
    const lane = async () => {
      for (const set of waiting) rowOf(set).checked = await checkDirectory(set, tools);
    };
    await Promise.all([lane(), lane()]);
    const more = listed().flatMap((set) => {
      const { name, checked } = rowOf(set);
      return [...(checked?.dciodvfy.oursAlone ?? []), ...(checked?.dcentvfy.oursAlone ?? [])].map((line) => [
        name,
        line,
      ]);
    });
    expect(more).toEqual([]);
  }, 240_000);

  test('DCMTK, pydicom and GDCM read the same records, files and UIDs', async () => {
    const sets = listed();
    const files = sets.map((set) => path.join(set.folder, 'DICOMDIR'));
    const dumped = readDcmdump((await given(needs.dcmdump)(['-q', '+L', '-Un', ...files])).stdout);
    const others = given(needs.python)(reader, files) as { pydicom: unknown; gdcm: unknown }[];
    sets.forEach((set, at) => {
      const { records, leaves } = readOwn(set.directory.bytes);
      const { name } = rowOf(set);
      expect({ name, read: dumped[at] }).toEqual({ name, read: records });
      expect({ name, read: others[at]?.pydicom }).toEqual({ name, read: leaves });
      const unplaced = records.map(({ at: _at, next: _next, below: _below, ...record }) => record);
      expect({ name, read: others[at]?.gdcm }).toEqual({ name, read: unplaced });
      rowOf(set).readBack = { records: records.length, files: leaves.length };
    });
  }, 120_000);

  test('pydicom 2.3 reads no directory with an annotation in it, whoever made it', async () => {
    const [made] = everyRecord.filter(({ type }) => type === NOT_IN_PYDICOM);
    const set = makeFileSet(path.join(folder, 'A'), [{ name: NOT_IN_PYDICOM, bytes: made?.bytes as Uint8Array }]);
    const theirs = path.join(folder, 'A', 'THEIRS');
    const files = set.filed.map(({ fileId }) => fileId);
    await given(needs.dcmmkdir)(['-Pmi', '+id', set.folder, '+D', theirs, ...files], { cwd: set.folder });
    const read = given(needs.python)(reader, [path.join(set.folder, 'DICOMDIR'), theirs]);
    const refused = { pydicom: { refused: "KeyError: 'ANNOTATION'" } };
    expect(read).toMatchObject([refused, refused]);
  });

  test('dcdirdmp follows our links to every file', async () => {
    for (const set of mixed) {
      const { stderr } = await given(needs.dcdirdmp)(['DICOMDIR'], { cwd: set.folder });
      const found = [...stderr.matchAll(/^\s*-> (\S+)$/gm)].map(([, fileId = '']) => fileId.replaceAll('\\', '/'));
      expect(found).toEqual(readOwn(set.directory.bytes).leaves.map(({ fileId }) => fileId));
    }
  });

  test('Orthanc imports every file from the file-set that it takes when it is sent alone', async () => {
    const alone = new Map<string, Taken>();
    for (const { filed } of [...singles, ...mixed])
      for (const { name, bytes } of filed) if (!alone.has(name)) alone.set(name, await sendAlone(orthanc.url, bytes));
    for (const set of singles) rowOf(set).orthanc = saidOf(alone.get(set.filed[0]?.name ?? ''));
    await forgetAll(orthanc.url);
    for (const set of mixed) {
      const imported = new Set(await sendZip(orthanc.url, set, given(needs.zip)));
      const answers = set.filed.map(({ name }) => alone.get(name));
      const ids = answers.flatMap((taken) => (taken && 'id' in taken ? [taken.id] : []));
      expect(ids.filter((id) => !imported.has(id))).toEqual([]);
      rowOf(set).orthanc = `all ${ids.length} (of ${answers.length}) that it takes alone`;
    }
  }, 120_000);

  test('the page says what was found (written anew with vitest --update)', async () => {
    const rowsOf = (sets: readonly FileSetFolder[]) => sets.map((set) => ({ ...rowOf(set), leftOut: leftOut(set) }));
    await expect(peersPage(rowsOf(mixed), rowsOf(singles))).toMatchFileSnapshot(page);
  });
});

function saidOf(taken: Taken | undefined): string {
  if (!taken) return 'not sent';
  return 'id' in taken ? 'takes it' : `refuses it alone: ${taken.refused}`;
}

/** Objects without a record, each with the reason. */
function leftOut({ directory, keptAside }: FileSetFolder): string[] {
  const reasons = directory.notes.flatMap((note) => (note.code === 'left-out' ? [note.reason] : []));
  return [...reasons, ...keptAside];
}
