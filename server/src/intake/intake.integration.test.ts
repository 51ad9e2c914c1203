import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { readAuthorityCard } from '../authority/authority-card.ts';
import { signDirective } from '../authority/sign-directive.ts';
import type { StaffActor } from '../identity/actor.ts';
import { listRequests } from '../requests/list-requests.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { correctReceipt } from './correct-receipt.ts';
import { handOverLetter } from './hand-over-letter.ts';
import type { IntakeInput } from './intake-input.ts';
import { joinRequests } from './join-requests.ts';
import { keepScan } from './keep-scan.ts';
import { lettersToPost } from './letters-to-post.ts';
import { findLikeRequests } from './like-requests.ts';
import { readIntake } from './read-intake.ts';
import { recordIntake } from './record-intake.ts';
import { recordReminder } from './record-reminder.ts';
import { recordSignature } from './record-signature.ts';

const page = Buffer.from('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n');
const exam = { examType: 'pregnancy', dateWords: 'this spring', scope: 'entire-study' as const, withReport: true };
const mara = { familyName: 'Lindqvist', givenName: 'Mara', birthDate: '1990-06-01' };
const fax: IntakeInput = {
  channel: 'fax',
  receivedOn: '2026-05-06',
  signature: 'signed',
  language: 'en',
  requester: { is: 'self', name: 'Mara Lindqvist', address: ['1 Elm Street', 'Springfield, NY 10001'] },
  patients: [{ patient: mara, examItems: [exam] }],
  deliveries: [{ kind: 'cd', who: 'self', address: ['1 Elm Street', 'Springfield, NY 10001'] }],
};

/** The same writing about another patient. */
const of = (givenName: string) => ({ patients: [{ patient: { ...mara, givenName }, examItems: [exam] }] });

async function* bytesOf(bytes: Uint8Array) {
  yield bytes;
}

function given<T>(outcome: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

describeWith([haveDatabase()], 'requests on paper', () => {
  let house: TestApp;
  let clerk: StaffActor;

  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
  });
  afterAll(() => house.close());
  beforeEach(() => house.clock.set('2026-05-15T15:00:00Z'));

  const enter = async (change: Partial<IntakeInput>) => {
    const { requests } = given(await recordIntake(house.app, clerk, { ...fax, ...change }));
    return requests as [(typeof requests)[number], ...typeof requests];
  };
  const scan = async () => given(await keepScan(house.app, clerk, {}, { bytes: bytesOf(page) })).scanId;
  const fileOf = async (requestId: string) => given(await readRequestFile(house.app, clerk, { requestId }));
  const rowOf = async (requestId: string) => {
    const { rows } = given(await listRequests(house.app, clerk, { show: 'all' }));
    return rows.find(({ id }) => id === requestId);
  };
  const toPost = async (requestId: string) => {
    const { letters } = given(await lettersToPost(house.app, clerk));
    return letters.filter((letter) => letter.requestId === requestId);
  };

  describe('S02 stamped on a Sunday by the loading dock, entered on Tuesday', () => {
    test('the clock runs from the stamp, over the leap day; entering it without page or reason is refused', async () => {
      house.clock.set('2028-02-01T15:00:00Z');
      const late = { ...of('Lena'), channel: 'mail', receivedOn: '2028-01-30', department: 'Loading dock' } as const;
      const bare = await recordIntake(house.app, clerk, { ...fax, ...late });
      expect(bare).toMatchObject({ refusal: { code: 'invalid-input', fields: [{ pointer: '/earlierReason' }] } });
      const [request] = await enter({ ...late, scanId: await scan() });
      expect(request.dueOn).toBe('2028-02-29');
      expect(await rowOf(request.id)).toMatchObject({
        channel: 'mail',
        scanAttached: true,
        due: { receivedOn: '2028-01-30', on: '2028-02-29', daysLeft: 28 },
      });
      const { rows } = await house.app.db
        .selectFrom('letter')
        .select('content')
        .where('access_request_id', '=', request.id)
        .execute()
        .then((found) => ({ rows: JSON.stringify(found) }));
      expect(rows).toContain('February 29, 2028');

      const forward = { requestId: request.id, receivedOn: '2028-01-31', reason: 'It was Monday.' };
      expect(await correctReceipt(house.app, clerk, forward)).toMatchObject({
        refusal: { code: 'receipt-not-earlier' },
      });
      expect((await fileOf(request.id)).receivedOn).toBe('2028-01-30');
      const earlier = { requestId: request.id, receivedOn: '2028-01-28', reason: 'The carrier’s list says Friday.' };
      given(await correctReceipt(house.app, clerk, earlier));
      expect((await fileOf(request.id)).due).toMatchObject({ receivedOn: '2028-01-28', on: '2028-02-27' });
      expect(given(await readIntake(house.app, clerk, { requestId: request.id }))).toMatchObject({
        department: 'Loading dock',
        corrections: [{ before: '2028-01-30', receivedOn: '2028-01-28' }],
      });
    });

    test('a day that has not come is never a day of receipt', async () => {
      const outcome = await recordIntake(house.app, clerk, { ...fax, receivedOn: '2028-02-02' });
      expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/receivedOn' }] } });
    });
  });

  test('nobody is given online what a person without an e-mail address could never open', async () => {
    const deliveries: IntakeInput['deliveries'] = [{ kind: 'online', who: 'self' }];
    const online = { ...of('Nils'), deliveries };
    const bare = await recordIntake(house.app, clerk, { ...fax, ...online, scanId: await scan() });
    expect(bare).toMatchObject({ refusal: { code: 'invalid-input', fields: [{ pointer: '/requester/email' }] } });
    const requester = { ...fax.requester, email: 'nils@example.org' };
    expect(await enter({ ...online, scanId: await scan(), requester })).toHaveLength(1);
  });

  test('S15 acknowledged on paper within two business days: the letter is sent when the carrier takes it', async () => {
    house.clock.set('2027-09-13T15:00:00Z');
    const [request] = await enter({
      ...of('Ivar'),
      channel: 'mail',
      receivedOn: '2027-09-13',
      requester: { is: 'personal-representative', name: 'Ines Lindqvist', address: ['2 Oak Street', 'Albany, NY'] },
    });
    expect(request).toMatchObject({ dueOn: '2027-10-13', acknowledgeBy: '2027-09-15', acknowledgedBy: 'post' });
    expect((await rowOf(request.id))?.letterToPost).toEqual({ sendBy: '2027-09-15' });
    const [letter] = await toPost(request.id);
    expect(letter).toMatchObject({
      code: 'L-ACK',
      addressee: 'Ines Lindqvist',
      address: ['2 Oak Street', 'Albany, NY'],
      sendBy: '2027-09-15',
    });
    house.clock.set('2027-09-15T02:30:00Z');
    const handover = { letterId: letter?.id ?? '', carrier: 'USPS' };
    expect(given(await handOverLetter(house.app, clerk, handover))).toEqual({ sentOn: '2027-09-14' });
    expect(await handOverLetter(house.app, clerk, handover)).toMatchObject({ refusal: { code: 'wrong-step' } });
    expect(await toPost(request.id)).toEqual([]);
    expect((await rowOf(request.id))?.letterToPost).toBeNull();
  });

  // Memorial Healthcare System, 2025: asked by mail, phone and portal.
  test('S22 the same request three ways: one clock, one fee, the cardiologist kept, and a letter that names both', async () => {
    house.clock.set('2026-05-04T15:00:00Z');
    const [first] = await enter({ channel: 'walk-in', receivedOn: '2026-05-04' });
    house.clock.set('2026-05-06T15:00:00Z');
    const cardiologist = {
      kind: 'secure-link' as const,
      who: 'third-party' as const,
      name: 'Dr. Noor',
      email: 'noor@example.org',
    };
    const [second] = await enter({ deliveries: [...fax.deliveries, cardiologist], scanId: await scan() });
    const seen = given(await readIntake(house.app, clerk, { requestId: second.id }));
    expect(seen.others).toMatchObject([
      { requestId: first.id, would: 'joined', added: 1, exams: [{ examType: 'pregnancy', likeness: 'same' }] },
    ]);
    const feeBefore = (await fileOf(first.id)).fee.totalCents;
    const joined = await joinRequests(house.app, clerk, { requestId: second.id, otherId: first.id });
    expect(given(joined)).toEqual({ kind: 'joined', earlierId: first.id });

    house.clock.set('2026-05-15T15:00:00Z');
    given(await recordReminder(house.app, clerk, { requestId: first.id, channel: 'phone', note: 'Asked again.' }));
    const file = await fileOf(first.id);
    expect(file.due).toMatchObject({ receivedOn: '2026-05-04', on: '2026-06-03' });
    expect(file.fee.totalCents).toBe(feeBefore);
    expect(file.deliveries.map(({ recipient }) => recipient.name ?? 'herself')).toEqual(['herself', 'Dr. Noor']);
    expect(await fileOf(second.id)).toMatchObject({ closed: true, examItems: [{ outcome: 'duplicate' }] });
    const letters = await toPost(second.id);
    expect(letters.map(({ code }) => code)).toContain('L-DUP');
    const { content } = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', second.id)
      .where('code', '=', 'L-DUP')
      .executeTakeFirstOrThrow();
    for (const words of [first.reference, second.reference, 'June 3, 2026', 'Dr. Noor']) {
      expect(JSON.stringify(content)).toContain(words);
    }
    const again = await joinRequests(house.app, clerk, { requestId: second.id, otherId: first.id });
    expect(again).toMatchObject({ refusal: { code: 'wrong-step' } });

    const other = { ...exam, examType: 'breast' };
    const [apart] = await enter({
      channel: 'phone',
      receivedOn: '2026-05-15',
      patients: [{ patient: mara, examItems: [other] }],
    });
    expect(apart.dueOn).toBe('2026-06-14');
    const linked = await joinRequests(house.app, clerk, { requestId: apart.id, otherId: first.id });
    expect(given(linked).kind).toBe('linked');
    expect(await fileOf(apart.id)).toMatchObject({ closed: false, due: { on: '2026-06-14' } });
  });

  test('the same pictures asked for by somebody else are never joined, so nobody reads the other’s reference', async () => {
    const born = { ...mara, givenName: 'Nora' };
    const [hers] = await enter({ patients: [{ patient: born, examItems: [exam] }], scanId: await scan() });
    const [his] = await enter({
      patients: [{ patient: born, examItems: [exam] }],
      requester: { is: 'personal-representative', name: 'Otto Falk' },
      receivedOn: '2026-05-15',
    });
    const outcome = await joinRequests(house.app, clerk, { requestId: his.id, otherId: hers.id });
    expect(given(outcome).kind).toBe('linked');
    expect((await toPost(his.id)).map(({ code }) => code)).toEqual(['L-ACK']);
  });

  test('a mother writes for two children: two requests of one writing, on one day', async () => {
    const children = ['Tove', 'Ulla'].map((givenName) => ({
      patient: { familyName: 'Berg', givenName, birthDate: '2015-03-02' },
      examItems: [exam],
    }));
    const requests = await enter({
      receivedOn: '2026-05-15',
      requester: { is: 'parent', name: 'Sara Berg' },
      patients: children,
    });
    expect(requests.map(({ dueOn }) => dueOn)).toEqual(['2026-06-14', '2026-06-14']);
    const writings = await house.app.db
      .selectFrom('intake')
      .select('writing_id')
      .where(
        'access_request_id',
        'in',
        requests.map(({ id }) => id),
      )
      .execute();
    expect(new Set(writings.map(({ writing_id }) => writing_id)).size).toBe(1);
  });

  test('unsigned starts the clock and waits; a third party hears nothing until it is signed', async () => {
    const today = { ...of('Una'), receivedOn: '2026-05-15' };
    const [own] = await enter({ ...today, signature: 'unsigned' });
    expect(own.dueOn).toBe('2026-06-14');
    expect(given(await readIntake(house.app, clerk, { requestId: own.id })).waitsForSignature).toBe(true);
    expect((await toPost(own.id)).map(({ code }) => code)).toEqual(['L-ACK']);
    given(await recordSignature(house.app, clerk, { requestId: own.id, signedOn: '2026-05-15' }));
    expect(given(await readIntake(house.app, clerk, { requestId: own.id })).waitsForSignature).toBe(false);

    const lawyer = {
      kind: 'secure-link' as const,
      who: 'third-party' as const,
      name: 'Law Firm',
      email: 'x@law.example',
    };
    const [directed] = await enter({ ...today, signature: 'unsigned', deliveries: [lawyer] });
    const letters = await toPost(directed.id);
    expect(letters.map(({ code }) => code)).toEqual(['L-ACK', 'L-DIR']);
    expect(letters.map(({ sendBy }) => sendBy)).toEqual(['2026-05-19', '2026-05-19']);
  });

  test('a writing that names neither recipient nor place is taken in, and what it lacks is told by name', async () => {
    const today = { ...of('Nora'), receivedOn: '2026-05-15' };
    const link = { kind: 'secure-link' as const, who: 'third-party' as const };
    const [request] = await enter({ ...today, deliveries: [...fax.deliveries, link] });
    expect((await toPost(request.id)).map(({ code }) => code)).toContain('L-DIR');
    expect(await lacksOf(request.id)).toEqual(['who receives it', 'where to send it']);
    // The page was signed: completing who and where needs no second signature, and can be done once.
    const card = given(await readAuthorityCard(house.app, clerk, { requestId: request.id }));
    const requester = { kind: 'requester', accessRequestId: request.id, sessionHash: null, address: '::1' } as const;
    const parts = { recipientName: 'Dr. Chen', recipientEmail: 'chen@heart.example' };
    const wish = { directiveId: card.instruments[0]?.directiveId ?? '', signedName: 'Mara Lindqvist' };
    given(await signDirective(house.app, requester, { ...wish, ...parts }));
    expect(await lacksOf(request.id)).toEqual([]);
    const again = await signDirective(house.app, requester, { ...wish, ...parts });
    expect(again).toMatchObject({ refusal: { code: 'wrong-step' } });
  });

  test('an authorization that came on paper lacks what it lacks; the signed page cures only the signature', async () => {
    const prints = {
      kind: 'prints' as const,
      who: 'third-party' as const,
      name: 'B. Lee',
      address: ['1 Main St', 'Town, NY 10001'],
      authorization: { purpose: 'at my request', endsWithRequest: true, statementsAccepted: false },
    };
    const [request] = await enter({
      ...of('Olga'),
      receivedOn: '2026-05-15',
      signature: 'unsigned',
      deliveries: [prints],
    });
    const statements = [
      'statement: right to revoke',
      'statement: whether care depends on signing',
      'statement: recipient may redisclose',
    ];
    const parts = ['description of the information', 'signature and date', ...statements];
    expect(await lacksOf(request.id)).toEqual(parts);
    given(await recordSignature(house.app, clerk, { requestId: request.id, signedOn: '2026-05-15' }));
    expect(await lacksOf(request.id)).toEqual(['description of the information', ...statements]);
  });

  test('while a repeat is typed, the request that it repeats is shown; another person or exam is told apart', async () => {
    const [first] = await enter({ ...of('Petra'), receivedOn: '2026-05-10', scanId: await scan() });
    const like = async (givenName: string, examType: string, requesterName = 'Mara Lindqvist') => {
      const patient = { ...mara, givenName };
      const typed = { patient, requesterName, receivedOn: '2026-05-15', examItems: [{ ...exam, examType }] };
      return given(await findLikeRequests(house.app, clerk, typed)).others;
    };
    expect(await like('Petra', 'pregnancy')).toMatchObject([
      { requestId: first.id, would: 'joined', sameRequester: true, exams: [{ likeness: 'same' }], closed: false },
    ]);
    expect(await like('Petra', 'heart')).toMatchObject([{ would: 'linked', exams: [{ likeness: 'differs' }] }]);
    expect(await like('Petra', 'pregnancy', 'Somebody Else')).toMatchObject([
      { would: 'linked', sameRequester: false },
    ]);
    expect(await like('Paula', 'pregnancy')).toEqual([]);
  });

  const lacksOf = async (requestId: string) => {
    const { instruments } = given(await readAuthorityCard(house.app, clerk, { requestId }));
    return instruments.flatMap(({ lacks }) => lacks.map(({ name }) => name));
  };
});
