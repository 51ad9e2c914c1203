import { demoFeeSchedule } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { readAuthorityCard } from '../authority/authority-card.ts';
import { readEvidenceAsked } from '../authority/evidence-asked.ts';
import { sendLackLetter } from '../authority/send-lack-letter.ts';
import { readExtension } from '../clock/read-extension.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import { readFeeSchedule } from '../fees/fee-schedule.ts';
import { readFeeAccount } from '../fees/read-fee-account.ts';
import { previewOffer } from '../forms/offer-forms.ts';
import { readForms } from '../forms/read-forms.ts';
import type { PublicActor, StaffActor } from '../identity/actor.ts';
import { closeExamItem } from '../imaging/close-exam-item.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { recordIdentityProof } from '../requests/record-identity-proof.ts';
import { trackRequest } from '../requests/track-request.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { decideDenial } from './decide-denial.ts';
import { previewDenial } from './preview-denial.ts';
import { proposeDenial } from './propose-denial.ts';
import { readDeterminations } from './read-determinations.ts';
import { recallRelease } from './recall-release.ts';

const american = /CFR|HHS|HIPAA|\bOCR\b|164\.5|us-federal|\$\d/;
const others = {
  ground: 'others-rights',
  basis: 'The clips show the name of another patient.',
  shown: {},
  withheld: 'the clips of this exam',
  withheldObjects: [],
  withholdsReport: false,
};

describeWith([haveDatabase()], 'a facility under the GDPR', () => {
  let house: TestApp;
  let clerk: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = { ...(await addStaff(house)), privacyOfficer: true };
    const schedule = JSON.stringify({ ...demoFeeSchedule, method: 'actual' });
    await house.app.db.updateTable('facility').set({ fee_schedule: schedule }).execute();
    const policy = { choice: 'eu-gdpr', provider: [], overlay: {} };
    expect((await choosePolicy(house.app, await addStaff(house, 'admin'), policy)).ok).toBe(true);
    house.clock.advance(60_000);
  });
  afterAll(() => house.close());

  /** Everything that a screen about this request is given, at the desk and for the person. */
  async function shownOf(requestId: string, askedDeliveryId: string): Promise<string> {
    const asked = { requestId };
    const requester = { kind: 'requester', sessionHash: null, address: '::1', accessRequestId: requestId } as const;
    const answers = await Promise.all([
      readRequestFile(house.app, clerk, asked),
      readAuthorityCard(house.app, clerk, asked),
      readDeterminations(house.app, clerk, asked),
      readExtension(house.app, clerk, asked),
      readFeeAccount(house.app, clerk, asked),
      readForms(house.app, clerk, asked),
      previewOffer(house.app, clerk, { ...asked, askedDeliveryId, why: 'habit or policy' }),
      trackRequest(house.app, requester),
    ]);
    expect(answers.slice(0, 6).every(({ ok }) => ok)).toBe(true);
    const letters = await house.app.db
      .selectFrom('letter')
      .select(['code', 'content'])
      .where('access_request_id', '=', requestId)
      .execute();
    return JSON.stringify([answers, letters]);
  }

  test('tells everybody with its prices that the first copy is free', async () => {
    const anybody: PublicActor = {
      kind: 'public',
      sessionHashes: [],
      browserHash: null,
      sessionHash: null,
      address: '::1',
    };
    const prices = await readFeeSchedule(house.app, anybody);
    expect(prices).toMatchObject({ value: { rules: { firstCopyFreeCite: 'GDPR Art. 12(5), 15(3)' } } });
    expect(JSON.stringify(prices).match(american)).toBeNull();
  });

  test('refuses, asks and explains by its own articles until somebody shows who they are', async () => {
    const { patientId } = await addPatient(house);
    const form = { kind: 'other-form', recipient: { who: 'self', form: 'VHS tape' } } as const;
    const request = await addRequest(house, { patientId, deliveries: [form] });
    const requestId = request.accessRequestId;
    const [examItemId = ''] = request.examItemIds;
    const [deliveryId = ''] = request.askedDeliveryIds;
    const move = (trigger: 'search' | 'grant' | 'release') =>
      transaction(house.app.db, (tx) => moveExamItem(tx, house.app, clerk, examItemId, trigger, {}));
    const said = [
      await shownOf(requestId, deliveryId),
      await sendLackLetter(house.app, clerk, { requestId, code: 'L-VER' }),
      await move('search'),
      await move('grant'),
      await closeExamItem(house.app, clerk, { examItemId, outcome: 'none-found', reason: 'Nothing here.' }),
      await readEvidenceAsked(
        house.app,
        { kind: 'public', sessionHashes: [], browserHash: null, sessionHash: null, address: '::1' },
        { asker: 'parent', goesTo: 'third-party', copy: 'film-or-paper' },
      ),
      await recordIdentityProof(house.app, clerk, { requestId, method: 'photo-id', evidence: 'Passport, at the desk' }),
      await shownOf(requestId, deliveryId),
    ];
    const text = JSON.stringify(said);
    for (const cite of ['GDPR Art. 12(6), recital 64', 'law of the Member State', 'GDPR Art. 12(3)']) {
      expect(text).toContain(cite);
    }
    expect(text.match(american)).toBeNull();
  });

  test('denies, gives and takes back by its own articles, with the letter that its breach wants', async () => {
    const denied = await addCheckedRequest(house, { mrn: '31' });
    const [examItemId = ''] = denied.examItemIds;
    const proposed = { examItemId, ...others };
    const said: unknown[] = [await previewDenial(house.app, clerk, { ...proposed, basis: '' })];
    said.push(await previewDenial(house.app, clerk, { ...proposed, ground: 'unpaid bill' }));
    const denial = await proposeDenial(house.app, denied.staff, proposed);
    if (!denial.ok) throw new Error(denial.refusal.code);
    const { denialId } = denial.value;
    expect(await decideDenial(house.app, clerk, { denialId, deny: true })).toEqual({ ok: true, value: null });
    said.push(await shownOf(denied.accessRequestId, denied.askedDeliveryIds[0] ?? ''));

    const given = await addCheckedRequest(house, { mrn: '32' });
    const releaseId = await approve(house, given);
    await prepareRelease(house.app, { releaseId });
    const recalled = await recallRelease(house.app, clerk, {
      ...{ releaseId, what: 'wrong-recipient', reason: 'Another address', discoveredOn: '2026-10-05' },
      whatHappened: 'Your pictures went to another address.',
      ...{ kindsOfData: ['Pictures with your name'], protectYourself: ['Nothing.'], whatWeDo: ['We closed the link.'] },
    });
    expect(recalled).toMatchObject({ ok: true });
    said.push(await shownOf(given.accessRequestId, given.askedDeliveryIds[0] ?? ''));
    const text = JSON.stringify(said);
    for (const told of [
      'GDPR Art. 12(4)',
      'GDPR Art. 15(4)',
      'L-BRCH',
      'who looks after the protection of data here',
    ]) {
      expect(text).toContain(told);
    }
    expect(text.match(american)).toBeNull();
  });
});
