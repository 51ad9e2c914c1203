import { parentPort } from 'node:worker_threads';
import { readHeader } from './read-header.ts';

export type HeaderJob = { files: readonly string[]; headerOnly: boolean };

/** Indexes the files that it is sent, and answers how many it could and how long that took. */
parentPort?.on('message', ({ files, headerOnly }: HeaderJob) => {
  const started = performance.now();
  const indexed = files.filter((file) => readHeader(file, headerOnly) !== undefined).length;
  parentPort?.postMessage({ indexed, seconds: (performance.now() - started) / 1000 });
});
