import { execFile } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { items, readPart10 } from '../packages/dicom-media/src/index.ts';
import { findProgram } from '../scripts/peers/have.ts';
import { type MadeStudy, makeStudy } from './made-study.ts';
import { median } from './measure.ts';
import { type Row, row } from './rows.ts';

type Options = { instances: number; size: string | undefined; runs: number; say: (text: string) => void };

const run = promisify(execFile);
const bench = 'dicomdir';

/** The directory of a folder of files, as a whole process: start, reading every header, writing. */
export async function benchDicomdir({
  instances,
  size,
  runs,
  say,
}: Options): Promise<{ rows: Row[]; notes: string[] }> {
  const study = await makeStudy(instances, size, say);
  const root = layOut(study);
  try {
    const cache = path.join(root, 'compile-cache');
    const ours = () => timeOurs(root, cache);
    const peer = findProgram('dcmmkdir');
    const theirs = () => timeProgram(peer ?? '', dcmmkdirArgs(root), root);
    // The first round fills the page cache and our compile cache.
    await ours();
    checkRecords(path.join(root, 'OURS'), study.files.length);
    const [oursSeconds, theirSeconds]: [number[], number[]] = [[], []];
    for (let round = 0; round < runs; round++) {
      say(`round ${round + 1} of ${runs}`);
      oursSeconds.push(await ours());
      if (peer) theirSeconds.push(await theirs());
    }
    if (peer) checkRecords(path.join(root, 'THEIRS'), study.files.length);
    const seconds = theirSeconds.length > 0 ? median(theirSeconds) : null;
    return {
      rows: [row(bench, `DICOMDIR of ${study.files.length} files`, median(oursSeconds), 's', 'dcmmkdir', seconds)],
      notes: [
        `Whole processes in turn, median of ${runs}, files in the page cache; Node with its compile cache, as an installed program has it.`,
        'dcmmkdir +I -Pmi with its default consistency check; both directories hold a record for every file.',
      ],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Names that a DICOMDIR may refer to, as hard links beside the study: nothing is copied. */
function layOut({ folder, files }: MadeStudy): string {
  const root = mkdtempSync(`${folder}-dicomdir-`);
  const series = path.join(root, 'DICOM', 'ST000001', 'SE000001');
  mkdirSync(series, { recursive: true });
  for (const [at, file] of files.entries()) linkSync(file, path.join(series, `IM${String(at + 1).padStart(6, '0')}`));
  return root;
}

const dcmmkdirArgs = (root: string) => ['+I', '+r', '-Pmi', '+id', root, '+D', path.join(root, 'THEIRS'), 'DICOM'];

async function timeOurs(root: string, compileCache: string): Promise<number> {
  const program = path.join(import.meta.dirname, 'dicomdir-process.ts');
  const args = [program, path.join(root), path.join(root, 'OURS')];
  return timeProgram(process.execPath, args, root, { ...process.env, NODE_COMPILE_CACHE: compileCache });
}

async function timeProgram(program: string, args: string[], cwd: string, env = process.env): Promise<number> {
  const started = performance.now();
  await run(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  return (performance.now() - started) / 1000;
}

/** A directory that leaves files out would be quick to make. */
function checkRecords(file: string, wanted: number): void {
  const reading = readPart10(new Uint8Array(readFileSync(file)));
  const records = reading.ok ? items(reading.value.dataSet, 0x00041220) : [];
  const leaves = records.filter((record) => record.elements.has(0x00041500)).length;
  if (leaves !== wanted) throw new Error(`${path.basename(file)} refers to ${leaves} of ${wanted} files`);
}
