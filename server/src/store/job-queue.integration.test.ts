import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { createTestDatabase, haveDatabase, type TestDatabase } from '../../../scripts/peers/test-database.ts';
import { transaction } from './database.ts';
import { type EnqueueOptions, type JobQueue, type JobRun, openJobQueue } from './job-queue.ts';

type Payloads = { note: { n: number }; other: { n: number } };

describeWith([haveDatabase()], 'the job queue', () => {
  let database: TestDatabase;
  const queues: JobQueue<Payloads>[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.stop()));
    await database.drop();
  });

  const open = async () => {
    const options = { address: database.address, names: ['note', 'other'] as const, soleOwner: true };
    const queue = await openJobQueue<Payloads>({ ...options, onFault: () => {} });
    queues.push(queue);
    return queue;
  };
  const add = (queue: JobQueue<Payloads>, n: number, options?: EnqueueOptions) =>
    transaction(database.db, (tx) => queue.enqueue(tx, 'note', { n }, options));

  test('a job starts within half a second of its commit', async () => {
    const queue = await open();
    const runs: JobRun<{ n: number }>[] = [];
    await queue.work('note', { concurrency: 1 }, async (job) => void runs.push(job));
    const waits: number[] = [];
    for (const n of [7, 8, 9]) {
      const queuedAt = performance.now();
      await add(queue, n);
      await expect.poll(() => runs.at(-1)?.data.n, { interval: 10, timeout: 10_000 }).toBe(n);
      waits.push(performance.now() - queuedAt);
    }
    // The quickest: a machine that is busy for a moment is no fault of the queue.
    expect(Math.min(...waits)).toBeLessThan(500);
    expect(runs[0]).toMatchObject({ data: { n: 7 }, attempt: 1 });
  });

  test('a job of a transaction that is rolled back never runs', async () => {
    const queue = await open();
    const failed = transaction(database.db, async (tx) => {
      await queue.enqueue(tx, 'note', { n: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await queue.count('note')).toEqual({ waiting: 0, running: 0, failed: 0 });
  });

  test('a failing job is tried again, later and later', async () => {
    const queue = await open();
    const attempts: number[] = [];
    await queue.work('note', { concurrency: 1 }, async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error('the archive is down');
    });
    await add(queue, 1);
    await expect.poll(() => attempts, { timeout: 10_000 }).toEqual([1, 2]);
  });

  test('jobs of one key wait once and run one at a time; jobs without a key do not wait for each other', async () => {
    const queue = await open();
    for (let n = 0; n < 3; n++) await add(queue, n, { singletonKey: 'match-1' });
    expect(await queue.count('note')).toMatchObject({ waiting: 1 });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ran: number[] = [];
    await queue.work('note', { concurrency: 3 }, async ({ data }) => {
      ran.push(data.n);
      if (data.n === 0) await held;
    });
    await expect.poll(() => ran).toEqual([0]);
    await add(queue, 3, { singletonKey: 'match-1' });
    await add(queue, 4);
    await add(queue, 5);
    await expect.poll(() => ran).toEqual([0, 4, 5]);
    release();
    await expect.poll(() => ran, { timeout: 3_000 }).toEqual([0, 4, 5, 3]);
  });

  test('a job for later waits for its time', async () => {
    const queue = await open();
    const ran: number[] = [];
    await queue.work('note', { concurrency: 1 }, async ({ data }) => void ran.push(data.n));
    await add(queue, 1, { startAfter: new Date(Date.now() + 3_600_000) });
    await add(queue, 2, { startAfter: new Date(Date.now() + 1_000) });
    await expect.poll(() => ran, { timeout: 5_000 }).toEqual([2]);
    expect(await queue.count('note')).toMatchObject({ waiting: 1 });
  });

  test('many small jobs do not wait for the next look', async () => {
    const queue = await open();
    let ran = 0;
    await transaction(database.db, async (tx) => {
      for (let n = 0; n < 100; n++) await queue.enqueue(tx, 'note', { n });
    });
    const startedAt = performance.now();
    await queue.work('note', { concurrency: 2 }, async () => void ran++);
    await expect.poll(() => ran, { interval: 20, timeout: 20_000 }).toBe(100);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('a stop tells the running job and waits for it', async () => {
    const queue = await open();
    let finished = false;
    let started = false;
    await queue.work('note', { concurrency: 1 }, async ({ signal }) => {
      started = true;
      await once(signal, 'abort');
      await new Promise((resolve) => setTimeout(resolve, 300));
      finished = true;
    });
    await add(queue, 1);
    await expect.poll(() => started).toBe(true);
    await queues.splice(0)[0]?.stop();
    expect(finished).toBe(true);
  });

  const holderProgram = `
    import { openJobQueue } from ${JSON.stringify(path.join(import.meta.dirname, 'job-queue.ts'))};
    const queue = await openJobQueue({ address: { url: process.argv[1] }, names: ['note', 'other'], soleOwner: true, onFault() {} });
    await queue.work('note', { concurrency: 1 }, async () => { console.log('started'); await new Promise(() => {}); });
    setInterval(() => {}, 1000);`;

  test('what a killed process was doing is picked up at once by the next', async () => {
    const queue = await open();
    await add(queue, 42, { singletonKey: 'match-1' });
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holderProgram, database.url], {
      stdio: 'pipe',
    });
    await once(holder.stdout, 'data');
    await add(queue, 43, { singletonKey: 'match-1' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    const next = await open();
    const runs: [number, number][] = [];
    const restartedAt = performance.now();
    await next.work('note', { concurrency: 2 }, async ({ data, attempt }) => void runs.push([data.n, attempt]));
    await expect.poll(() => runs.map(([n]) => n).sort(), { timeout: 5_000 }).toEqual([42, 43]);
    expect(performance.now() - restartedAt).toBeLessThan(3_000);
    expect(runs).toContainEqual([42, 2]);
  });
});
