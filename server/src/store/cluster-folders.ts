import { readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** The cluster in use, inside the data folder. */
export const clusterFolder = 'postgres';
/** A copied and compared cluster of a newer major version, about to take the place of the one in use. */
export const verifiedCluster = 'postgres-verified';
export const keptName = (major: number | string) => `postgres-${major}-before-upgrade`;

/** Puts a copied and compared cluster in the place of the old one; answers where the old one is kept. */
export async function finishUpgrade(dataFolder: string): Promise<string | undefined> {
  const verified = path.join(dataFolder, verifiedCluster);
  if (!(await stat(verified).catch(() => undefined))) return undefined;
  const current = path.join(dataFolder, clusterFolder);
  const major = (await readFile(path.join(current, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const kept = path.join(dataFolder, keptName(major));
  if (major) await rename(current, kept);
  await rename(verified, current);
  await syncFolder(dataFolder);
  return major ? kept : undefined;
}
