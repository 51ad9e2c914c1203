import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { watchAtOnce } from '../clock/next-watch.ts';
import type { Config } from '../config.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { openDoor } from '../http/serve.ts';
import { makeFirstStaff } from '../identity/first-staff.ts';
import { faultOf } from '../log.ts';
import { startWorker } from '../worker/start-worker.ts';
import { type OpenOptions, openHouse, type Sentence } from './open-house.ts';

const webFolder = path.join(import.meta.dirname, '../../../web/dist');
/** Where the demo's password is kept afterwards; a file of its owner alone. */
const passwordFile = 'demo-password.txt';

/** Opens everything in order and listens. Answers when people can come. */
export async function serve(options: OpenOptions): Promise<Outcome<null, Sentence>> {
  const { say, closers } = options;
  const port = await findPort(options.config);
  if (!port.ok) return port;
  const config = withPort(options.config, port.value);
  const house = await openHouse({ ...options, config });
  if (!house.ok) return house;
  const { base, ...app } = house.value;
  const staff = await makeFirstStaff(app);
  if (staff && config.demo) {
    await writeFile(base.folder.at(passwordFile), `${staff.password}\n`, { mode: 0o600 });
  }
  if (config.demo) await loadDemo(app, say);
  await startWorker(app);
  await watchAtOnce(app, 'start');

  const door = await openDoor(app, {
    publicOrigins: originsOf(config),
    trustedProxies: config.behindTlsProxy ? ['loopback', 'linklocal', 'uniquelocal'] : [],
    webFolder,
  });
  closers.push(() => closeDoor(door));
  const listening = await door.listen({ host: config.host, port: config.port }).then(
    () => ok(null),
    (fault: NodeJS.ErrnoException) => refuse({ sentence: cannotListen(config, fault) }),
  );
  if (!listening.ok) return listening;
  app.log.info({ event: 'listening' });
  await sayWhereWeAre(app, say, base.folder.at(passwordFile), staff?.password);
  return ok(null);
}

/** S9.5: downloads have this long to end; the rest is cut and goes on by its ranges. */
const drainMs = 30_000;

async function closeDoor(door: Awaited<ReturnType<typeof openDoor>>): Promise<void> {
  const cut = setTimeout(() => door.server.closeAllConnections(), drainMs);
  await door.close();
  clearTimeout(cut);
}

async function sayWhereWeAre(
  app: App,
  say: (line: string) => void,
  passwordPath: string,
  newPassword: string | undefined,
): Promise<void> {
  const { config } = app;
  say('');
  say(`  Portal   ${config.publicUrl}/`);
  say(`  Desk     ${config.publicUrl}/desk`);
  if (config.demo) {
    const password = newPassword ?? (await readFile(passwordPath, 'utf8').catch(() => '')).trim();
    say(`  Outbox   ${config.publicUrl}/demo/outbox   (mail that the demo does not send)`);
    say('');
    if (password) say(`  Staff sign in as "desk" (or "admin" for settings) with  ${password}`);
    say(`  The password is kept in ${passwordPath}`);
  } else if (newPassword) {
    say('');
    say(`  Staff sign in as "desk" or "admin" with  ${newPassword}`);
    say('  Write it down: it is told only now, and kept nowhere.');
  }
  say('');
}

/** Asked before anything else is started, so that a busy port is told at once. Port 0 becomes a free one. */
function findPort(config: Config): Promise<Outcome<number, Sentence>> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => resolve(refuse({ sentence: cannotListen(config, fault) })));
    probe.listen({ host: config.host, port: config.port }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : config.port;
      probe.close(() => resolve(ok(port)));
    });
  });
}

function cannotListen(config: Config, fault: NodeJS.ErrnoException): string {
  const where = `port ${config.port} of ${config.host}`;
  if (fault.code === 'EADDRINUSE') {
    return `Another program has ${where}: stop it, or choose another port with --port or ECHOBACK_PORT.`;
  }
  if (fault.code === 'EACCES') return `This user may not listen on ${where}: choose a port above 1023.`;
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND') {
    return `${config.host} is not an address of this machine: change ECHOBACK_HOST.`;
  }
  return `Echoback can not listen on ${where} (${faultOf(fault)}).`;
}

function withPort(config: Config, port: number): Config {
  if (config.port === port) return config;
  const publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  return { ...config, port, publicUrl };
}

/** On loopback people type any of its names. */
function originsOf(config: Config): string[] {
  const own = new URL(config.publicUrl).origin;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}:${config.port}`);
  return [...new Set([own, ...(config.behindTlsProxy ? [] : loopback)])];
}
