import { readFile } from 'node:fs/promises';
import path from 'node:path';

const builtViewer = path.resolve(import.meta.dirname, '../../../web/dist/offline/INDEX.HTM');

/** The offline viewer without data, as `npm run build:web` made it; undefined when it was not built. */
export function readBuiltViewer(): Promise<string | undefined> {
  return readFile(builtViewer, 'utf8').catch(() => undefined);
}
