import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import type { InputOf } from '../../web/src/client.ts';
import { ana, type FacilityInTime, fileOf, grace, letterWords } from './facility-in-time.ts';
import type { Speaker } from './speaker.ts';

type Writing = Partial<InputOf<typeof contract.recordIntake>> & { by: typeof ana };

/** Takes in one writing about one person; answers its request. */
async function takesIn(desk: Speaker, { by, ...writing }: Writing) {
  const { requests } = await desk.ask(contract.recordIntake, intakeOf({ by, ...writing }));
  const [request] = requests;
  if (!request) throw new Error('nothing was taken in');
  return { requestId: request.id, ...request };
}

function intakeOf({ by, ...writing }: Writing): InputOf<typeof contract.recordIntake> {
  const { givenName, familyName, birthDate, mrn } = by;
  const patient = { givenName, familyName, birthDate, mrn };
  return {
    channel: 'mail',
    receivedOn: '2026-05-06',
    signature: 'signed',
    language: 'en',
    requester: { is: 'self', name: `${givenName} ${familyName}`, address: ['8 Hill Road', 'Springfield, NY 10001'] },
    patients: [{ patient, examItems: [{ examType: 'pregnancy' }] }],
    deliveries: [{ kind: 'cd', who: 'self', address: ['8 Hill Road', 'Springfield, NY 10001'] }],
    ...writing,
  };
}

/** What came by post, fax and telephone, and what goes to somebody else. */
export function byPaperAndForOthers(f: FacilityInTime): void {
  test('S22: portal, fax and telephone are one request, due 2026-06-03; the cardiologist is kept and L-DUP tells both names', async () => {
    await f.at('2026-05-04T09:00:00-04:00');
    const portal = await f.asks(ana, {});
    await f.at('2026-05-06T10:00:00-04:00');
    const desk = await f.desk();
    const cardiologist = {
      kind: 'secure-link',
      who: 'third-party',
      name: 'Dr. Chen',
      email: 'chen@heart.example',
    } as const;
    const fax = await takesIn(desk, {
      by: ana,
      channel: 'fax',
      signedOn: '2026-05-06',
      deliveries: [cardiologist],
    });
    for (const { requestId } of [portal, fax]) {
      const [patient] = (await fileOf(desk, { requestId })).suggestedPatients;
      await desk.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
    }
    const joined = await desk.ask(contract.joinRequests, { requestId: fax.requestId, otherId: portal.requestId });
    expect(joined).toEqual({ kind: 'joined', earlierId: portal.requestId });
    await f.at('2026-05-15T10:00:00-04:00');
    const later = await f.desk();
    await later.ask(contract.recordReminder, { requestId: portal.requestId, channel: 'phone' });
    const file = await fileOf(later, portal);
    expect(file.due).toMatchObject({ receivedOn: '2026-05-04', on: '2026-06-03' });
    expect(file.deliveries.map(({ recipient }) => recipient.name)).toContain('Dr. Chen');
    expect(file.fee.totalCents).toBe(0);
    const letter = await letterWords(later, fax, 'L-DUP');
    expect(letter).toContain(`Its reference is ${portal.reference}. We received it on Monday, May 4, 2026.`);
    expect(letter).toContain('You will have an answer by Wednesday, June 3, 2026.');
    expect(letter).toContain('Dr. Chen');
  });

  test('S08: an unsigned writing sends the lawyer nothing; L-DIR by two business days names the signature alone', async () => {
    await f.at('2026-06-01T09:00:00-04:00');
    const desk = await f.desk();
    const lawyer = { kind: 'secure-link', who: 'third-party', name: 'A. Ruiz', email: 'ruiz@lawfirm.example' } as const;
    const request = await takesIn(desk, {
      by: grace,
      receivedOn: '2026-06-01',
      signature: 'unsigned',
      deliveries: [lawyer],
    });
    expect(request.dueOn).toBe('2026-07-01');
    const letter = await letterWords(desk, request, 'L-DIR');
    expect(letter).toContain('Until then we send nothing to A. Ruiz.');
    expect(letter).toMatch(/What is missing\W+Your signature\.\W+What to do/);
    expect(letter).toContain('You do not need a notary');
    expect(letter).not.toMatch(/witness|purpose/i);
    const { letters } = await desk.ask(contract.lettersToPost, {});
    const asksFor = letters.find(({ requestId, code }) => requestId === request.requestId && code === 'L-DIR');
    expect(asksFor?.sendBy).toBe('2026-06-03');
    await f.at('2026-06-09T09:00:00-04:00');
    const then = await f.desk();
    await then.ask(contract.recordSignature, { requestId: request.requestId, signedOn: '2026-06-09' });
    const { waitsForSignature } = await then.ask(contract.readIntake, { requestId: request.requestId });
    expect(waitsForSignature).toBe(false);
    // The law counts from the last element, the desk from the first day (OD-6).
    const { instruments } = await then.ask(contract.readAuthorityCard, { requestId: request.requestId });
    expect(instruments.map(({ state, due }) => ({ state, due }))).toEqual([
      { state: 'valid', due: { statutory: '2026-07-09', worklist: '2026-07-01' } },
    ]);
    expect((await fileOf(then, request)).due.on).toBe('2026-07-01');
  });

  test('S15: a guardianship of finances alone; L-VER names what is missing, and the day stands', async () => {
    await f.at('2027-09-13T09:00:00-04:00');
    const desk = await f.desk();
    const request = await takesIn(desk, {
      by: grace,
      receivedOn: '2027-09-13',
      signedOn: '2027-09-10',
      requester: { is: 'personal-representative', name: 'Mei Liu', address: ['3 Elm Street', 'Springfield, NY 10001'] },
    });
    expect(request).toMatchObject({ dueOn: '2027-10-13', acknowledgeBy: '2027-09-15' });
    const { requestId } = request;
    const [patient] = (await fileOf(desk, request)).suggestedPatients;
    await desk.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
    const order = { requestId, instrument: 'guardianship', whatWasSeen: 'Court order of 2026' } as const;
    await desk.ask(contract.judgeAuthority, { ...order, scope: ['finances'] });
    const card = await desk.ask(contract.readAuthorityCard, { requestId });
    expect(card.shown).toBe(false);
    expect(card.refusal?.lacks.map(({ name }) => name)).toContain('authority for health-care decisions');
    await desk.ask(contract.sendLackLetter, { requestId, code: 'L-VER' });
    const letter = await letterWords(desk, request, 'L-VER');
    expect(letter).toMatch(/health[ -]care decisions/i);
    expect(letter).toContain('You do not need a notary. You do not have to come in.');
    expect(letter).toContain('We still have to answer you by Wednesday, October 13, 2027.');
    await desk.ask(contract.judgeAuthority, { ...order, scope: ['health-care'] });
    expect((await desk.ask(contract.readAuthorityCard, { requestId })).shown).toBe(true);
    expect((await fileOf(desk, request)).due.on).toBe('2027-10-13');
  });

  test('S02: delivered on Sunday 2028-01-30 and entered on Tuesday, due on the leap day; never moved later', async () => {
    await f.at('2028-02-01T09:00:00-05:00');
    const desk = await f.desk();
    const stamped = { by: ana, receivedOn: '2028-01-30', signedOn: '2028-01-28' } as const;
    expect(await desk.refusalOf(contract.recordIntake, intakeOf(stamped))).toMatchObject({ code: 'invalid-input' });
    const request = await takesIn(desk, { ...stamped, earlierReason: 'stamped by the loading dock on Sunday' });
    expect(request.dueOn).toBe('2028-02-29');
    const { requestId } = request;
    const move = (receivedOn: string) => ({ requestId, receivedOn, reason: 'as the stamp shows' });
    expect(await desk.refusalOf(contract.correctReceipt, move('2028-02-01'))).toMatchObject({
      code: 'receipt-not-earlier',
    });
    await desk.ask(contract.correctReceipt, move('2028-01-29'));
    expect((await fileOf(desk, request)).due.on).toBe('2028-02-28');
  });
}
