import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

const integration = '**/*.integration.test.ts';
/** The run on the other database leaves out what a database makes no difference to. */
const onlyDatabase = process.env.ECHOBACK_TEST_ONLY === 'database';
/** Bytes, pictures, paper, sources, and programs that bring a database of their own. */
const withoutDatabase = [
  ...['packages', 'bench', 'scripts'],
  ...['decoder', 'letters', 'packing', 'gathering', 'labels', 'sources', 'cli'].map((room) => `server/src/${room}`),
].map((folder) => `${folder}/**`);
/** Bytes on their way through, whatever keeps the rows about them; and what starts both engines itself. */
const oneRunIsEnough = [
  ...['share-safe', 'sealed-package', 'media-set', 'report-pdf'].map((name) => `deliveries/${name}`),
  ...['hostile-source', 'retrieve-memory'].map((name) => `imaging/${name}`),
  ...['embedded-postgres', 'upgrade-postgres'].map((name) => `store/${name}`),
].map((name) => `server/src/${name}.integration.test.ts`);
const skipped = onlyDatabase ? [...withoutDatabase, ...oneRunIsEnough] : [];
/** A worker reads the program once, not once for each file; so no file leaves anything behind in its process. */
const oneProcess = { isolate: false, unstubEnvs: true, unstubGlobals: true };
/** What other files left in the process would be measured too. */
const measuresMemory = 'server/src/imaging/retrieve-memory.integration.test.ts';
const everywhere = ['packages/*/src', 'server/src', 'web/src', 'scripts', 'bench'];

/** Three suites: pure and in-process, against real peers, and in a real browser. */
export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ['**/node_modules/**', integration],
          // What never ends is a fault; what a busy machine makes wait is none.
          testTimeout: 30_000,
          ...oneProcess,
        },
      },
      {
        test: {
          name: 'integration',
          include: everywhere.map((folder) => `${folder}/${integration}`),
          exclude: ['**/node_modules/**', ...skipped, measuresMemory],
          globalSetup: ['./scripts/peers-setup.ts'],
          ...oneProcess,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration-alone',
          include: [measuresMemory],
          exclude: skipped,
          globalSetup: ['./scripts/peers-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [onlyDatabase ? 'e2e/main-job.test.ts' : 'e2e/**/*.test.ts'],
          globalSetup: ['./scripts/peers-setup.ts', './e2e/demo-folder.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // As long as a browser's own waits: a busy machine is no fault.
          expect: { poll: { timeout: 20_000 } },
          ...oneProcess,
        },
      },
    ],
  },
});
