import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { endHold } from '../determinations/end-hold.ts';
import { setHold } from '../determinations/set-hold.ts';
import { askClarification } from '../requests/ask-clarification.ts';
import { endClarification } from '../requests/end-clarification.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, type CheckedRequest } from '../testing/test-release.ts';
import { readVerdicts } from './read-verdicts.ts';
import { releaseByItself } from './release-by-itself.ts';

describeWith([haveDatabase()], 'a release that nobody looks at', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  /** Why a person has to look, as it is read now. */
  async function reasonsFor({ accessRequestId }: CheckedRequest): Promise<string[]> {
    test.clock.advance(60_000);
    await releaseByItself(test.app, accessRequestId);
    const verdicts = await readVerdicts(test.app.db, accessRequestId);
    const verdict = verdicts.find(({ about }) => about === 'release');
    if (!verdict) throw new Error('nothing was decided');
    return verdict.reasons;
  }

  it('waits while a hold is open, and no longer', async () => {
    const request = await addCheckedRequest(test, { mrn: '71' });
    expect(await reasonsFor(request)).not.toContain('on-hold');
    const held = await setHold(test.app, request.staff, {
      requestId: request.accessRequestId,
      code: 'security',
      holds: ['images'],
      policy: 'SEC-4',
      caseDecision: 'Account taken over on 4 October',
    });
    if (!held.ok) throw new Error(held.refusal.code);
    expect(await reasonsFor(request)).toContain('on-hold');
    await endHold(test.app, request.staff, { holdId: held.value.holdId, reason: 'The account is safe again' });
    expect(await reasonsFor(request)).not.toContain('on-hold');
  });

  it('is never made of a request that was asked about, even when the question is taken back', async () => {
    const request = await addCheckedRequest(test, { mrn: '72' });
    const requestId = request.accessRequestId;
    expect(await reasonsFor(request)).not.toContain('question-asked');
    const asked = await askClarification(test.app, request.staff, { requestId, question: 'Which arm was it?' });
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await reasonsFor(request)).toContain('question-asked');
    const { questionId } = asked.value;
    await endClarification(test.app, request.staff, { requestId, questionId, end: { how: 'taken-back' } });
    expect(await reasonsFor(request)).toContain('question-asked');
  });
});
