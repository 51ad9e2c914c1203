import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { writeLetterPdf } from '../letters/letter-pdf.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { readExtensionCase } from './extension-case.ts';
import { extensionLetter, type Lacking } from './extension-letter.ts';

/** The letter of the newest wish as it would go out today, to be read and printed. It is kept when it is sent. */
export async function openExtensionLetter(
  app: App,
  _actor: StaffActor,
  input: { requestId: string },
): Promise<Outcome<FileAnswer, { code: 'not-found' } | Lacking>> {
  const file = await readExtensionCase(app.db, app, input.requestId);
  if (!file?.wish) return refuse({ code: 'not-found' });
  const letter = await extensionLetter(app.db, app, file, file.wish);
  if (!letter.ok) return letter;
  const bytes = await writeLetterPdf(letter.value);
  return ok({
    mediaType: 'application/pdf',
    sizeBytes: bytes.byteLength,
    etag: `"${file.wish.id}-${file.facility.today}"`,
    fileName: `${file.request.reference.replaceAll(' ', '-')}-L-EXT.pdf`,
    disposition: 'inline',
    stream: (start, end, write) => write(bytes.subarray(start, end)),
  });
}
