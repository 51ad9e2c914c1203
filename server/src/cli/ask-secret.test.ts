import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { askSecret } from './ask-secret.ts';
import type { Terminal } from './terminal.ts';

function terminalThatTypes(keys: string, signal = new AbortController().signal) {
  const stdin = new PassThrough() as unknown as Terminal['stdin'];
  let shown = '';
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      shown += chunk;
      done();
    },
  }) as Terminal['stderr'];
  setImmediate(() => (stdin as unknown as PassThrough).write(keys));
  return { terminal: { stdin, stderr, signal }, shown: () => shown };
}

test('what is typed is answered and never shown', async () => {
  const { terminal, shown } = terminalThatTypes('correct horse\r');
  expect(await askSecret(terminal, 'Password: ')).toBe('correct horse');
  expect(shown()).toBe('Password: \n');
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
  ['Ctrl-C in the middle', 'corr\u0003'],
])('%s ends the question', async (_key, keys) => {
  expect(await askSecret(terminalThatTypes(keys).terminal, 'Password: ')).toBeUndefined();
});

test('a signal from outside ends it too', async () => {
  const stopping = new AbortController();
  const { terminal } = terminalThatTypes('', stopping.signal);
  setTimeout(() => stopping.abort(), 10);
  expect(await askSecret(terminal, 'Password: ')).toBeUndefined();
});
