import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { guardProcess } from '../scripts/peers/guard.ts';
import { sparePort } from '../scripts/peers/spare-port.ts';

const root = path.resolve(import.meta.dirname, '..');

export type Facility = {
  url: string;
  staffPassword: string;
  /** Everything the process has written so far, on both streams. */
  output: () => string;
  /** How long it took from the command to the first answer. */
  readyAfterMs: number;
  pid: number;
  /** As Ctrl+C does. */
  stop: () => Promise<void>;
  /** As a power cut does. */
  kill: () => Promise<void>;
};

type Mail = { channel: 'email' | 'mobile'; recipient: string; subject: string; body: string; madeAt: string };
type Program = { child: ChildProcess; written: { out: string; err: string } };

/** The real program on a data folder, as `npm start` runs it. It ends with this process whatever happens. */
export function runProgram(dataFolder: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['server/src/main.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, ECHOBACK_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.err += chunk.toString();
  });
  const guard = guardProcess(child.pid ?? 0, 'TERM');
  child.once('exit', () => void guard.end());
  return { child, written };
}

/** Starts the program and waits until it answers. */
export async function startFacility(dataFolder: string, env: Record<string, string> = {}): Promise<Facility> {
  const port = env.ECHOBACK_PORT ?? String(await sparePort());
  const startedAt = performance.now();
  const { child, written } = runProgram(dataFolder, { ...env, ECHOBACK_PORT: port });
  const output = () => `${written.out}\n${written.err}`;
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(url, child, output);
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url,
    staffPassword: readFileSync(path.join(dataFolder, 'demo-password.txt'), 'utf8').trim(),
    output,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - startedAt,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
  };
}

async function untilAnswers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not answer within 60 s: ${output()}`);
}

/** What the demo facility would have sent, newest first. */
export async function readOutbox(facility: Facility): Promise<Mail[]> {
  const answer = await fetch(`${facility.url}/api/demo/outbox`);
  if (!answer.ok) throw new Error(`the outbox answered ${answer.status}`);
  return ((await answer.json()) as { rows: Mail[] }).rows;
}

/** The newest code that was sent to an address since an instant (in ms). */
export async function newestCode(facility: Facility, recipient: string, since = 0): Promise<string> {
  const code = async () => {
    const mails = (await readOutbox(facility)).filter((mail) => mail.recipient === recipient);
    const fresh = mails.filter((mail) => Date.parse(mail.madeAt) >= since);
    return fresh.map((mail) => /\b\d{6}\b/.exec(mail.body)?.[0]).find(Boolean);
  };
  return until('a code was sent', code);
}

/** Asks again until there is something, ten times a second; what was waited for is named when it never comes. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, limitMs = 20_000): Promise<T> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`${limitMs / 1000} s went by before ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
