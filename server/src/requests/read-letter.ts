import { type Letter, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';

type NotFound = { code: 'not-found' };

/** A letter of one's own request, as it was sent. */
export function readLetter(
  app: App,
  actor: RequesterActor,
  input: { letterId: string },
): Promise<Outcome<FileAnswer, NotFound>> {
  return openLetter(app, input.letterId, actor.accessRequestId);
}

/** Any letter of this facility. */
export function openDeskLetter(
  app: App,
  _actor: StaffActor,
  input: { letterId: string },
): Promise<Outcome<FileAnswer, NotFound>> {
  return openLetter(app, input.letterId, undefined);
}

/** The same letter, to be read on a page. */
export async function readLetterPage(
  app: App,
  actor: RequesterActor,
  input: { letterId: string },
): Promise<Outcome<Letter, NotFound>> {
  const row = await app.db
    .selectFrom('letter')
    .innerJoin('access_request', 'access_request.id', 'letter.access_request_id')
    .select('letter.content')
    .where('letter.id', '=', input.letterId)
    .where('letter.addressed_to_patient_id', 'is', null)
    .where('access_request.id', '=', actor.accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  return row ? ok(row.content as Letter) : refuse({ code: 'not-found' });
}

async function openLetter(
  app: App,
  letterId: string,
  accessRequestId: string | undefined,
): Promise<Outcome<FileAnswer, NotFound>> {
  const letter = await app.db
    .selectFrom('letter')
    .innerJoin('access_request', 'access_request.id', 'letter.access_request_id')
    .select(['letter.code', 'letter.pdf_sha256', 'access_request.reference'])
    .where('letter.id', '=', letterId)
    .where('access_request.facility_id', '=', app.facilityId)
    .$if(accessRequestId !== undefined, (query) =>
      query.where('access_request.id', '=', accessRequestId ?? '').where('letter.addressed_to_patient_id', 'is', null),
    )
    .executeTakeFirst();
  if (!letter) return refuse({ code: 'not-found' });
  const bytes = await app.objects.readBytes(letter.pdf_sha256);
  return ok({
    mediaType: 'application/pdf',
    sizeBytes: bytes.byteLength,
    etag: `"${letter.pdf_sha256}"`,
    fileName: `${letter.reference.replaceAll(' ', '-')}-${letter.code}.pdf`,
    disposition: 'inline',
    stream: (start, end, write) => write(bytes.subarray(start, end)),
  });
}
