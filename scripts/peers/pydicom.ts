import { spawnSync } from 'node:child_process';
import { type Have, missing, present } from './have.ts';

/** Debian's Python with pydicom and numpy: the PATH may lead to another Python without them. */
export function havePydicom(): Have<string> {
  const python = '/usr/bin/python3';
  const answer = spawnSync(python, ['-c', 'import pydicom, numpy']);
  if (answer.status === 0) return present(python);
  return missing("pydicom (Debian's python3-pydicom, python3-numpy) is not installed: node scripts/peers.ts install");
}
