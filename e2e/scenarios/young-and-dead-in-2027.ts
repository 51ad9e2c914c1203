import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import {
  type Asker,
  ana,
  type FacilityInTime,
  fetched,
  fileOf,
  grace,
  issuerOf,
  letterWords,
  matches,
  releases,
  showsPhotoId,
  type Who,
} from './facility-in-time.ts';
import { archive, madeStudy } from './made-study.ts';
import { openSpeaker, type Speaker } from './speaker.ts';

const mia: Who = {
  givenName: 'Mia',
  familyName: 'Ortega',
  birthDate: '2011-05-10',
  mrn: '006014',
  onFile: 'mia.ortega@example.org',
};
const luis = { givenName: 'Luis', familyName: 'Ortega', birthDate: '1980-01-02', sex: 'M' } as const;
const ofMia = { 'patient-name': 'ORTEGA^MIA', 'patient-id': mia.mrn, 'birth-date': '20110510', instances: '3' };
const appendix = { ...ofMia, 'study-date': '20270502', 'study-description': 'US APPENDIX', seed: 'S14-appendix' };
const obstetric = { ...ofMia, 'study-date': '20270720', 'study-description': 'US OBSTETRIC', seed: 'S14-obstetric' };
/** What would tell the father of the other exam: its kind, its day, or that anything is kept from him. */
const hints = /obstetric|pregnan|prenatal|2027-07-20|July 20|20270720|withheld|minor_|consent/i;

/** August to October 2027: a girl who consented to a scan of her own, and a patient who died. */
export function youngAndDeadIn2027(f: FacilityInTime): void {
  let father: Asker;
  let girl: Asker;

  test('S14: the father gets the appendix study by 2027-09-15, and nothing that he sees tells of another exam', async () => {
    await f.at('2027-08-16T09:00:00-04:00');
    await archive(f.facility(), [...madeStudy(appendix), ...madeStudy(obstetric)]);
    const desk = await f.desk();
    await registers(desk);
    father = await f.asks(mia, {
      requester: { is: 'parent', name: 'Luis Ortega' },
      signedName: 'Luis Ortega',
      examItems: [{ examType: 'other', dateWords: 'all her ultrasounds' }],
    });
    await showsPhotoId(desk, father);
    await matches(desk, father, /APPENDIX/);
    await matches(desk, father, /OBSTETRIC/);
    const { due, examItems, next } = await fileOf(desk, father);
    expect(due.on).toBe('2027-09-15');
    expect(next).toMatchObject({ step: 'prove-identity', facts: { lack: 'consent', exams: 2 } });
    const [asked = '', found = ''] = examItems.map(({ id }) => id);
    await desk.ask(contract.recordConsent, { examItemId: asked, basis: 'parent', category: 'other' });
    await desk.ask(contract.recordConsent, { examItemId: found, basis: 'minor_statutory', category: 'prenatal' });
    const { exams } = await desk.ask(contract.readAuthorityCard, { requestId: father.requestId });
    expect(exams.map(({ may, standing, cite }) => [may, standing, cite])).toEqual([
      [true, 'personal-representative', '45 CFR 164.502(g)(3)(i)'],
      [false, 'professional-must-decide', '45 CFR 164.502(g)(3)(ii)(C)'],
    ]);
    await until('his exam was fetched', async () => {
      const [his] = (await fileOf(desk, father)).examItems;
      return his?.state === 'checking';
    });
    await tellsNothing(father);

    const decision = { examItemId: found, give: false, reason: 'She came alone and asked that nobody be told.' };
    expect(await desk.refusalOf(contract.decideParentAccess, decision)).toMatchObject({ code: 'not-licensed' });
    const doctor = await f.signedIn({ username: 'osei', displayName: 'Dr. Osei', role: 'clerk', licensedAs: 'MD' });
    await doctor.ask(contract.decideParentAccess, decision);
    const decided = (await desk.ask(contract.readAuthorityCard, { requestId: father.requestId })).exams.find(
      ({ examItemId }) => examItemId === found,
    );
    expect(decided).toMatchObject({
      may: false,
      standing: 'withheld-by-judgement',
      decision: { decidedBy: 'Dr. Osei' },
    });
    await releases(desk, father);
    await until('the request was closed', async () => (await fileOf(desk, father)).closed);
    const letter = await letterWords(desk, father, 'L-DONE');
    expect(letter).toContain(
      'For patients aged 12 to 17, the law lets a young person decide about some kinds of exams.',
    );
    expect(letter).toContain('This sentence is in every letter about a patient of that age.');
    expect(letter).toContain('May 2, 2027');
    expect(letter).not.toMatch(/still to come|July|obstetric|pregnan|withheld/i);
    await tellsNothing(father);
    const release = await father.speaker.ask(contract.seeRelease, {});
    expect(release.exams.map(({ studyDate }) => studyDate)).toEqual(['2027-05-02']);
    expect(JSON.stringify(release)).not.toMatch(hints);
  });

  test('S14: the girl’s own request for both is granted to her', async () => {
    const clinic = { kind: 'secure-link', who: 'third-party', name: 'Dr. Chen', email: 'chen@heart.example' } as const;
    girl = await f.asks(mia, {
      examItems: [{ examType: 'abdomen' }, { examType: 'pregnancy' }],
      deliveries: [{ kind: 'online' }, clinic],
    });
    const desk = await f.desk();
    await showsPhotoId(desk, girl);
    await matches(desk, girl, /APPENDIX/, 0);
    await matches(desk, girl, /OBSTETRIC/, 1);
    await fetched(desk, girl);
    await releases(desk, girl);
    await until('her request was closed', async () => (await fileOf(desk, girl)).closed);
    const { exams } = await girl.speaker.ask(contract.seeRelease, {});
    expect(exams.map(({ studyDate }) => studyDate).sort()).toEqual(['2027-05-02', '2027-07-20']);
    expect(await letterWords(desk, girl, 'L-DONE')).toContain('For patients aged 12 to 17');
    const mail = (await readOutbox(f.facility())).find(({ recipient }) => recipient === clinic.email);
    const [, pathId = ''] = /\/link\/(\S+)/.exec(mail?.body ?? '') ?? [];
    const doctor = openSpeaker(f.facility().url);
    await doctor.ask(contract.openLink, { pathId, passcode: girl.passcodes[0]?.passcode ?? '' });
    expect((await doctor.ask(contract.seeSharedRelease, {})).exams).toHaveLength(2);
  });

  test('S14: neither the father’s accounting nor any refusal that he is given tells of the other exam', async () => {
    const desk = await f.desk();
    const { patient } = await fileOf(desk, father);
    const of = { patientId: patient?.id ?? '' };
    const { entries } = await desk.ask(contract.readAccounting, of);
    expect(entries.map(({ recipient, exams }) => [recipient, exams.length])).toEqual([['Dr. Chen', 2]]);
    await desk.ask(contract.sendAccounting, { ...of, requestId: father.requestId });
    const letter = await letterWords(desk, father, 'L-ACCT');
    expect(letter).toMatch(/Dr\. Chen,.*May.* 2, 2027/);
    expect(letter).not.toMatch(hints);
    await f.comesBack(father);
    const { speaker } = father;
    const girlsLetter = (await fileOf(desk, girl)).letters.find(({ code }) => code === 'L-DONE')?.id ?? '';
    const refusals = [
      await speaker.refusalOf(contract.openReleaseFile, { ordinal: 3, kind: 'picture' }),
      await speaker.refusalOf(contract.openAttachedReport, { ordinal: 0 }),
      await speaker.refusalOf(contract.readLetter, { letterId: girlsLetter }),
      await speaker.refusalOf(contract.withdrawRequest, {}),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found', 'wrong-step']);
    expect(JSON.stringify(refusals)).not.toMatch(hints);
  });

  test('S14: on her 18th birthday at 00:00 the father’s standing ends, for what he was given too', async () => {
    await f.at('2029-05-09T23:55:00-04:00');
    await f.comesBack(father);
    expect((await father.speaker.ask(contract.seeRelease, {})).exams).toHaveLength(1);
    await f.at('2029-05-10T00:00:00-04:00');
    expect(await father.speaker.refusalOf(contract.seeRelease, {})).toMatchObject({ code: 'identity-not-proved' });
    const desk = await f.desk();
    const card = await desk.ask(contract.readAuthorityCard, { requestId: father.requestId });
    expect(card).toMatchObject({ shown: false, refusal: { code: 'no-right-of-access' } });
    await f.at('2027-10-04T09:00:00-04:00');
  });

  test('S16 (a): the executor with letters testamentary acts for the estate: due 2027-11-03, at the patient’s rate', async () => {
    await f.at('2027-10-04T09:00:00-04:00');
    const address = ['3 Elm Street', 'Springfield, NY 10001'];
    const executor = await f.asks(grace, {
      requester: { is: 'executor', name: 'Mei Liu' },
      signedName: 'Mei Liu',
      examItems: [{ examType: 'breast' }],
      deliveries: [{ kind: 'cd', address }],
    });
    const desk = await f.desk();
    await showsPhotoId(desk, executor);
    const { requestId } = executor;
    expect((await desk.ask(contract.readAuthorityCard, { requestId })).shown).toBe(false);
    await desk.ask(contract.judgeAuthority, {
      requestId,
      instrument: 'letters-testamentary',
      whatWasSeen: 'Letters testamentary of 2027-09-20',
      scope: [],
      patientDiedOn: '2027-08-01',
    });
    const card = await desk.ask(contract.readAuthorityCard, { requestId });
    expect(card).toMatchObject({ shown: true, cite: '45 CFR 164.502(g)(4)', mayTellFamily: false });
    const file = await fileOf(desk, executor);
    expect(file.due.on).toBe('2027-11-03');
    expect(file.fee).toMatchObject({ totalCents: 650, method: 'flat' });
  });

  test('S16 (b): the sister has no right of access: a polite letter, no denial; what matters to her help may be told', async () => {
    await f.at('2027-10-04T10:00:00-04:00');
    const sister = await f.asks(grace, {
      requester: { is: 'family', name: 'Rosa Liu', basis: 'I drove her to care' },
      signedName: 'Rosa Liu',
      examItems: [{ examType: 'breast' }],
    });
    const desk = await f.desk();
    await showsPhotoId(desk, sister);
    const { requestId } = sister;
    const told = {
      requestId,
      deathShownBy: 'a death certificate, seen',
      involvement: 'drove her to care',
      told: 'that the scan of July was normal',
    } as const;
    // That somebody asks as family shows nobody's death.
    const unshown = { ...told, deathShownBy: '  ', contraryWish: 'none-known' } as const;
    expect(await desk.refusalOf(contract.tellFamily, unshown)).toMatchObject({ code: 'invalid-input' });
    expect(await desk.refusalOf(contract.tellFamily, { ...told, contraryWish: 'known' })).toMatchObject({
      code: 'contrary-wish',
    });
    expect(await desk.refusalOf(contract.tellFamily, { ...told, contraryWish: 'not-looked-for' })).toMatchObject({
      code: 'authority-lacks',
    });
    await desk.ask(contract.sendLackLetter, { requestId, code: 'L-NPR' });
    const letter = await letterWords(desk, sister, 'L-NPR');
    expect(letter).toContain('we are sorry for your loss');
    expect(letter).toContain('letters testamentary');
    expect(letter).toContain('This letter does not say whether we have any pictures or other records of this person.');
    expect(letter).not.toMatch(/den(y|ied|ial)/i);
    // Answered: no access clock runs on, and nothing turns overdue.
    const answered = await fileOf(desk, sister);
    expect(answered.closed).toBe(true);
    expect(answered.examItems.map(({ outcome }) => outcome)).toEqual(['not-theirs']);

    await desk.ask(contract.tellFamily, { ...told, contraryWish: 'none-known' });
    const card = await desk.ask(contract.readAuthorityCard, { requestId });
    expect(card).toMatchObject({
      mayTellFamily: true,
      toldFamily: [{ involvement: 'drove her to care', cite: '45 CFR 164.510(b)(5)' }],
    });
    const { history } = await fileOf(desk, sister);
    expect(history.map(({ type }) => type)).toContain('family.disclosed');
    await f.at('2027-12-20T09:00:00-05:00');
    await f.comesBack(sister);
    const tracked = await sister.speaker.ask(contract.trackRequest, {});
    expect(tracked).toMatchObject({ closed: true, headline: 'not-theirs' });
    expect(tracked.letters.map(({ code }) => code)).not.toContain('L-LATE');
    expect(JSON.stringify(tracked.history)).not.toContain('family');
  });

  test('OD-14, OD-15: pictures of an unborn child are hers who carries it, and nobody asks her for proof about a child', async () => {
    await f.at('2027-12-21T09:00:00-05:00');
    const mother = await f.asks(ana, { examItems: [{ examType: 'pregnancy' }] });
    const case14 = { asker: 'self', bornOn: ana.birthDate, goesTo: 'asker' } as const;
    const { evidence } = await mother.speaker.ask(contract.readEvidenceAsked, case14);
    expect(evidence.map((one) => one.evidence)).toEqual(['identity']);
    const parents = await f.asks(ana, {
      requester: { is: 'personal-representative', name: 'Ben Hill' },
      signedName: 'Ben Hill',
      examItems: [{ examType: 'pregnancy' }],
    });
    const desk = await f.desk();
    await showsPhotoId(desk, parents);
    const recordsOf = async ({ requestId }: Asker) =>
      (await desk.ask(contract.readAuthorityCard, { requestId })).records.map(({ of, rule }) => [rule, of]);
    expect(await recordsOf(mother)).toEqual([['OD-14', 'pregnant-patient']]);
    expect(await recordsOf(parents)).toEqual([
      ['OD-14', 'pregnant-patient'],
      ['OD-15', 'carrier'],
    ]);
    // The intended parents have neither by that alone: the letter names the paper that she would have to give them.
    expect((await desk.ask(contract.readAuthorityCard, { requestId: parents.requestId })).shown).toBe(false);
  });
}

async function registers(desk: Speaker): Promise<void> {
  const issuer = await issuerOf(desk);
  const { patientId } = await desk.ask(contract.createPatient, {
    ...luis,
    identifiers: [{ mrn: '006013', issuer }],
  });
  await desk.ask(contract.createPatient, {
    givenName: mia.givenName,
    familyName: mia.familyName,
    birthDate: mia.birthDate,
    sex: 'F',
    identifiers: [{ mrn: mia.mrn, issuer }],
    contacts: [{ kind: 'email', value: mia.onFile }],
    parentIds: [patientId],
  });
}

/** List, counts, stages, history, letters: everything of the request that the father’s portal is made from. */
async function tellsNothing({ speaker }: Asker): Promise<void> {
  const tracked = await speaker.ask(contract.trackRequest, {});
  expect(tracked.examItems).toHaveLength(1);
  expect(JSON.stringify(tracked)).not.toMatch(hints);
}
