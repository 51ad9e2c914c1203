import type { DecoderMessage, WorkMessage, WorkResult } from './decoder-messages.ts';
import type { DecoderSetting } from './decoder-setting.ts';
import { deriveObject } from './derive-object.ts';
import { renderOneFrame } from './render-one-frame.ts';

// One decoder of the pool: a process of its own, because only a process bounds native code and WebAssembly (S7.3).

function tell(message: DecoderMessage): void {
  process.send?.(message);
}

async function work(message: WorkMessage): Promise<WorkResult> {
  const setting: DecoderSetting = {
    ffmpeg: message.ffmpeg,
    begin: (stage) => tell({ kind: 'stage', stage }),
    watch: (processId) => tell({ kind: 'watch', processId }),
  };
  setting.begin('header');
  try {
    return await (message.work.kind === 'derive'
      ? deriveObject(message.work, setting)
      : renderOneFrame(message.work, setting));
  } catch (fault) {
    // The words of a fault may quote the file's path or its content: only its code goes on.
    const code = (fault as NodeJS.ErrnoException | undefined)?.code;
    const detail = typeof code === 'string' ? code : 'unexpected fault';
    return { ok: false, refusal: { code: code === 'ENOENT' ? 'no-file' : 'decoder-fault', detail } };
  }
}

process.on('message', async (message: WorkMessage) => {
  tell({ kind: 'done', result: await work(message) });
});
// Without its pool a decoder has nothing to do.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });
