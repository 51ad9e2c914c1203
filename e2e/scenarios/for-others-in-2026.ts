import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import {
  ana,
  type FacilityInTime,
  fetched,
  fileOf,
  grace,
  letterWords,
  matches,
  releases,
  showsPhotoId,
} from './facility-in-time.ts';
import { openSpeaker } from './speaker.ts';
import { patientsOf, takesIn } from './taken-in.ts';

/** June 2026: what is to go to somebody else, by a directive. */
export function forOthersIn2026(f: FacilityInTime): void {
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
    // A table reads in lines across its columns, wherever these break.
    const list = await letterWords(after, herself, 'L-ACCT');
    expect(list).toMatch(/June 9,.*A\. Ruiz,.*Sent at your.*direction/);
    expect(list).toContain('ruiz@lawfirm.example');
  });

  test('S09: film prints for B. Lee are neither refused nor binding; her yes to an electronic copy ends it on 06-16', async () => {
    await f.at('2026-06-15T09:00:00-04:00');
    const desk = await f.desk();
    const email = 'ana.prints@mail.example';
    const lee = ['1 Court Street', 'Albany, NY 12207'];
    const sent = await takesIn(desk, {
      by: ana,
      receivedOn: '2026-06-15',
      requester: { is: 'self', name: 'Ana Rivera', email },
      // Two exams of four sheets and five minutes each: 8 sheets, 10 minutes.
      patients: patientsOf(ana, 'pregnancy', 'pelvis'),
      deliveries: [{ kind: 'prints', who: 'third-party', name: 'B. Lee', address: lee }],
    });
    const { requestId, reference, passcodes } = sent;
    expect(sent.dueOn).toBe('2026-07-15');
    const asker = {
      who: ana,
      reference,
      requestId,
      speaker: openSpeaker(f.facility().url),
      mailbox: email,
      passcodes,
    };
    await showsPhotoId(desk, asker);
    await matches(desk, asker, /US OB/, 0);
    await matches(desk, asker, /PELVI/i, 1);
    await fetched(desk, asker);
    const [directive] = (await desk.ask(contract.readAuthorityCard, { requestId })).instruments;
    const offers = ['electronic-copy-to-recipient', 'prints-to-the-individual', 'authorization-for-prints'];
    expect(directive).toMatchObject({ state: 'defective', lacks: [], offers, due: null });
    const { askedDeliveryId = '' } = directive ?? {};
    await desk.ask(contract.sendLackLetter, { requestId, code: 'L-DIR', askedDeliveryId });
    const letter = await letterWords(desk, asker, 'L-DIR');
    expect(letter).toContain('We are not turning you down.');
    expect(letter).toMatch(/An electronic copy to B\. Lee\. Say yes at http\S+\/request\. Nothing else is needed\./);
    expect(letter).toMatch(/prints to yourself: \$19\.20\./);
    expect(letter).toContain('with another form, the authorization.');
    expect(letter).toContain('We still have to answer you by Wednesday, July 15, 2026.');
    const { version } = await fileOf(desk, asker);
    expect(await desk.refusalOf(contract.approveRelease, { requestId, version })).toMatchObject({
      code: 'instrument-lacks',
    });

    await f.at('2026-06-16T10:00:00-04:00');
    await f.comesBack(asker);
    const yes = { directiveId: directive?.directiveId ?? '', kind: 'secure-link' } as const;
    expect(await asker.speaker.refusalOf(contract.chooseElectronicCopy, yes)).toMatchObject({
      code: 'invalid-input',
      fields: [{ pointer: '/recipientEmail' }],
    });
    const leesMail = 'lee@court.example';
    const chosen = await asker.speaker.ask(contract.chooseElectronicCopy, { ...yes, recipientEmail: leesMail });
    expect(await asker.speaker.refusalOf(contract.chooseElectronicCopy, yes)).toMatchObject({ code: 'wrong-step' });
    const then = await f.desk();
    // Under the directive of the 15th: no new signature, no authorization, and its day stands.
    expect((await then.ask(contract.readAuthorityCard, { requestId })).instruments).toMatchObject([
      { kind: 'secure-link', under: 'directive', state: 'valid', due: { statutory: '2026-07-15' } },
    ]);
    expect(await fileOf(then, asker)).toMatchObject({ fee: { totalCents: 0 }, due: { on: '2026-07-15' } });
    await releases(then, asker);
    await until('the copy was given', async () => (await fileOf(then, asker)).closed);
    const mail = (await readOutbox(f.facility())).find(({ recipient }) => recipient === leesMail);
    const [, pathId = ''] = /\/link\/(\S+)/.exec(mail?.body ?? '') ?? [];
    const attorney = openSpeaker(f.facility().url);
    await attorney.ask(contract.openLink, { pathId, passcode: chosen.passcode ?? '' });
    expect((await attorney.ask(contract.seeSharedRelease, {})).exams).toHaveLength(2);
    // The clock stands at the 16th: 29 days were left.
    await f.at('2026-08-01T10:00:00-04:00');
    expect((await fileOf(await f.desk(), asker)).due).toMatchObject({ daysLeft: 29, level: 'fine' });
  });
}
