import { randomBytes } from 'node:crypto';
import { money } from '@echoback/right-of-access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { quoteDeliveries } from '../fees/quote-deliveries.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { readAuthorityCard, readMyAuthority } from './authority-card.ts';
import { recordElectronicCopy } from './choose-electronic-copy.ts';
import { judgeAuthority } from './judge-authority.ts';
import { decideParentAccess, recordConsent } from './judge-exam.ts';
import { sendPaper } from './paper.ts';
import { recordEmancipation } from './record-emancipation.ts';
import { refuseRepresentative } from './refuse-representative.ts';
import { previewLackLetter, sendLackLetter } from './send-lack-letter.ts';
import { signDirective } from './sign-directive.ts';

describeWith([haveDatabase()], 'by what right somebody asks', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let doctor: StaffActor;

  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    doctor = { ...(await addStaff(house)), displayName: 'Dr. Osei', licensedAs: 'MD' };
    await house.app.db.updateTable('staff').set({ licensed_as: 'MD' }).where('id', '=', doctor.staffId).execute();
  });
  afterAll(() => house.close());

  async function asked(wish: TestRequest, born = '2012-04-12') {
    const { patientId } = await addPatient(house, { birthDate: born, mrn: randomBytes(4).toString('hex') });
    const patient = { birthDate: born };
    const request = await addRequest(house, { patientId, proved: true, patient, ...wish });
    const requester: RequesterActor = {
      kind: 'requester',
      accessRequestId: request.accessRequestId,
      sessionHash: null,
      address: '127.0.0.1',
    };
    return { ...request, patientId, requester, requestId: request.accessRequestId };
  }
  const father = { is: 'parent', name: 'Luis Rivera' } as const;
  const card = async (requestId: string) => {
    const read = await readAuthorityCard(house.app, clerk, { requestId });
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  };
  const consents = (examItemId: string, basis: 'parent' | 'minor_statutory') =>
    recordConsent(house.app, clerk, { examItemId, basis, category: 'other', minorWantsParent: false });
  const stateOf = async (id = '') => {
    const items = house.app.db.selectFrom('exam_item').select('state').where('id', '=', id);
    return (await items.executeTakeFirstOrThrow()).state;
  };
  const paper = { instrument: 'guardianship', whatWasSeen: 'Court order, case 17-204', scope: [] };

  describe('a parent', () => {
    it('named by the registration needs no paper; the boy’s exams are hers (S13)', async () => {
      const examItems = [{ state: 'matched' }, {}];
      const { requestId, patientId, examItemIds } = await asked({ requester: father, examItems });
      const parent = await addPatient(house, { givenName: 'Luis', mrn: 'p-13', birthDate: '1980-01-01' });
      expect((await card(requestId)).letters.map(({ code }) => code)).toContain('L-VER');
      // Who she is was shown already: only what ties her to him is asked for, and not once it is known.
      expect((await card(requestId)).evidence).toMatchObject([{ evidence: 'relationship' }]);
      await house.app.db
        .insertInto('patient_parent')
        .values({ patient_id: patientId, parent_patient_id: parent.patientId })
        .execute();
      expect((await card(requestId)).evidence).toEqual([]);
      const allowed = async () => (await standingOf(house.app.db, house.app, requestId)).allowed;
      expect(await allowed()).toEqual(new Set());
      expect(await transaction(house.app.db, (tx) => grantMatched(tx, house.app, clerk, requestId))).toEqual([]);
      expect(await stateOf(examItemIds[0])).toBe('matched');
      const file = await readRequestFile(house.app, clerk, { requestId });
      expect(file).toMatchObject({ value: { next: { step: 'search' } } });
      for (const examItemId of examItemIds) await consents(examItemId, 'parent');
      expect(await allowed()).toEqual(new Set(examItemIds));
      expect(await stateOf(examItemIds[0])).toBe('retrieving');
      const [{ judged } = { judged: null }] = (await card(requestId)).exams;
      expect(judged).toEqual({ by: 'Test clerk', at: house.app.now().toISOString() });
    });

    it('asks as the parent of an adult from the day on which the boy was emancipated, here and in the next request', async () => {
      const wish = { requester: father, examItems: [{ state: 'matched' }] };
      const { requestId, patientId, examItemIds } = await asked(wish);
      await judgeAuthority(house.app, clerk, { requestId, ...paper, instrument: 'birth-certificate', scope: [] });
      await consents(examItemIds[0] ?? '', 'parent');
      expect(await card(requestId)).toMatchObject({ shown: true, mayBeEmancipated: true, emancipation: null });
      const seen = { requestId, whatWasSeen: 'Order of the county court' };
      const record = (emancipatedOn: string | null) => {
        house.clock.advance(1_000);
        return recordEmancipation(house.app, clerk, { ...seen, emancipatedOn });
      };
      const today = house.app.now().toISOString().slice(0, 10);
      expect(await record('2040-01-01')).toEqual({ ok: true, value: null });
      expect((await card(requestId)).shown).toBe(true);
      await record(today);
      const next = await addRequest(house, {
        patientId,
        proved: true,
        requester: father,
        patient: { birthDate: '2012-04-12' },
      });
      for (const id of [requestId, next.accessRequestId]) {
        expect(await card(id)).toMatchObject({
          shown: false,
          refusal: { code: 'no-right-of-access' },
          evidence: [{ evidence: 'instrument' }],
          letters: [{ code: 'L-NPR' }],
          emancipation: { on: today, whatWasSeen: seen.whatWasSeen, recordedBy: 'Test clerk' },
        });
        expect((await standingOf(house.app.db, house.app, id)).allowed).toEqual(new Set());
      }
      // It was another boy's paper: what was recorded last counts.
      await record(null);
      expect(await card(requestId)).toMatchObject({ shown: true, emancipation: null });
    });

    it('is told of an exam that the girl consented to as of one that was never found (S14)', async () => {
      const wish = { requester: father, examItems: [{ examType: 'abdomen', state: 'matched' }, { state: 'matched' }] };
      const { requestId, requester, examItemIds } = await asked(wish, '2010-10-06');
      const [appendix = '', obstetric = ''] = examItemIds;
      const consent = { basis: 'minor_statutory', category: 'prenatal', minorWantsParent: false } as const;
      await judgeAuthority(house.app, clerk, { requestId, ...paper, instrument: 'birth-certificate', scope: [] });
      const unjudged = await trackRequest(house.app, requester);
      expect(unjudged.ok && unjudged.value.examItems.map(({ state, found }) => ({ state, found }))).toEqual([
        { state: 'searching', found: null },
        { state: 'searching', found: null },
      ]);
      expect(await stateOf(appendix)).toBe('matched');
      const waiting = await readRequestFile(house.app, clerk, { requestId });
      expect(waiting).toMatchObject({ value: { next: { with: 'you', facts: { lack: 'consent', exams: 2 } } } });
      await recordConsent(house.app, clerk, { examItemId: obstetric, ...consent });
      await consents(appendix, 'parent');
      expect(await stateOf(obstetric)).toBe('matched');
      expect((await card(requestId)).exams.map(({ standing }) => standing)).toEqual([
        'personal-representative',
        'professional-must-decide',
      ]);
      const tracked = await trackRequest(house.app, requester);
      if (!tracked.ok) throw new Error('no tracking');
      const stages = tracked.value.examItems.map(({ state, found, counts }) => ({ state, found, counts }));
      expect(stages).toEqual([
        { state: 'retrieving', found: null, counts: null },
        { state: 'searching', found: null, counts: null },
      ]);
      const told = JSON.stringify(tracked.value.history);
      for (const word of [obstetric, 'consent', 'parent-access', 'minor']) expect(told).not.toContain(word);

      const refused = await decideParentAccess(house.app, clerk, {
        examItemId: obstetric,
        give: true,
        reason: 'asked',
      });
      expect(refused).toMatchObject({ refusal: { code: 'not-licensed' } });
      await decideParentAccess(house.app, doctor, { examItemId: obstetric, give: true, reason: 'She wishes it.' });
      expect((await standingOf(house.app.db, house.app, requestId)).allowed).toEqual(new Set([appendix, obstetric]));

      // At 00:00 of her 18th birthday in the facility's zone, for all exams, past ones too.
      const before = house.clock.now().toISOString();
      house.clock.set('2028-10-06T04:00:00Z');
      expect((await standingOf(house.app.db, house.app, requestId)).allowed).toEqual(new Set());
      house.clock.set(before);
    });
  });

  describe('a representative', () => {
    it('needs authority for health decisions; the letter names it and the papers, and the day stands (S15)', async () => {
      const daughter = { is: 'personal-representative', name: 'Eva Rivera' } as const;
      const { requestId, requester } = await asked({ requester: daughter }, '1950-02-02');
      const doubt = async () => {
        const file = await readRequestFile(house.app, clerk, { requestId });
        return file.ok ? file.value.promises.find(({ name }) => name === 'authority-doubt') : undefined;
      };
      expect(await doubt()).toEqual({ name: 'authority-doubt', by: '2026-10-06', keptOn: null, late: false });
      await judgeAuthority(house.app, clerk, { requestId, ...paper, scope: ['finances'] });
      expect(await doubt()).toMatchObject({ keptOn: '2026-10-05' });
      const lacking = await card(requestId);
      expect(lacking.refusal?.lacks.map(({ name }) => name)).toEqual(['authority for health-care decisions']);
      const preview = await previewLackLetter(house.app, clerk, { requestId, code: 'L-VER' });
      expect(preview.ok && preview.value.html).toMatch(/Authority for health-care decisions.*guardianship order/s);
      expect((await sendLackLetter(house.app, clerk, { requestId, code: 'L-VER' })).ok).toBe(true);
      expect((await card(requestId)).waits.at(-1)).toMatchObject({
        kind: 'identity',
        lacks: ['authority for health-care decisions'],
      });

      house.clock.advance(60_000);
      const sent = await sendPaper(house.app, requester, {}, { bytes: bytesOf('%PDF-1.7 order %%EOF') });
      const paperId = sent.ok ? sent.value.paperId : '';
      // Each paper is a question of its own, and has its day.
      expect(await doubt()).toMatchObject({ by: '2026-10-06', keptOn: null });
      await judgeAuthority(house.app, clerk, { requestId, ...paper, scope: ['health-care'], paperId });
      const shown = await card(requestId);
      expect(shown).toMatchObject({ shown: true, waits: [], judgement: { scope: ['health-care'] } });
      expect(shown.letters.map(({ code }) => code)).not.toContain('L-VER');
      expect(await doubt()).toMatchObject({ keptOn: '2026-10-05', late: false });
    });

    it('without e-mail is told only of paper and of the office, never of the page or a code', async () => {
      const { requestId } = await asked({ requester: father, byPost: true, proved: false });
      const preview = await previewLackLetter(house.app, clerk, { requestId, code: 'L-VER' });
      if (!preview.ok) throw new Error(preview.refusal.code);
      expect(preview.value.html).toMatch(/Mail us a copy of the paper or card.*show it to us here/s);
      for (const words of ['http', ' code']) expect(preview.value.html.split('<body')[1]).not.toContain(words);
    });

    it('sends papers that are papers, and not without end', async () => {
      const { requester } = await asked({ requester: father });
      const send = (text: string) => sendPaper(house.app, requester, {}, { bytes: bytesOf(text) });
      expect(await send('<html>')).toMatchObject({ refusal: { code: 'not-a-paper' } });
      for (let sent = 0; sent < 10; sent += 1) expect((await send(`%PDF-1.7 ${sent} %%EOF`)).ok).toBe(true);
      expect(await send('%PDF-1.7 one more %%EOF')).toMatchObject({ refusal: { code: 'too-many-papers' } });
    });

    it('is not treated as one only by a licensed professional, with the whole ground', async () => {
      const { requestId } = await asked({ requester: father });
      await judgeAuthority(house.app, clerk, { requestId, ...paper });
      const wish = {
        requestId,
        belief: 'endangerment',
        notInBestInterest: true,
        reason: 'Court order of 2026.',
      } as const;
      expect(await refuseRepresentative(house.app, clerk, wish)).toMatchObject({ refusal: { code: 'not-licensed' } });
      const part = await refuseRepresentative(house.app, doctor, { ...wish, notInBestInterest: false });
      expect(part).toMatchObject({ refusal: { code: 'authority-lacks' } });
      expect((await standingOf(house.app.db, house.app, requestId)).authorityShown).toBe(true);
      expect((await refuseRepresentative(house.app, doctor, wish)).ok).toBe(true);
      expect((await standingOf(house.app.db, house.app, requestId)).authorityShown).toBe(false);
      expect((await card(requestId)).notTreated).toMatchObject({ decidedBy: 'Test clerk', belief: 'endangerment' });
    });
  });

  it('an executor acts for the estate; a sister gets a polite letter that names who may ask (S16)', async () => {
    const executor = await asked({ requester: { is: 'executor', name: 'Eva Rivera' } }, '1950-02-02');
    const letters = { ...paper, instrument: 'letters-testamentary' };
    await judgeAuthority(house.app, clerk, { requestId: executor.requestId, ...letters });
    expect((await card(executor.requestId)).shown).toBe(true);

    const sister = await asked({ requester: { is: 'family', name: 'Rosa Rivera' } }, '1950-02-02');
    const seen = await card(sister.requestId);
    expect(seen).toMatchObject({ shown: false, refusal: { code: 'no-right-of-access' } });
    const letter = await previewLackLetter(house.app, clerk, { requestId: sister.requestId, code: 'L-NPR' });
    expect(letter.ok && letter.value.html).toContain('letters testamentary');
    expect(letter.ok && letter.value.html).not.toMatch(/den(y|ied|ial)/i);
  });

  it('an unsigned directive sends nothing; L-DIR names the signature, and signing starts its clock (S08)', async () => {
    house.clock.set('2026-06-01T15:00:00Z');
    const recipient = { who: 'third-party', name: 'A. Ruiz', email: 'ruiz@lawfirm.example' } as const;
    const deliveries = [{ kind: 'online' as const }, { kind: 'secure-link' as const, recipient }];
    const { requestId, requester } = await asked({ deliveries, unsigned: true }, '1993-04-12');
    const [directive] = (await card(requestId)).instruments;
    expect(directive).toMatchObject({ state: 'defective', lacks: [{ name: 'signature' }], due: null });
    const askedDeliveryId = directive?.askedDeliveryId;
    const wish = { requestId, code: 'L-DIR', askedDeliveryId } as const;
    const letter = await previewLackLetter(house.app, clerk, wish);
    expect(letter.ok && letter.value.html).toMatch(/Your signature.*You can have the copy yourself, now/s);
    // Without e-mail the page opens for nobody: the letter itself is the sheet to sign.
    const email = (value: string | null) =>
      house.app.db.updateTable('access_request').set({ requester_email: value }).where('id', '=', requestId).execute();
    await email(null);
    const byPost = await previewLackLetter(house.app, clerk, wish);
    expect(byPost.ok && byPost.value.html).toMatch(
      /sign, and mail this sheet.*Send my copy to.*A\. Ruiz.*My signature/s,
    );
    expect(byPost.ok && byPost.value.html).not.toContain(`${house.app.config.publicUrl}/request`);
    await email('ana.typed@example.org');
    expect((await sendLackLetter(house.app, clerk, wish)).ok).toBe(true);

    house.clock.set('2026-06-09T15:00:00Z');
    const [mine] = (await readMyAuthority(house.app, requester)).ok ? [directive] : [];
    const signature = { directiveId: mine?.directiveId ?? '', signedName: 'Ana Rivera' };
    const other = await signDirective(house.app, requester, { ...signature, signedName: 'A. Ruiz' });
    expect(other).toMatchObject({ refusal: { code: 'signature-differs' } });
    expect((await signDirective(house.app, requester, signature)).ok).toBe(true);
    expect((await card(requestId)).instruments[0]).toMatchObject({
      state: 'valid',
      due: { statutory: '2026-07-09', worklist: '2026-07-01' },
    });
    const again = await previewLackLetter(house.app, clerk, wish);
    expect(again).toMatchObject({ refusal: { code: 'nothing-lacks' } });
  });

  it('prints for somebody else are neither refused nor binding: the letter offers three ways (S09)', async () => {
    const recipient = { who: 'third-party' as const, name: 'B. Lee', address: ['1 Main St', 'Town'] };
    const { requestId } = await asked({ deliveries: [{ kind: 'prints', recipient }] }, '1993-04-12');
    const [directive] = (await card(requestId)).instruments;
    expect(directive?.offers).toEqual([
      'electronic-copy-to-recipient',
      'prints-to-the-individual',
      'authorization-for-prints',
    ]);
    const wish = { requestId, code: 'L-DIR', askedDeliveryId: directive?.askedDeliveryId } as const;
    const letter = await previewLackLetter(house.app, clerk, wish);
    expect(letter.ok && letter.value.html).toContain('B. Lee');
    const facility = await readFacilityFacts(house.app.db, house.app);
    const toSelf = quoteDeliveries([{ kind: 'prints' }], 1, facility.feeSchedule, packFor(facility, facility.today));
    expect(toSelf.totalCents).toBeGreaterThan(0);
    expect(letter.ok && letter.value.html).toContain(money(toSelf.totalCents, 'en'));
    expect(letter.ok && letter.value.html).not.toContain('$0');

    // A yes by telephone, and only to what is on offer: the same address gets a stick, under the same signature.
    const yes = { requestId, directiveId: directive?.directiveId ?? '', kind: 'usb', how: 'phone' } as const;
    const strangers = await asked({}, '1993-04-12');
    expect(await recordElectronicCopy(house.app, clerk, { ...yes, requestId: strangers.requestId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await recordElectronicCopy(house.app, clerk, yes)).toEqual({ ok: true, value: { passcode: null } });
    const [kept] = (await card(requestId)).instruments;
    expect(kept).toMatchObject({ kind: 'usb', state: 'valid', hasAddress: true, offers: [] });
    const file = await readRequestFile(house.app, clerk, { requestId });
    expect(file.ok && file.value.history.at(-1)).toMatchObject({
      type: 'format.agreed',
      actor: 'Test clerk',
      facts: { kind: 'usb', channel: 'phone' },
    });
    expect(await recordElectronicCopy(house.app, clerk, yes)).toMatchObject({ refusal: { code: 'wrong-step' } });
  });
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
