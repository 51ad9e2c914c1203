import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const PAGE_BYTES = 4096;

/** Resident bytes of a process; 0 when it has gone or the system does not tell. */
export async function residentMemory(processId: number): Promise<number> {
  try {
    if (process.platform === 'linux') {
      const pages = (await readFile(`/proc/${processId}/statm`, 'latin1')).split(' ')[1];
      return Number(pages) * PAGE_BYTES;
    }
    if (process.platform === 'win32') return 0;
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(processId)]);
    return Number(stdout.trim()) * 1024;
  } catch {
    return 0;
  }
}
