import { expect, test } from 'vitest';
import { contract } from '../../server/src/contract/index.ts';
import { readOutbox, until } from '../facility.ts';
import {
  ana,
  type FacilityInTime,
  fetched,
  fileOf,
  issuerOf,
  letterWords,
  matches,
  matchesDay,
  proves,
  releases,
  showsPhotoId,
  type Who,
} from './facility-in-time.ts';
import { archive, madeStudy } from './made-study.ts';

const leo: Who = { givenName: 'Leo', familyName: 'Marsh', birthDate: '2013-01-20', mrn: '006051', onFile: '' };
/** Two exams, a week apart. */
const ofLeo = {
  ...{ 'patient-name': 'MARSH^LEO', 'patient-id': leo.mrn, 'birth-date': '20130120', sex: 'M' },
  ...{ 'study-date': '20270503', 'study-description': 'US OF A BOY', seed: 'S13' },
  ...{ studies: '2', instances: '1', cines: '0', size: '160x120' },
};

/** April to July 2027: none found, another patient, a raised fee, parents, and a denial in part. */
export function askedFromSpring2027(f: FacilityInTime): void {
  test('S07: “none found” is refused until every place was asked under each name; L-NONE then tells her former name too', async () => {
    await f.at('2027-04-01T09:00:00-04:00');
    const mother = await f.asks(ana, {
      examItems: [{ examType: 'heart', onOrAfter: '2026-12-03', onOrBefore: '2026-12-03' }],
    });
    const desk = await f.desk();
    await proves(f, desk, mother);
    const { due, examItems } = await fileOf(desk, mother);
    expect(due.on).toBe('2027-05-01');
    const examItemId = examItems[0]?.id ?? '';
    const none = { examItemId, outcome: 'none-found', reason: 'Nothing in any archive' } as const;
    const search = { requestId: mother.requestId, examItemId };
    // A record number alone finds nothing that lies under another number or a former name.
    await desk.ask(contract.searchStudies, { ...search, mrn: ana.mrn });
    expect(await desk.refusalOf(contract.closeExamItem, none)).toMatchObject({ code: 'sources-not-searched' });
    await desk.ask(contract.searchStudies, { ...search, familyName: 'Rivera', givenName: 'Ana' });
    await desk.ask(contract.closeExamItem, none);
    const letter = await letterWords(desk, mother, 'L-NONE');
    expect(letter).toMatch(/We looked under these names: Ana Rivera and Ana Alvarez\./);
    expect((await fileOf(desk, mother)).closed).toBe(true);
  });

  test('S23: the other Ana Rivera’s study can not be chosen: birth date and record number are another person’s', async () => {
    await f.at('2027-04-02T09:00:00-04:00');
    const asker = await f.asks(ana, { examItems: [{ examType: 'neck-thyroid' }] });
    const desk = await f.desk();
    await proves(f, desk, asker);
    const examItemId = (await fileOf(desk, asker)).examItems[0]?.id ?? '';
    const found = await desk.ask(contract.searchStudies, { requestId: asker.requestId, examItemId, mrn: '003902' });
    const others = found.candidates.find(({ patientId }) => patientId === '003902');
    expect(others?.evidence).toContainEqual(expect.objectContaining({ fact: 'birth-date', verdict: 'differs' }));
    const { imageSourceId = '', studyInstanceUid = '' } = others ?? {};
    const choice = { examItemId, searchId: found.id, imageSourceId, studyInstanceUid };
    expect(await desk.refusalOf(contract.confirmMatch, { ...choice, nearMissReason: 'same name' })).toMatchObject({
      code: 'other-patient',
    });
  });

  test('S10: a USB stick by post is $6.50 all in; actual work of $12.40 does not raise it, and retrieval is never a line', async () => {
    await f.at('2027-05-03T09:00:00-04:00');
    const address = ['8 Hill Road', 'Springfield, NY 10001'];
    const asker = await f.asks(ana, { deliveries: [{ kind: 'usb', address }] });
    const { requestId } = asker;
    const desk = await f.desk();
    const { fee } = await fileOf(desk, asker);
    expect(fee).toMatchObject({ totalCents: 650, method: 'flat', lines: [{ label: 'flat', cents: 650 }] });
    await desk.ask(contract.logLabour, { requestId, task: 'burning', minutes: 6 });
    await desk.ask(contract.logLabour, { requestId, task: 'finding', minutes: 14 });
    const account = await desk.ask(contract.readFeeAccount, { requestId });
    expect(account).toMatchObject({ copyMinutes: 6, upToCents: 650, actual: { totalCents: 1240 } });
    // The bill by its lines, each with its rule; fourteen minutes of finding are no line.
    expect(account.actual?.lines.map(({ label, cents }) => [label, cents])).toEqual([
      ['labour', 240],
      ['usb', 480],
      ['postage', 520],
    ]);
    expect(account.actual?.lines.every(({ cite }) => cite.includes('164.524(c)(4)'))).toBe(true);
    expect(account.labour.find(({ task }) => task === 'finding')?.notCountedBy).toContain('search is never charged');
    expect(
      await desk.refusalOf(contract.quoteAgain, { requestId, basis: 'actual', reason: 'after burning' }),
    ).toMatchObject({
      code: 'rise-needs-notice-and-agreement',
    });
    expect(await desk.refusalOf(contract.addFeeLine, { requestId, label: 'retrieval', cents: 500 })).toMatchObject({
      code: expect.stringMatching(/never-charged/),
    });
    const perImage = { requestId, label: 'per-image', cents: 25, per: 'image' } as const;
    expect((await desk.refusalOf(contract.addFeeLine, perImage)).code).toMatch(/never-charged|price-per-image/);
    expect((await fileOf(desk, asker)).fee.totalCents).toBe(650);
  });

  test('S13: “block parents from age 12” can not be saved: it is laxer than 164.502(g)', async () => {
    await f.at('2027-06-07T09:00:00-04:00');
    const desk = await f.desk('admin');
    const blocked = { choice: 'us-federal', provider: [], overlay: { practices: ['block-parents-by-age'] } };
    expect(await desk.refusalOf(contract.choosePolicy, blocked)).toMatchObject({ code: 'laxer-than-law' });
  });

  test('S13: his mother gets the knee and the kidney study of a 14-year-old by 2027-07-07, on her own identity alone', async () => {
    await f.at('2027-06-07T10:00:00-04:00');
    await archive(f.facility(), madeStudy(ofLeo));
    const desk = await f.desk();
    const mother = { familyName: 'Marsh', givenName: 'Eva', birthDate: '1984-03-02' };
    const { patientId: motherId } = await desk.ask(contract.createPatient, mother);
    await desk.ask(contract.createPatient, {
      ...{ familyName: leo.familyName, givenName: leo.givenName, birthDate: leo.birthDate },
      identifiers: [{ mrn: leo.mrn, issuer: await issuerOf(desk) }],
      parentIds: [motherId],
    });
    const asker = await f.asks(leo, {
      requester: { is: 'parent', name: 'Eva Marsh' },
      signedName: 'Eva Marsh',
      examItems: [
        { examType: 'musculoskeletal', bodyPart: 'knee' },
        { examType: 'abdomen', bodyPart: 'kidney' },
      ],
    });
    const { requestId } = asker;
    await showsPhotoId(desk, asker);
    // The registration names her: no paper, no notary, no consent of the boy.
    expect(await asker.speaker.ask(contract.readMyAuthority, {})).toMatchObject({ shown: true, lacks: [] });
    await matchesDay(desk, asker, '2027-05-03', 0);
    await matchesDay(desk, asker, '2027-05-10', 1);
    const { examItems, due } = await fileOf(desk, asker);
    expect(due.on).toBe('2027-07-07');
    for (const { id: examItemId } of examItems)
      await desk.ask(contract.recordConsent, { examItemId, basis: 'parent', category: 'other' });
    const card = await desk.ask(contract.readAuthorityCard, { requestId });
    expect(card).toMatchObject({ shown: true, cite: '45 CFR 164.502(g)(3)', judgement: null });
    expect(card.exams.map(({ may, standing }) => [may, standing])).toEqual([
      [true, 'personal-representative'],
      [true, 'personal-representative'],
    ]);
    await releases(desk, asker);
    await until('both were given', async () => (await fileOf(desk, asker)).closed);
    const { exams } = await asker.speaker.ask(contract.seeRelease, {});
    expect(exams.map(({ studyDate }) => studyDate).sort()).toEqual(['2027-05-03', '2027-05-10']);
    const letter = await letterWords(desk, asker, 'L-DONE');
    expect(letter).toContain(
      'For patients aged 12 to 17, the law lets a young person decide about some kinds of exams.',
    );
    expect(letter).not.toMatch(/notar|his consent/i);
  });

  test('S25: research loops are kept back until the trial ends, the rest is given; L-PART says so, and no review', async () => {
    await f.at('2027-07-12T09:00:00-04:00');
    const asker = await f.asks(ana, { examItems: [{ examType: 'pregnancy' }] });
    const { requestId } = asker;
    const desk = await f.desk();
    await proves(f, desk, asker);
    await matches(desk, asker, /US OB/);
    await f.at('2027-07-14T09:00:00-04:00');
    const then = await f.desk();
    await fetched(then, asker);
    const { exams } = await then.ask(contract.readDeterminations, { requestId });
    const [exam] = exams;
    const [loops] = exam?.series ?? [];
    const proposal = {
      examItemId: exam?.examItemId ?? '',
      ground: 'U3',
      basis: 'You agreed on January 15, 2027 to wait for the trial’s own pictures until the trial ends.',
      shown: {
        'the research is in progress': 'trial E-7, open',
        'the consent that suspends access': 'consent form of 2027-01-15',
        'told that access returns': 'section 6 of the form',
      },
      withheld: 'the loops that were made for the trial only',
      withheldObjects: loops?.sopInstanceUids ?? [],
      withholdsReport: false,
      accessReturnsOn: '2028-03-31',
      accessReturnsWords: 'when the trial ends, in about March 2028',
    };
    expect((await then.refusalOf(contract.proposeDenial, { ...proposal, ground: 'unpaid bill' })).code).toBe(
      'not-a-ground',
    );
    const { denialId } = await then.ask(contract.proposeDenial, proposal);
    expect(await then.refusalOf(contract.decideDenial, { denialId, deny: true })).toMatchObject({
      code: expect.stringMatching(/not-the-decider|forbidden/),
    });
    const moss = { username: 'moss', displayName: 'R. Moss', role: 'supervisor', privacyOfficer: true } as const;
    const officer = await f.signedIn(moss);
    await officer.ask(contract.decideDenial, { denialId, deny: true });
    expect((await fileOf(then, asker)).closed).toBe(false);
    const letter = await letterWords(then, asker, 'L-PART');
    expect(letter).toContain('We cannot give you this: the loops that were made for the trial only.');
    expect(letter).toContain('when the trial ends, in about March 2028');
    expect(letter).toContain('the law gives no right to a review');
    expect(letter).toContain('hhs.gov/ocr');
    expect(letter).toContain('What you get • Pregnancy scan: everything else of this exam');
    expect(letter).toContain(proposal.basis);
    expect(letter).toContain('Privacy Officer of Riverside Imaging at (555) 555-0141');
    const unGiven = { examItemId: proposal.examItemId, outcome: 'none-found', reason: 'The letter was sent' } as const;
    expect(await then.refusalOf(contract.closeExamItem, unGiven)).toMatchObject({ code: 'wrong-step' });
    expect(await asker.speaker.refusalOf(contract.askReview, { denialId })).toMatchObject({ code: expect.any(String) });
    await releases(then, asker);
    await until('the rest was given', async () => (await fileOf(then, asker)).closed);
    expect((await fileOf(then, asker)).due.on).toBe('2027-08-11');
    // Nobody has to remember the end of the trial: who answers for compliance is told on the day after.
    await f.at('2028-04-01T09:00:00-04:00');
    const reminded = await until('the reminder was sent', async () =>
      (await readOutbox(f.facility())).find(({ body }) => body.includes(`${asker.reference}: the access`)),
    );
    expect(reminded.body).toContain('the access that was denied until Friday, March 31, 2028 has returned');
    expect((await (await f.desk()).ask(contract.readLateAnswers, {})).returned).toMatchObject([
      { requestId, returnedOn: '2028-03-31' },
    ]);
    await f.at('2027-07-14T10:00:00-04:00');
  });
}
