import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { ana, type FacilityInTime, fileOf, grace, letterWords } from './facility-in-time.ts';
import { intakeOf, patientsOf, takesIn, tiesToPatient } from './taken-in.ts';

/** What came by post, fax and telephone. */
export function byPaper(f: FacilityInTime): void {
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
    for (const request of [portal, fax]) await tiesToPatient(desk, request);
    const joined = await desk.ask(contract.joinRequests, { requestId: fax.requestId, otherId: portal.requestId });
    expect(joined).toEqual({ kind: 'joined', earlierId: portal.requestId });
    await f.at('2026-05-15T10:00:00-04:00');
    const later = await f.desk();
    await later.ask(contract.recordReminder, { requestId: portal.requestId, channel: 'phone' });
    const call = { by: ana, channel: 'phone', receivedOn: '2026-05-15', signature: 'spoken' } as const;
    const phoned = await takesIn(later, call);
    await tiesToPatient(later, phoned);
    expect(await later.ask(contract.joinRequests, { requestId: phoned.requestId, otherId: portal.requestId })).toEqual({
      kind: 'joined',
      earlierId: portal.requestId,
    });
    const file = await fileOf(later, portal);
    expect(file.due).toMatchObject({ receivedOn: '2026-05-04', on: '2026-06-03', daysLeft: 19 });
    expect(await letterWords(later, phoned, 'L-DUP')).toContain('You will have an answer by Wednesday, June 3, 2026.');
    expect(file.deliveries.map(({ recipient }) => recipient.name)).toContain('Dr. Chen');
    expect(file.fee.totalCents).toBe(0);
    // A different exam, asked for on the telephone that day, stays a request of its own.
    const another = await takesIn(later, { ...call, patients: patientsOf(ana, 'breast') });
    await tiesToPatient(later, another);
    const links = { requestId: another.requestId, otherId: portal.requestId };
    expect(await later.ask(contract.joinRequests, links)).toMatchObject({ kind: 'linked' });
    expect(await fileOf(later, another)).toMatchObject({ closed: false, due: { on: '2026-06-14' } });
    const letter = await letterWords(later, fax, 'L-DUP');
    expect(letter).toContain(`Its reference is ${portal.reference}. We received it on Monday, May 4, 2026.`);
    expect(letter).toContain('You will have an answer by Wednesday, June 3, 2026.');
    expect(letter).toContain('Dr. Chen');
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
    await tiesToPatient(desk, request);
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
    expect(await desk.ask(contract.readAuthorityCard, { requestId })).toMatchObject({
      shown: true,
      judgement: { instrument: 'guardianship', scope: ['health-care'], validUntil: null, judgedBy: 'Dana Desk' },
    });
    expect(await fileOf(desk, request)).toMatchObject({ closed: false, due: { on: '2027-10-13' } });
  });

  test('S02: delivered on Sunday 2028-01-30 and entered on Tuesday, due on the leap day; never moved later', async () => {
    await f.at('2028-02-01T09:00:00-05:00');
    const desk = await f.desk();
    const stamped = { by: ana, receivedOn: '2028-01-30', signedOn: '2028-01-28' } as const;
    expect(await desk.refusalOf(contract.recordIntake, intakeOf(stamped))).toMatchObject({ code: 'invalid-input' });
    const page = Buffer.from('%PDF-1.4\n% stamped JAN 30 2028 by the loading dock\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    const { scanId } = await desk.upload(contract.keepScan, {}, Uint8Array.from(page));
    const request = await takesIn(desk, { ...stamped, department: 'Loading dock', scanId });
    expect(request.dueOn).toBe('2028-02-29');
    const { requestId } = request;
    const intake = await desk.ask(contract.readIntake, { requestId });
    expect(intake).toMatchObject({
      channel: 'mail',
      department: 'Loading dock',
      scan: { mediaType: 'application/pdf' },
    });
    // The page that it was typed from opens at the desk, byte for byte.
    expect(await desk.file(contract.openScan, { scanId: intake.scan?.scanId ?? '' })).toEqual(page);
    expect(await letterWords(desk, request, 'L-ACK')).toContain('Tuesday, February 29, 2028');
    expect(await desk.ask(contract.readExtension, { requestId })).toMatchObject({
      firstDue: '2028-02-29',
      latest: '2028-03-30',
    });
    const move = (receivedOn: string) => ({ requestId, receivedOn, reason: 'as the stamp shows' });
    expect(await desk.refusalOf(contract.correctReceipt, move('2028-02-01'))).toMatchObject({
      code: 'receipt-not-earlier',
    });
    await desk.ask(contract.correctReceipt, move('2028-01-29'));
    expect((await fileOf(desk, request)).due.on).toBe('2028-02-28');
    const yearBefore = { by: grace, receivedOn: '2027-01-30', earlierReason: 'the same letter, a year before' };
    expect((await takesIn(desk, yearBefore)).dueOn).toBe('2027-03-01');
  });
}
