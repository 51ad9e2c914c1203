import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeQuickFolder } from '../../../scripts/peers/quick-folder.ts';
import { type EmbeddedPostgres, type PostgresEvent, startEmbeddedPostgres } from './embedded-postgres.ts';
import { findPostgresBinaries, openPostgresBinaries } from './postgres-binaries.ts';
import { stopCluster } from './postmaster.ts';

// The run on the other engine need not do this twice.
const isEmbeddedRun = process.env.ECHOBACK_TEST_DATABASE !== 'debian';
const isRoot = process.getuid?.() === 0;
let base = '';
let folder = '';
beforeEach(async () => {
  base = makeQuickFolder('echoback-cluster-');
  folder = path.join(base, 'data');
  await mkdir(folder, { mode: 0o700 });
});
afterEach(async () => {
  await stopCluster(path.join(folder, 'postgres'));
  await rm(base, { recursive: true, force: true });
});

async function start(onEvent: (event: PostgresEvent) => void = () => {}): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataFolder: folder, onEvent });
  if (!started.ok) throw new Error(started.refusal.sentence);
  return started.value;
}

/** A database that was made before and stopped: to make one takes longer than most of what is tried on it. */
let ready = '';
beforeAll(async () => {
  ready = makeQuickFolder('echoback-ready-');
  if (!isEmbeddedRun) return;
  const started = await startEmbeddedPostgres({ dataFolder: ready });
  if (!started.ok) throw new Error(started.refusal.sentence);
  await started.value.stop();
});
afterAll(() => rm(ready, { recursive: true, force: true }));

/** `cp -a` keeps whose files they are: as root the server runs as another user. */
const takeReady = () => execFileSync('cp', ['-a', path.join(ready, 'postgres'), folder]);

async function query(postgres: { address: EmbeddedPostgres['address'] }, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.address);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const parentProgram = `
  import pg from 'pg';
  import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))};
  const started = await startEmbeddedPostgres({ dataFolder: process.argv[1] });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const client = new pg.Client(started.value.address);
  await client.connect();
  await client.query('create table if not exists note (n serial)');
  console.log('pid ' + started.value.pid());
  for (;;) console.log('row ' + (await client.query('insert into note default values returning n')).rows[0].n);`;

/** A parent that inserts rows and says so, killed with -9 once it has said `rows` of them. */
async function killedParent(rows: number): Promise<{ said: number[]; serverPid: number }> {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', parentProgram, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
    if (text.includes(`row ${rows}\n`)) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const said = [...text.matchAll(/row (\d+)\n/g)].map((match) => Number(match[1]));
  return { said, serverPid: Number(/pid (\d+)/.exec(text)?.[1]) };
}

const why = isEmbeddedRun ? '' : ' (skipped: tested in the run on the embedded engine)';

describe.skipIf(!isEmbeddedRun)(`the embedded PostgreSQL${why}`, () => {
  test('is made in the data folder, syncs, listens on a private socket only, and keeps its rows', async () => {
    const first = await start();
    expect(first.came).toBe('initialised');
    const settings =
      "select current_setting('fsync'), current_setting('listen_addresses'), current_setting('data_checksums')";
    expect(await query(first, settings)).toEqual(['on', '', 'on']);
    await query(first, 'create table note as select 1 as n');
    await first.stop();
    expect(existsSync(first.address.host)).toBe(false);

    const second = await start();
    expect(second.came).toBe('started');
    expect(await query(second, 'select n from note')).toEqual([1]);
    await second.stop();
  });

  test('survives kill -9 of its parent; the next start takes it over with every acknowledged row', async () => {
    takeReady();
    const { said, serverPid } = await killedParent(50);
    const next = await start();
    expect(next.came).toBe('reattached');
    expect(next.pid()).toBe(serverPid);
    const kept = await query(next, 'select n from note order by n');
    expect(kept).toEqual(expect.arrayContaining(said));
    await next.stop();
    await expect(query(next, 'select 1')).rejects.toThrow();
  });

  test('comes back after parent and server were both killed, with every acknowledged row', async () => {
    takeReady();
    const { said, serverPid } = await killedParent(50);
    process.kill(serverPid, 'SIGKILL');
    const next = await start();
    expect(next.came).toBe('started');
    expect(await query(next, 'select n from note order by n')).toEqual(expect.arrayContaining(said));
    await next.stop();
  });

  test('a left server of another minor version is stopped, and the new programs run on the same files', async () => {
    takeReady();
    const { said } = await killedParent(5);
    const found = await findPostgresBinaries(isRoot ? { uid: 65534, gid: 65534 } : undefined);
    if (!found.ok) throw new Error(found.refusal.sentence);
    const binaries = { ...found.value, version: '18.99' };
    const next = await startEmbeddedPostgres({ dataFolder: folder, binaries });
    if (!next.ok) throw new Error(next.refusal.sentence);
    expect(next.value.came).toBe('started');
    expect(await query(next.value, 'select n from note order by n')).toEqual(expect.arrayContaining(said));
    await next.value.stop();
  });

  test('is started again when it dies under us, at the same address', async () => {
    takeReady();
    const events: string[] = [];
    const postgres = await start((event) => events.push(event.kind));
    process.kill(postgres.pid() ?? 0, 'SIGKILL');
    await expect.poll(() => events, { timeout: 10_000 }).toEqual(['died', 'restarted']);
    expect(await query(postgres, 'select 1')).toEqual([1]);
    await postgres.stop();
    expect(events).toEqual(['died', 'restarted']);
  });

  test('a left postmaster.pid, however damaged or hostile, does not keep it from starting and harms nobody', async () => {
    takeReady();
    const first = await start();
    await query(first, 'create table note as select 1 as n');
    await first.stop();
    const rest = '\n/\n0\n5432\n/tmp\n\n  1 1\nready\n';
    const hostile = {
      empty: '',
      garbage: '\0\xff not a number\n\n\n',
      'naming init': `1${rest}`,
      'naming a process group': `-1${rest}`,
      'naming ourselves': `${process.pid}${rest}`,
      endless: '9'.repeat(100_000),
    };
    for (const [kind, content] of Object.entries(hostile)) {
      await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), content);
      const next = await start();
      expect(next.came, kind).toBe('started');
      expect(await query(next, 'select n from note')).toEqual([1]);
      await next.stop();
    }
  });

  test('a postmaster.pid that is a link to an endless device is not followed', async () => {
    takeReady();
    await symlink('/dev/zero', path.join(folder, 'postgres', 'postmaster.pid'));
    const next = await start();
    expect(next.came).toBe('started');
    await next.stop();
  });

  test('a living server whose postmaster.pid was damaged is stopped cleanly and started', async () => {
    takeReady();
    const { said } = await killedParent(5);
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), 'x');
    const next = await start();
    expect(next.came).toBe('started');
    expect(await query(next, 'select n from note order by n')).toEqual(expect.arrayContaining(said));
    await next.stop();
  });

  test('an initialisation that was killed half-way is done again', async () => {
    await mkdir(path.join(folder, 'postgres-being-made', 'base'), { recursive: true });
    const postgres = await start();
    expect(postgres.came).toBe('initialised');
    await postgres.stop();
  });

  test('a data folder whose path is too long for a socket works', async () => {
    folder = path.join(base, 'a'.repeat(100), 'b'.repeat(100));
    await mkdir(folder, { recursive: true });
    const postgres = await start();
    expect(await query(postgres, 'select 1')).toEqual([1]);
    await postgres.stop();
  });

  test('files of another major version are refused in one sentence', async () => {
    takeReady();
    const version = path.join(folder, 'postgres', 'PG_VERSION');
    for (const [text, code] of [
      ['17\n', 'postgres-older-files'],
      ['99\n', 'postgres-newer-files'],
      ['', 'postgres-newer-files'],
    ] as const) {
      await writeFile(version, text);
      expect(await startEmbeddedPostgres({ dataFolder: folder })).toMatchObject({ ok: false, refusal: { code } });
    }
  });

  test('its log holds no values of statements', async () => {
    takeReady();
    const postgres = await start();
    await query(postgres, 'create table person (name text primary key)');
    await query(postgres, "insert into person values ('Sophie Murphy')");
    await expect(query(postgres, "insert into person values ('Sophie Murphy')")).rejects.toThrow('duplicate');
    await postgres.stop();
    const log = await readFile(path.join(folder, 'log', 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('Murphy');
  });
});

describe.skipIf(!isRoot || !isEmbeddedRun)(`as root${isRoot ? why : ' (skipped: not root here)'}`, () => {
  test('runs unprivileged, also below folders that only root may enter', async () => {
    await chmod(base, 0o700);
    const postgres = await start();
    const status = await readFile(`/proc/${postgres.pid()}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)\s+(\d+)/m.exec(status)?.slice(1, 3)).toEqual(['65534', '65534']);
    await postgres.stop();
  });

  test('programs that lie out of reach are copied to where only root may write', async () => {
    const found = await findPostgresBinaries(undefined);
    if (!found.ok) throw new Error(found.refusal.sentence);
    const hidden = path.join(base, 'package');
    await chmod(base, 0o700);
    await mkdir(hidden);
    await symlink(found.value.folder, path.join(hidden, 'linked'));
    await cp(path.join(found.value.folder, '..'), hidden, { recursive: true, verbatimSymlinks: true });
    const usable = await openPostgresBinaries(hidden, { uid: 65534, gid: 65534 });
    expect(usable.folder.startsWith(base)).toBe(false);
    expect(usable.version).toBe(found.value.version);
  });

  test('a cluster that an ordinary user made is run as that user', async () => {
    const asUser = { uid: 1, gid: 1 };
    await chmod(base, 0o755);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    execFileSync('chown', ['1:1', folder]);
    const program = `
      import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))};
      const started = await startEmbeddedPostgres({ dataFolder: process.argv[1] });
      if (!started.ok) throw new Error(started.refusal.sentence);
      await started.value.stop();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', program, folder], { ...asUser, stdio: 'inherit' });
    const postgres = await start();
    expect(await readFile(`/proc/${postgres.pid()}/status`, 'utf8')).toMatch(/^Uid:\s+1\b/m);
    await postgres.stop();
  });
});
