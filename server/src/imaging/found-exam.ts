import { randomUUID } from 'node:crypto';
import type { Tx } from '../store/database.ts';
import type { CandidateStudy } from '../store/records.ts';

/**
 * A study that was found for an asked exam, as an exam of the request with a life of its own: it is judged, given or kept
 * by itself. It is told to nobody who may not have it: they did not ask for it by itself.
 */
export async function addFoundExam(
  tx: Tx,
  accessRequestId: string,
  askedExamId: string,
  study: Pick<CandidateStudy, 'description' | 'studyDate'>,
): Promise<string> {
  const { last } = await tx
    .selectFrom('exam_item')
    .select((row) => row.fn.max('ordinal').as('last'))
    .where('access_request_id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await tx
    .insertInto('exam_item')
    .values({
      id,
      access_request_id: accessRequestId,
      ordinal: Number(last ?? -1) + 1,
      exam_type: 'other',
      body_part: study.description?.slice(0, 120) ?? null,
      on_or_after: study.studyDate,
      on_or_before: study.studyDate,
      date_words: null,
      place: null,
      scope: 'entire-study',
      certain_images: null,
      with_report: true,
      state: 'searching',
      outcome: null,
      outcome_reason: null,
      found_for: askedExamId,
    })
    .execute();
  return id;
}
