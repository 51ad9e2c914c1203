import { type Denial, decideDenial } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';
import { denialWish, type ProposedDenial } from './denial-wish.ts';
import { handFor } from './hand.ts';
import { type CaseItem, type RequestCase, readExamCase } from './request-case.ts';

export type DenialCase = RequestCase & {
  item: CaseItem;
  denial: NonNullable<Awaited<ReturnType<typeof findDenial>>>;
  proposed: ProposedDenial;
};

/** A denial that was proposed here, decided or not, with the request that it is about. */
export async function readDenialCase(db: Db, app: App, denialId: string): Promise<DenialCase | undefined> {
  const denial = await findDenial(db, denialId);
  const found = denial && (await readExamCase(db, app, denial.exam_item_id));
  if (!denial || !found) return undefined;
  const proposed = {
    ground: denial.ground,
    basis: denial.basis,
    shown: denial.shown,
    withheld: denial.withheld.join(', '),
    withheldObjects: denial.withheld_objects,
    withholdsReport: denial.withholds_report,
    accessReturnsOn: denial.access_returns_on ?? undefined,
    accessReturnsWords: denial.access_returns_words ?? undefined,
  };
  return { ...found, denial, proposed };
}

function findDenial(db: Db, denialId: string) {
  return db
    .selectFrom('denial')
    .innerJoin('staff as proposer', 'proposer.id', 'denial.proposed_by')
    .leftJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .leftJoin('staff as decider', 'decider.id', 'denial_decision.decided_by')
    .selectAll('denial')
    .select(['denial_decision.decision', 'denial_decision.decided_at', 'denial_decision.letter_id'])
    .select(['proposer.display_name as proposer', 'decider.display_name as decider'])
    .where('denial.id', '=', denialId)
    .executeTakeFirst();
}

/** The denial as the engine decided it, made again from its record for the review of it. */
export function decidedDenial(found: DenialCase): Denial | undefined {
  const { denial, proposed, pack } = found;
  if (!denial.decider) return undefined;
  const decidedBy = { name: denial.decider, role: handFor(pack, denial.ground) } as const;
  const decision = decideDenial(denialWish(found, proposed, decidedBy), pack);
  return decision.ok ? decision.value : undefined;
}
