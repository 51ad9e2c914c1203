import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
/** Bytes, pictures, paper, and programs that bring a database of their own: not run again on the other one. */
const withoutDatabase = [
  'packages',
  'bench',
  ...['decoder', 'letters', 'packing', 'gathering', 'labels', 'cli'].map((room) => `server/src/${room}`),
];
/** Start both engines themselves. */
const withBoth = ['embedded-postgres', 'upgrade-postgres'].map(
  (name) => `server/src/store/${name}.integration.test.ts`,
);
const skipped =
  process.env.ECHOBACK_TEST_ONLY === 'database'
    ? [...withoutDatabase.map((folder) => `${folder}/**`), ...withBoth]
    : [];
const everywhere = ['packages/*/src', 'server/src', 'web/src', 'scripts', 'bench'];

/** Three suites: pure and in-process, against real peers, and in a real browser. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ['**/node_modules/**', integration],
        },
      },
      {
        test: {
          name: 'integration',
          include: everywhere.map((folder) => `${folder}/${integration}`),
          exclude: ['**/node_modules/**', ...skipped],
          globalSetup: ['./scripts/peers-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['./scripts/peers-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
