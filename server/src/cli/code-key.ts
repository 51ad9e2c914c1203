import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';

const keyBytes = 32;

/** The secret that keys the hashes of one-time codes: made at the first start, readable by its owner alone. */
export async function readKey(file: string): Promise<Buffer> {
  const held = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  // A shorter one was cut off by a crash before anything depended on it.
  if (held?.byteLength === keyBytes) return held;
  const made = randomBytes(keyBytes);
  const handle = await open(file, 'w', 0o600);
  try {
    // A file that was there keeps its mode otherwise.
    await handle.chmod(0o600);
    await handle.writeFile(made);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return made;
}
