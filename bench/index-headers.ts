import { execFile } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { findProgram } from '../scripts/peers/have.ts';
import type { HeaderJob } from './header-worker.ts';
import { makeStudy } from './made-study.ts';
import { median } from './measure.ts';
import { type Row, row } from './rows.ts';

type Options = { instances: number; size: string | undefined; runs: number; say: (text: string) => void };

const run = promisify(execFile);
const bench = 'index';

/** Patient, study and object: what a list needs, and less than our index holds. */
const DUMPED = ['0010,0010', '0010,0020', '0020,000d', '0008,0018'];

/** Headers indexed a second by one worker that is there already, next to dcmdump printing four values of the same files. */
export async function benchIndex({ instances, size, runs, say }: Options): Promise<{ rows: Row[]; notes: string[] }> {
  const { files } = await makeStudy(instances, size, say);
  const worker = new Worker(path.join(import.meta.dirname, 'header-worker.ts'));
  const dcmdump = findProgram('dcmdump');
  try {
    const [headers, whole, theirs]: [number[], number[], number[]] = [[], [], []];
    // The first rounds fill the page cache and let the code get warm, as in a server that runs.
    for (let round = -4; round < runs; round++) {
      // The first after the peer meets a machine that the peer warmed for itself: each is it every other round.
      const order = round % 2 === 0 ? [true, false] : [false, true];
      const seconds = new Map<boolean, number>();
      for (const headerOnly of order) seconds.set(headerOnly, await timeWorker(worker, { files, headerOnly }));
      const peerSeconds = dcmdump ? await timeDcmdump(dcmdump, files) : undefined;
      if (round < 0) continue;
      say(`round ${round + 1} of ${runs}`);
      headers.push(files.length / (seconds.get(true) ?? Number.NaN));
      whole.push(files.length / (seconds.get(false) ?? Number.NaN));
      if (peerSeconds !== undefined) theirs.push(files.length / peerSeconds);
    }
    const peerSpeed = theirs.length > 0 ? median(theirs) : null;
    const compare = (name: string, own: number[]) =>
      row(bench, name, median(own), 'files/s', 'dcmdump +P x4', peerSpeed);
    return {
      rows: [compare('headers indexed', headers), compare('indexed and walked to the end', whole)],
      notes: [
        `${files.length} files, median of ${runs} rounds in turn, page cache warm, one worker, synchronous reads.`,
        'Each index holds identity, description, pixels, problems and the material of a DICOMDIR; dcmdump is one process for all files and prints four values of each.',
      ],
    };
  } finally {
    await worker.terminate();
  }
}

async function timeWorker(worker: Worker, job: HeaderJob): Promise<number> {
  worker.postMessage(job);
  const [answer] = (await once(worker, 'message')) as [{ indexed: number; seconds: number }];
  if (answer.indexed !== job.files.length)
    throw new Error(`${answer.indexed} of ${job.files.length} files were indexed`);
  return answer.seconds;
}

async function timeDcmdump(program: string, files: readonly string[]): Promise<number> {
  const args = ['-q', ...DUMPED.flatMap((tag) => ['+P', tag]), ...files];
  const started = performance.now();
  const { stdout } = await run(program, args, { maxBuffer: 256 * 1024 * 1024 });
  const seconds = (performance.now() - started) / 1000;
  const lines = stdout.split('\n').filter((line) => line.startsWith('(0008,0018)')).length;
  if (lines < files.length) throw new Error(`dcmdump printed ${lines} of ${files.length} files`);
  return seconds;
}
