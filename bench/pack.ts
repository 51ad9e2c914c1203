import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../scripts/peers/have.ts';
import type { PackingSource } from '../server/src/packing/packing-source.ts';
import { writeDisc } from '../server/src/packing/write-disc.ts';
import { writeZip } from '../server/src/packing/write-zip.ts';
import { type MadeStudy, makeStudy } from './made-study.ts';
import { median, timeShell } from './measure.ts';
import { type Row, row } from './rows.ts';

type Options = { instances: number; size: string | undefined; runs: number; say: (text: string) => void };

const bench = 'pack';

/** A folder of DICOM to one file on disk, next to the programs that do the same; everything synced before it counts. */
export async function benchPack({ instances, size, runs, say }: Options): Promise<{ rows: Row[]; notes: string[] }> {
  const study = await makeStudy(instances, size, say);
  const sources = await sourcesOf(study);
  const folder = await mkdtemp(path.join(tmpdir(), 'echoback-bench-pack-'));
  try {
    const ways = waysToPack(study, sources, folder);
    // The first round fills the page cache.
    for (const way of ways) await timeWay(way, folder);
    const seconds = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
    for (let run = 0; run < runs; run++) {
      say(`round ${run + 1} of ${runs}`);
      // Every other round goes backwards, so that none always meets what the same one left to the disk.
      for (const way of run % 2 === 0 ? ways : ways.toReversed()) {
        seconds.get(way.name)?.push(await timeWay(way, folder));
      }
    }
    const speed = (name: string) => {
      const taken = seconds.get(name);
      return taken ? study.totalBytes / 1e6 / median(taken) : null;
    };
    const compare = (name: string, ours: string, peer: string) =>
      row(bench, name, speed(ours) ?? 0, 'MB/s', peer, speed(peer));
    return {
      rows: [
        compare('folder to ZIP', 'zip', 'zip -0 -r'),
        compare('folder to ISO', 'iso', 'xorriso -as mkisofs'),
        compare('echoback pack --no-pictures', 'command', 'zip -0 -r'),
      ],
      notes: [
        `${study.files.length} files, ${(study.totalBytes / 1e6).toFixed(0)} MB, read from the page cache. Median of ${runs} rounds, all ways in turn.`,
        'Each is timed until its file is on the disk (fsync); the programs by sync(1) on what they wrote.',
        'echoback pack is the whole command as a process: it starts, reads every header, checks every file to its end, and writes DICOMDIR and pages too. Pictures and clips are extra: --no-pictures leaves them out.',
        "xorriso writes ISO 9660 and Joliet; Echoback's image has UDF as well. zip and Echoback's ZIP store.",
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Way = { name: string; pack: (target: string) => Promise<unknown> };

function waysToPack(study: MadeStudy, sources: readonly PackingSource[], folder: string): Way[] {
  const signal = new AbortController().signal;
  const volume = { label: 'BENCH', createdOn: '2026-10-01' };
  const inShell = (name: string, program: string, line: (target: string) => string): Way[] =>
    findProgram(program)
      ? [{ name, pack: (target) => timeShell(`${line(target)} && sync '${target}' '${folder}'`, study.folder) }]
      : [];
  return [
    { name: 'zip', pack: (target) => writeZip(target, sources, { signal }) },
    ...inShell('zip -0 -r', 'zip', (target) => `zip -q -0 -r '${target}' .`),
    { name: 'command', pack: (target) => packByCommand(study.folder, target) },
    { name: 'iso', pack: (target) => writeDisc(target, volume, sources, { signal }) },
    ...inShell(
      'xorriso -as mkisofs',
      'xorriso',
      (target) => `xorriso -as mkisofs -quiet -J -o '${target}' . 2>/dev/null`,
    ),
  ];
}

const main = path.resolve(import.meta.dirname, '../server/src/main.ts');

function packByCommand(folder: string, target: string): Promise<unknown> {
  return promisify(execFile)(process.execPath, [main, 'pack', folder, '-o', target, '--no-pictures']);
}

async function timeWay({ pack }: Way, folder: string): Promise<number> {
  const target = path.join(folder, 'packed.zip');
  const started = performance.now();
  await pack(target);
  const seconds = (performance.now() - started) / 1000;
  await rm(target);
  return seconds;
}

async function sourcesOf({ folder, files }: MadeStudy): Promise<PackingSource[]> {
  return Promise.all(
    files.map(async (file) => ({ name: path.relative(folder, file), file, sizeBytes: (await stat(file)).size })),
  );
}
