import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import type { InputOf } from '../../web/src/client.ts';
import { readOutbox, until } from '../facility.ts';
import {
  ana,
  type FacilityInTime,
  fileOf,
  grace,
  letterWords,
  matches,
  releases,
  showsPhotoId,
} from './facility-in-time.ts';
import { openSpeaker, type Speaker } from './speaker.ts';

type ExamType = InputOf<typeof contract.recordIntake>['patients'][number]['examItems'][number]['examType'];
type Writing = Partial<InputOf<typeof contract.recordIntake>> & { by: typeof ana };

/** Takes in one writing about one person; answers its request. */
async function takesIn(desk: Speaker, { by, ...writing }: Writing) {
  const { requests } = await desk.ask(contract.recordIntake, intakeOf({ by, ...writing }));
  const [request] = requests;
  if (!request) throw new Error('nothing was taken in');
  return { requestId: request.id, ...request };
}

function intakeOf({ by, ...writing }: Writing): InputOf<typeof contract.recordIntake> {
  const { givenName, familyName } = by;
  return {
    channel: 'mail',
    receivedOn: '2026-05-06',
    signature: 'signed',
    language: 'en',
    requester: { is: 'self', name: `${givenName} ${familyName}`, address: ['8 Hill Road', 'Springfield, NY 10001'] },
    patients: patientsOf(by),
    deliveries: [{ kind: 'cd', who: 'self', address: ['8 Hill Road', 'Springfield, NY 10001'] }],
    ...writing,
  };
}

function patientsOf({ givenName, familyName, birthDate, mrn }: typeof ana, ...examTypes: ExamType[]) {
  const asked = examTypes.length > 0 ? examTypes : (['pregnancy'] as const);
  const examItems = asked.map((examType) => ({ examType }));
  return [{ patient: { givenName, familyName, birthDate, mrn }, examItems }];
}

async function tiesToPatient(desk: Speaker, { requestId }: { requestId: string }): Promise<void> {
  const [patient] = (await fileOf(desk, { requestId })).suggestedPatients;
  await desk.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
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

  test('S08: she signs in one step online; the lawyer opens it by link and passcode, and each opening is on record', async () => {
    await f.at('2026-06-01T10:00:00-04:00');
    const desk = await f.desk();
    const email = 'grace.writes@mail.example';
    const sent = await takesIn(desk, {
      by: grace,
      receivedOn: '2026-06-01',
      signature: 'unsigned',
      requester: { is: 'self', name: 'Grace Liu', email },
      patients: patientsOf(grace, 'breast'),
      deliveries: [{ kind: 'secure-link', who: 'third-party', name: 'A. Ruiz', email: 'ruiz@lawfirm.example' }],
    });
    const { requestId, reference, passcodes } = sent;
    const letter = await letterWords(desk, sent, 'L-DIR');
    expect(letter).toMatch(/Open http\S+\/request and fill in what is missing\. You can sign there with your name\./);
    expect(letter).toContain('We can give the copy to you at once, online and free.');
    const asker = {
      who: grace,
      reference,
      requestId,
      speaker: openSpeaker(f.facility().url),
      mailbox: email,
      passcodes,
    };
    await showsPhotoId(desk, asker);
    await matches(desk, asker, /breast/i);
    // Found, and fetched for nobody while the writing is not signed.
    expect(await fileOf(desk, asker)).toMatchObject({ examItems: [{ state: 'matched' }] });
    const lawyersMail = async () =>
      (await readOutbox(f.facility())).find(({ recipient, body }) => recipient === 'ruiz@lawfirm.example' && body);
    expect(await lawyersMail()).toBeUndefined();

    await f.at('2026-06-09T09:00:00-04:00');
    await f.comesBack(asker);
    const [directive] = (await asker.speaker.ask(contract.readMyAuthority, {})).directives;
    expect(directive?.lacks.map(({ name }) => name)).toEqual(['signature']);
    // Her name is all that is asked for.
    const signature = { directiveId: directive?.directiveId ?? '', signedName: 'Grace Liu' };
    await asker.speaker.ask(contract.signDirective, signature);
    const then = await f.desk();
    expect((await then.ask(contract.readAuthorityCard, { requestId })).instruments).toMatchObject([
      { state: 'valid', due: { statutory: '2026-07-09', worklist: '2026-07-01' } },
    ]);
    expect((await fileOf(then, asker)).due.on).toBe('2026-07-01');
    await releases(then, asker);
    const mail = await until('the lawyer was sent the link', lawyersMail);
    const [, pathId = ''] = /\/link\/(\S+)/.exec(mail.body) ?? [];
    const [{ passcode } = { passcode: '' }] = passcodes;
    expect(mail.body).not.toContain(passcode);
    const lawyer = openSpeaker(f.facility().url);
    expect(await lawyer.refusalOf(contract.openLink, { pathId, passcode: 'AAAAAAAA' })).toMatchObject({
      code: 'wrong-passcode',
    });
    for (const hour of ['10', '15']) {
      await f.at(`2026-06-09T${hour}:00:00-04:00`);
      const visit = openSpeaker(f.facility().url);
      await visit.ask(contract.openLink, { pathId, passcode });
      expect((await visit.ask(contract.seeSharedRelease, {})).exams).toHaveLength(1);
    }
    // She and the log see every opening.
    await f.comesBack(asker);
    const opened = ({ event }: { event: string }) => event === 'share-link.opened';
    expect((await asker.speaker.ask(contract.trackRequest, {})).history.filter(opened)).toHaveLength(2);
    const after = await f.desk();
    const { history, closed, patient } = await fileOf(after, asker);
    expect(history.map(({ type }) => type).filter((type) => /^share-link\.|^release\.viewed/.test(type))).toEqual(
      expect.arrayContaining(['share-link.failed', 'share-link.opened', 'release.viewed']),
    );
    expect(history.filter(({ type }) => type === 'share-link.opened')).toHaveLength(2);
    expect(closed).toBe(true);
    const patientId = patient?.id ?? '';
    const { entries, askers } = await after.ask(contract.readAccounting, { patientId });
    expect(entries.filter(({ reference: of }) => of === reference)).toMatchObject([
      { on: '2026-06-09', recipient: 'A. Ruiz', address: 'ruiz@lawfirm.example', why: 'third-party-directive' },
    ]);
    const herself = askers.find(({ name }) => name === 'Grace Liu') ?? { requestId };
    await after.ask(contract.sendAccounting, { patientId, requestId: herself.requestId });
    expect(await letterWords(after, herself, 'L-ACCT')).toMatch(
      /June 9, 2026 A\. Ruiz,.*Sent at your.*ruiz@lawfirm\.example.*direction/,
    );
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
    expect((await desk.ask(contract.readAuthorityCard, { requestId })).shown).toBe(true);
    expect((await fileOf(desk, request)).due.on).toBe('2027-10-13');
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
