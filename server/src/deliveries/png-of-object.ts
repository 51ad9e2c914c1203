import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { madeFile } from './stored-file.ts';

/** One frame without loss, made when it is asked for: the decoder process reads the stored object itself (S7.3). */
export async function pngOfObject(
  app: App,
  sha256: string,
  frame: number,
  fileName = `frame-${frame + 1}.png`,
): Promise<Outcome<FileAnswer, { code: 'not-playable' }>> {
  const file = app.objects.path(sha256);
  if (file === undefined) return refuse({ code: 'not-playable' });
  const made = await app.decoder.frame({ file, frame, format: 'png' });
  if (!made.ok) return refuse({ code: 'not-playable' });
  const { bytes, mediaType } = made.value;
  return ok(madeFile(bytes, { mediaType, fileName, disposition: 'inline', etag: `${sha256}-${frame}` }));
}
