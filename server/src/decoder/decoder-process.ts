import { Worker } from 'node:worker_threads';
import type { DecodeRefusal } from './decode-refusal.ts';
import type { DecoderMessage, WorkMessage, WorkResult } from './decoder-messages.ts';
import type { DecoderSetting } from './decoder-setting.ts';
import { deriveObject } from './derive-object.ts';
import { renderOneFrame } from './render-one-frame.ts';
import { makeShareCopy } from './share-safe/share-copy.ts';
import { planShare } from './share-safe/share-plan.ts';

// One decoder of the pool: a process of its own, because only a process bounds native code and WebAssembly (S7.3).

function tell(message: DecoderMessage): void {
  process.send?.(message);
}

async function work(message: WorkMessage): Promise<WorkResult> {
  const setting: DecoderSetting = {
    ffmpeg: message.ffmpeg,
    begin: (stage) => tell({ kind: 'stage', stage }),
    watch: (processId) => {
      if (processId === undefined) return () => undefined;
      tell({ kind: 'watch', processId, isOver: false });
      return () => tell({ kind: 'watch', processId, isOver: true });
    },
  };
  setting.begin('header');
  try {
    return await asked(message.work, setting);
  } catch (fault) {
    return { ok: false, refusal: refusalOf(fault) };
  }
}

function asked(work: WorkMessage['work'], setting: DecoderSetting): Promise<WorkResult> {
  switch (work.kind) {
    case 'derive':
      return deriveObject(work, setting);
    case 'frame':
      return renderOneFrame(work, setting);
    case 'share-plan':
      return planShare(work, setting);
    case 'share-copy':
      return makeShareCopy(work, setting);
  }
}

/** The words of a fault may quote the file's path or its content: only a code goes on. */
function refusalOf(fault: unknown): DecodeRefusal {
  const { code, syscall } = (fault ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { code: 'no-file', detail: code };
  // A disk or a permission: the machine's trouble. All else is what this file does to our code.
  if (code && (syscall || code === 'ERR_ACCESS_DENIED')) return { code: 'decoder-fault', detail: code };
  return { code: 'decode-failed', detail: 'unexpected fault' };
}

/** Ends this process and what it has started. */
function endAll(): void {
  process.kill(GROUP, 'SIGKILL');
}

/** The pool starts each decoder as the head of a group; Windows has none. */
const GROUP = process.platform === 'win32' ? process.pid : -process.pid;

process.on('message', async (message: WorkMessage) => {
  tell({ kind: 'done', result: await work(message) });
});
// Without its pool a decoder has nothing to do.
process.on('disconnect', endAll);
new Worker(new URL('./parent-watch.ts', import.meta.url), {
  workerData: { parentId: process.ppid, groupId: GROUP },
}).unref();
tell({ kind: 'ready' });
