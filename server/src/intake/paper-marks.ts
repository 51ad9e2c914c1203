import type { App } from '../app.ts';
import type { ClockInput } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { sendBy } from './letters-to-post.ts';
import { type UnsentLetter, unsentLetters } from './unsent-letters.ts';

export type PaperMarks = { scanAttached: boolean; letterToPost: { sendBy: string | null } | null };

/** What the worklist says of paper: a page can be looked at, a letter waits for the mail. Two reads for the whole list. */
export async function readPaperMarks(
  db: Db,
  app: App,
  clockOf: (request: UnsentLetter['request']) => ClockInput,
): Promise<(requestId: string) => PaperMarks> {
  const [scans, letters] = await Promise.all([
    db
      .selectFrom('intake')
      .innerJoin('scan', 'scan.id', 'intake.scan_id')
      .select('intake.access_request_id')
      .where('scan.facility_id', '=', app.facilityId)
      .execute(),
    unsentLetters(db, app),
  ]);
  const scanned = new Set(scans.map(({ access_request_id }) => access_request_id));
  return (requestId) => {
    const waiting = letters.filter(({ request }) => request.id === requestId);
    const days = waiting.flatMap((letter) => {
      const { receivedOn, pack } = clockOf(letter.request);
      return sendBy(letter, receivedOn, pack) ?? [];
    });
    return {
      scanAttached: scanned.has(requestId),
      letterToPost: waiting.length > 0 ? { sendBy: days.sort()[0] ?? null } : null,
    };
  };
}
