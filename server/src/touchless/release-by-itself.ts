import { decideTouchless } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { approveIn } from '../releases/approve-release.ts';
import { type ReleaseMaterial, readReleaseMaterial } from '../releases/release-material.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import { readTouchlessFacts } from './touchless-facts.ts';
import { byItself, noteVerdict } from './verdicts.ts';

/**
 * Gives what is ready, or writes down every reason why a person looks. Facts, decision and approval are one transaction
 * under the request's lock: a run that is killed has done nothing, and one that comes twice finds it given.
 */
export function releaseByItself(app: App, accessRequestId: string): Promise<void> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, accessRequestId);
    const material = request && (await readReleaseMaterial(tx, app, accessRequestId));
    if (!material || !isReady(material)) return;
    const facility = await readFacilityFacts(tx, app);
    const { sources } = await packOfRequest(tx, facility, request);
    const decision = decideTouchless(await readTouchlessFacts(tx, app, facility, request, material), sources);
    const reasons: string[] = decision.ok ? [] : decision.refusal.reasons.map(({ reason }) => reason);
    if (decision.ok) {
      const approved = await approveIn(tx, app, byItself, { requestId: accessRequestId, version: request.version });
      if (!approved.ok) reasons.push(approved.refusal.code);
    }
    await noteVerdict(tx, app, { accessRequestId, about: 'release', examItemId: null, reasons });
  });
}

/** Something lies ready, and nothing of this request comes by itself any more: what is on its way is worth the wait. */
function isReady({ items }: ReleaseMaterial): boolean {
  const states = items.map(({ state }) => state);
  return states.includes('checking') && !states.includes('granted') && !states.includes('retrieving');
}
