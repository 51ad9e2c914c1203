import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * `npm test`: everything that must hold, cheapest first, and the suites that use a database once on each engine.
 * A peer that this machine lacks is named by its skipped tests; in CI it is a failure.
 */
type Step = { name: string; command: string[]; env?: Record<string, string> };

/** Most tests wait for a database, a program or a browser: a worker for each core leaves a small machine idle. */
const atOnce = `--maxWorkers=${Math.min(availableParallelism() + 1, 6)}`;

const steps: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'web build', command: ['node', 'scripts/build-web.ts'] },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', atOnce] },
  { name: 'planted faults', command: ['node', 'scripts/planted-faults.ts'] },
  {
    name: 'integration, embedded PostgreSQL',
    command: ['vitest', 'run', '--project', 'integration*', atOnce],
    env: { ECHOBACK_TEST_DATABASE: 'embedded' },
  },
  {
    name: 'integration and main job, Debian PostgreSQL',
    command: ['vitest', 'run', '--project', 'integration*', '--project', 'e2e', atOnce],
    env: { ECHOBACK_TEST_DATABASE: 'debian', ECHOBACK_TEST_ONLY: 'database' },
  },
  {
    name: 'browser, embedded PostgreSQL',
    command: ['vitest', 'run', '--project', 'e2e', atOnce],
    env: { ECHOBACK_TEST_DATABASE: 'embedded' },
  },
];

const took: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const startedAt = performance.now();
  const [program = '', ...args] = step.command;
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...step.env },
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  if (status !== 0) {
    console.error(`\nStopped at "${step.name}" after ${seconds} s.`);
    process.exit(1);
  }
  took.push(`${step.name} ${seconds} s`);
}
console.log(`\nAll passed: ${took.join(' · ')}`);
