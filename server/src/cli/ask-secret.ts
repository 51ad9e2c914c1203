import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.ts';

/**
 * Asks without showing what is typed. Undefined when the person stops it (Ctrl-C, which a terminal that hides what is
 * typed does not make a signal of) or the input ends (Ctrl-D).
 */
export function askSecret(
  { stdin, stderr, signal }: Pick<Terminal, 'stdin' | 'stderr' | 'signal'>,
  question: string,
): Promise<string | undefined> {
  stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  return new Promise<string | undefined>((resolve) => {
    const stop = () => resolve(undefined);
    lines.once('line', resolve);
    lines.once('SIGINT', stop);
    lines.once('close', stop);
    signal.addEventListener('abort', stop, { once: true });
  }).finally(() => {
    lines.close();
    stderr.write('\n');
  });
}
