import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Each file of the samples' manifest with its transfer syntax; '' where the file names none. */
export function manifestFiles(folder: string): { file: string; transferSyntaxUid: string }[] {
  const [head = '', ...lines] = readFileSync(path.join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n');
  const column = head.split('\t').indexOf('transfer_syntax');
  return lines.map((line) => {
    const cells = line.split('\t');
    return { file: cells[0] ?? '', transferSyntaxUid: /\(([0-9.]+)\)/.exec(cells[column] ?? '')?.[1] ?? '' };
  });
}
