import type { Db } from '../store/database.ts';
import type { ReleaseMaterial } from './release-material.ts';

/** Exams of which a copy was denied and a look was not: they are shown here and go nowhere. 45 CFR 164.524(a)(2)(ii). */
export async function readCopyDenied(db: Db, accessRequestId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('denial')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .select(['denial.exam_item_id', 'denial.withheld_objects', 'denial.withholds_report'])
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('denial_decision.decision', '=', 'denied-in-part')
    .execute();
  // What names no part of the exam denied the copy of all of it.
  const whole = rows.filter((row) => row.withheld_objects.length === 0 && !row.withholds_report);
  return new Set(whole.map((row) => row.exam_item_id));
}

/** What may be copied: these exams wait for a release of their own that is only looked at, and come along in no other. */
export function withoutThem(material: ReleaseMaterial, denied: ReadonlySet<string>): ReleaseMaterial {
  const items = material.items.map((item) => {
    if (!denied.has(item.id)) return item;
    return item.state === 'checking'
      ? { ...item, state: 'retrieving', partsGiven: [] }
      : { ...item, outcome: 'denied', partsGiven: [], ...(isOut(item) ? { state: 'closed' } : {}) };
  });
  return { ...material, items };
}

function isOut({ state }: { state: string }): boolean {
  return state === 'released' || state === 'delivered';
}
