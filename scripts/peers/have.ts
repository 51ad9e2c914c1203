import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** A peer that tests run against: where it is, or why it is not there. */
export type Have<T> = { present: true; value: T } | { present: false; reason: string };

export function present<T>(value: T): Have<T> {
  return { present: true, value };
}

/** Off CI a missing peer is a reason to skip by name; in CI it is a failure. */
export function missing(reason: string): { present: false; reason: string } {
  if (process.env.CI) throw new Error(`A peer is missing in CI: ${reason}`);
  return { present: false, reason };
}

/** Debian keeps servers in sbin, which the PATH of an ordinary user lacks. */
const alwaysLookedAt = ['/usr/sbin', '/usr/local/sbin'];

export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...alwaysLookedAt];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
