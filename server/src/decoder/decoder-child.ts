import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Confinement } from './confinement.ts';
import type { DecoderLimits } from './decoder-limits.ts';
import type { DecoderMessage, WorkMessage, WorkResult } from './decoder-messages.ts';
import type { Stage } from './decoder-setting.ts';
import { residentMemory } from './resident-memory.ts';

/** How one piece of work ended: with a result, or with the end of its process. */
type WorkEnd =
  | { kind: 'result'; result: WorkResult }
  | { kind: 'killed'; why: string }
  /** The machine's fault, not the file's. */
  | { kind: 'not-started'; why: string };

/** One decoder process under watch. */
export type DecoderChild = {
  run: (message: WorkMessage) => Promise<WorkEnd>;
  isAlive: () => boolean;
  kill: () => void;
};

const MEMORY_LOOK_MS = 100;

/** Started without environment; a group of its own, so that what it started dies with it. */
export function startDecoderChild(limits: DecoderLimits, confinement: Confinement): DecoderChild {
  const child = fork(path.join(import.meta.dirname, 'decoder-process.ts'), [], {
    env: {},
    ...confinement,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: process.platform !== 'win32',
  });
  // An idle decoder does not keep a command alive that has ended.
  child.unref();
  child.channel?.unref();
  // Heard while there is work; between pieces of work a broken channel is seen by `isAlive`.
  child.on('error', () => {});
  const isAlive = () =>
    child.pid !== undefined && child.exitCode === null && child.signalCode === null && child.connected;
  let isReady = false;
  const ready = new Promise<void>((resolve) => {
    child.once('message', () => {
      isReady = true;
      resolve();
    });
  });
  return {
    isAlive,
    kill: () => killGroup(child),
    run: (message) => {
      child.channel?.ref();
      const ended = watchWork(child, limits, isReady);
      void ready.then(() => child.connected && child.send(message));
      return ended.finally(() => child.channel?.unref());
    },
  };
}

/** Resolves with the result, or when the process is gone: on its own, or killed for passing a limit. */
function watchWork(child: ChildProcess, limits: DecoderLimits, isReady: boolean): Promise<WorkEnd> {
  return new Promise((resolve) => {
    const timers = new Map<Stage | 'start', NodeJS.Timeout>();
    const helpers = new Set<number>();
    let started = isReady;
    let why: string | undefined;
    const breach = (reason: string) => {
      why ??= reason;
      killGroup(child);
    };
    const arm = (stage: Stage | 'start', ms: number) => {
      clearTimeout(timers.get(stage));
      timers.set(
        stage,
        setTimeout(() => breach(`time limit: ${stage}`), ms),
      );
    };
    let isOver = false;
    const memory = setInterval(async () => {
      if (!started) return;
      const used = await Promise.all([child.pid, ...helpers].map((id) => (id ? residentMemory(id) : 0)));
      const total = used.reduce((sum, bytes) => sum + bytes, 0);
      if (total > limits.memoryBytes && !isOver) breach('memory limit');
    }, MEMORY_LOOK_MS);
    const finish = (end: WorkEnd) => {
      isOver = true;
      clearInterval(memory);
      for (const timer of timers.values()) clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(end);
    };
    const onExit = (code: number | null, signal: string | null) => {
      finish({ kind: started ? 'killed' : 'not-started', why: why ?? `decoder ended: ${signal ?? code}` });
    };
    const onError = () => finish({ kind: 'not-started', why: 'no process could be started' });
    const hear = (message: DecoderMessage) => {
      if (message.kind === 'done') return finish({ kind: 'result', result: message.result });
      if (message.kind === 'watch' && message.isOver) helpers.delete(message.processId);
      if (message.kind === 'watch' && !message.isOver) helpers.add(message.processId);
      if (message.kind === 'ready') {
        started = true;
        clearTimeout(timers.get('start'));
      }
      if (message.kind === 'stage') onStage(message.stage);
    };
    const onStage = (stage: Stage) => {
      clearTimeout(timers.get('header'));
      clearTimeout(timers.get('frame'));
      if (stage === 'header') arm('header', limits.headerMs);
      if (stage === 'frame') arm('frame', limits.frameMs);
      if (stage === 'clip') arm('clip', limits.clipMs);
    };
    if (!isReady) arm('start', limits.startMs);
    child.on('message', hear);
    child.once('exit', onExit);
    child.once('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
