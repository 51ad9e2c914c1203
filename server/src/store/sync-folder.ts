import { open } from 'node:fs/promises';

/** A rename is only sure to survive a power cut when the folder it happened in is synced. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
