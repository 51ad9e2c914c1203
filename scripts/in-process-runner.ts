import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CollectedTest, collected, startFile } from './in-process-tests.ts';

/**
 * Runs the tests of the law for Stryker in one process that stays. The law is pure, so its modules may be loaded once and each
 * mutant switched on and off between two runs: the whole package takes minutes, where a test runner that starts anew for each
 * mutant takes hours. Property tests stay out: a rule that only thousands of random cases can tell from a wrong one lacks the
 * example that a reader would look for.
 */
type StrykerNamespace = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
};

type MutantRun = {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
};

/** Milliseconds of each test, by its id: the quick ones are asked first. */
const took = new Map<string, number>();
const stryker: StrykerNamespace = {};
Object.assign(globalThis, { __stryker__: stryker });

/** In the tests `vitest` means a collector of tests with vitest's own `expect`. */
registerHooks({
  resolve(specifier, context, next) {
    const wanted = specifier === 'vitest' && context.parentURL?.endsWith('.test.ts');
    return wanted
      ? next(pathToFileURL(path.join(import.meta.dirname, 'in-process-tests.ts')).href)
      : next(specifier, context);
  },
});

let loading: Promise<readonly CollectedTest[]> | undefined;

/** Loads every test once, always with no mutant switched on. */
function loaded(): Promise<readonly CollectedTest[]> {
  loading ??= load();
  return loading;
}

async function load(): Promise<readonly CollectedTest[]> {
  const files = globSync('packages/right-of-access/src/**/*.test.ts').filter(
    (file) => !file.endsWith('.property.test.ts'),
  );
  for (const file of files.sort()) {
    startFile(path.resolve(file));
    await import(pathToFileURL(path.resolve(file)).href);
  }
  return collected;
}

/** What went wrong, if anything. */
async function failureOf({ run }: CollectedTest): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

class InProcessRunner {
  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    const results = [];
    for (const test of await loaded()) {
      stryker.currentTestId = test.id;
      const started = performance.now();
      const failureMessage = await failureOf(test);
      const timeSpentMs = performance.now() - started;
      took.set(test.id, timeSpentMs);
      const { id, file: fileName } = test;
      const result = { id, name: id, fileName, timeSpentMs };
      results.push(failureMessage === undefined ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
    const wanted = testFilter && new Set(testFilter);
    const tests = (await loaded())
      .filter(({ id }) => wanted === undefined || wanted.has(id))
      .sort((a, b) => (took.get(a.id) ?? 0) - (took.get(b.id) ?? 0));
    const hitCount = hitLimit === undefined ? undefined : 0;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount, hitLimit });
    try {
      for (const [at, test] of tests.entries()) {
        const failureMessage = await failureOf(test);
        if (hitLimit !== undefined && (stryker.hitCount ?? 0) > hitLimit)
          return { status: 'timeout', reason: 'hit limit' };
        if (failureMessage !== undefined)
          return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: at + 1 };
      }
      return { status: 'survived', nrOfTests: tests.length };
    } finally {
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
