import { randomUUID } from 'node:crypto';
import { fromKysely, PgBoss } from 'pg-boss';
import { clientConfig, type DatabaseAddress, type Tx } from './database.ts';

/** Names of jobs and what each carries: ids only, so that a retry reads the state of now. */
type Payloads = Record<string, object>;

export type EnqueueOptions = {
  /** Of the jobs with one key only one waits and one runs at a time; another enqueue joins the waiting one. */
  singletonKey?: string;
  startAfter?: Date;
};

export type JobRun<Data> = {
  id: string;
  data: Data;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when the queue stops or the job took too long. A long job then throws, and is tried again later. */
  signal: AbortSignal;
};

export type JobQueue<P extends Payloads> = {
  /** Adds a job inside the caller's transaction: it exists if and only if the transaction commits. */
  enqueue<Name extends keyof P & string>(tx: Tx, name: Name, data: P[Name], options?: EnqueueOptions): Promise<void>;
  /** Runs the handler for every job of that name. It may run twice for one job, so it must not mind. */
  work<Name extends keyof P & string>(
    name: Name,
    options: { concurrency: number },
    handler: (job: JobRun<P[Name]>) => Promise<void>,
  ): Promise<void>;
  /** Waiting, running and given-up jobs of a name, for health and tests. */
  count<Name extends keyof P & string>(name: Name): Promise<{ waiting: number; running: number; failed: number }>;
  /** Tells the running jobs, waits for them as long as a stop may last, and leaves the rest to the next process. */
  stop(): Promise<void>;
};

export type JobQueueOptions<P extends Payloads> = {
  address: DatabaseAddress;
  names: readonly (keyof P & string)[];
  /**
   * True when nobody else can be working on this database (the embedded one of a locked data folder): jobs that a
   * killed process held then run again at once, instead of when their lease lapses.
   */
  soleOwner: boolean;
  onFault: (fault: Error) => void;
};

const schema = 'jobs';
/** S9.5: a stop drains for this long; what still runs then is retried by the next process. */
const drainMs = 30_000;
const retry = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 };
/** A worker that shows no sign of life for this long has died; its job goes to another. */
const leaseSeconds = 20;
const leaseCheckSeconds = 5;
/** Fetching a large study from a slow archive takes hours; a dead worker is noticed by its lease, not by this. */
const longestRunSeconds = 12 * 3600;
const keepDoneSeconds = 7 * 24 * 3600;

/** Jobs kept in the same PostgreSQL as the records, so that both are written by one transaction (S9.1). */
export async function openJobQueue<P extends Payloads>(options: JobQueueOptions<P>): Promise<JobQueue<P>> {
  const boss = new PgBoss({
    ...clientConfig(options.address),
    schema,
    max: 6,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: leaseCheckSeconds,
    monitorIntervalSeconds: leaseCheckSeconds,
    // Its reindexing and statistics are for queues of millions.
    reindex: false,
  });
  boss.on('error', options.onFault);
  await boss.start();
  for (const name of options.names) await boss.createQueue(name, queueOptions);
  if (options.soleOwner) await takeBackJobs(boss);
  const stopping = new AbortController();
  return {
    enqueue: async (tx, name, data, { singletonKey = randomUUID(), startAfter } = {}) => {
      await boss.send(name, data, { db: fromKysely(tx), singletonKey, ...(startAfter && { startAfter }) });
    },
    work: async (name, { concurrency }, handler) => {
      for (let worker = 0; worker < concurrency; worker++) await startWorker(boss, name, stopping.signal, handler);
    },
    count: (name) => countJobs(boss, name),
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: drainMs });
    },
  };
}

const queueOptions = {
  ...retry,
  // At most one waiting and one running job a key. A job without a key gets one of its own.
  policy: 'stately',
  notify: true,
  heartbeatSeconds: leaseSeconds,
  expireInSeconds: longestRunSeconds,
  deleteAfterSeconds: keepDoneSeconds,
} as const;

/** One fetch brings one job: long jobs do not wait for one another, and a finished one asks for the next at once. */
async function startWorker<Data>(
  boss: PgBoss,
  name: string,
  stopping: AbortSignal,
  handler: (job: JobRun<Data>) => Promise<void>,
): Promise<void> {
  let workerId = '';
  workerId = await boss.work<Data>(
    name,
    // New jobs wake the worker by NOTIFY; retries and jobs for later wait for the next look, at most a second.
    { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 },
    async ([job]) => {
      if (!job) return;
      const signal = AbortSignal.any([job.signal, stopping]);
      try {
        await handler({ id: job.id, data: job.data, attempt: job.retryCount + 1, signal });
      } finally {
        boss.notifyWorker(workerId);
      }
    },
  );
}

/**
 * What was running when its process was killed runs again now; it has used one of its tries. Where another job of its
 * key waits for a retry already, it stays as it is until its lease lapses.
 */
async function takeBackJobs(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `update ${schema}.job held set state = 'retry', start_after = now(), heartbeat_on = null
     where state = 'active' and retry_count < retry_limit and not exists (
       select from ${schema}.job other
       where other.name = held.name and other.singleton_key = held.singleton_key and other.state = 'retry')`,
  );
}

async function countJobs(boss: PgBoss, name: string): Promise<{ waiting: number; running: number; failed: number }> {
  const { rows } = await boss.getDb().executeSql(
    `select count(*) filter (where state in ('created', 'retry')) as waiting,
            count(*) filter (where state = 'active') as running,
            count(*) filter (where state = 'failed') as failed
     from ${schema}.job where name = $1`,
    [name],
  );
  return { waiting: Number(rows[0].waiting), running: Number(rows[0].running), failed: Number(rows[0].failed) };
}
