import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect as vitestExpect } from 'vitest';

/** What the tests of the law see as `vitest` under mutation: it keeps each test instead of running it. */
export type CollectedTest = { readonly id: string; readonly file: string; readonly run: () => unknown };

export const collected: CollectedTest[] = [];
const groups: string[] = [];
let current = '';

/** Tests that are collected from now on are of this file, the one whose test runs later. */
export function startFile(file: string): void {
  current = file;
}

type Body = (...values: never[]) => unknown;

function collect(title: string, body: Body, values: readonly unknown[] = []): void {
  const file = current;
  // Titles of rows may be the same; the number tells them apart.
  const id = [path.relative('.', file), ...groups, `${title} #${collected.length}`].join(' > ');
  const run = () => {
    current = file;
    return body(...(values as never[]));
  };
  collected.push({ id, file, run });
}

function inGroup(title: string, body: Body, values: readonly unknown[] = []): void {
  groups.push(title);
  body(...(values as never[]));
  groups.pop();
}

function eachRow(take: typeof collect) {
  return (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of rows) take(title, body, Array.isArray(row) ? row : [row]);
  };
}

function withRows(take: typeof collect) {
  return Object.assign((title: string, body: Body) => take(title, body), { each: eachRow(take) });
}

export const it = withRows(collect);
export const test = withRows(collect);
export const describe = withRows(inGroup);

/** vitest's own, except that a text kept in a file is read where the test lies. */
export const expect = Object.assign((value: unknown) => {
  return new Proxy(vitestExpect(value), {
    get: (assertion, name) =>
      name === 'toMatchFileSnapshot'
        ? (kept: string) => vitestExpect(value).toBe(readFileSync(path.resolve(path.dirname(current), kept), 'utf8'))
        : Reflect.get(assertion, name),
  });
}, vitestExpect);
