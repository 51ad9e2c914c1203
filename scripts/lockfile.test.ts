import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Locked = { optionalDependencies?: Record<string, string>; resolved?: string };
const lock = readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8');
const packages = Object.entries((JSON.parse(lock) as { packages: Record<string, Locked> }).packages);

test('the lockfile holds every platform build that a package names, so that npm ci works anywhere', () => {
  const places = packages.map(([place]) => place);
  const missing = packages.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places.some((each) => each.endsWith(`node_modules/${name}`)))
      .map((name) => `${name}, named by ${place || 'this project'}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry host', () => {
  expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});
