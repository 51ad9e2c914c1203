import { awaitedReviews } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import {
  listLanguageReviews,
  readLanguageReviews,
  readWording,
  recordLanguageReview,
} from '../letters/language-reviews.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { dueWorking, packFor, readFacilityFacts } from './facility-facts.ts';
import { choosePolicy, confirmRule, readPolicySettings } from './policy-settings.ts';
import { readFacility } from './read-facility.ts';

describeWith([haveDatabase()], 'the settings of the law', () => {
  let house: TestApp;
  let admin: Awaited<ReturnType<typeof addStaff>>;
  beforeAll(async () => {
    house = await openTestApp();
    admin = await addStaff(house, 'admin');
  });
  afterAll(() => house.close());
  const choose = (choice: string, overlay: Parameters<typeof choosePolicy>[2]['overlay']) => {
    house.clock.advance(1_000);
    return choosePolicy(house.app, admin, { choice, provider: [], overlay });
  };

  test('a stricter promise governs what is received from then on', async () => {
    expect(await choose('us-federal+CA', { responseDays: { copy: 10 } })).toMatchObject({ ok: true });
    const facility = await readFacilityFacts(house.app.db, house.app);
    const due = dueWorking(facility.today, { receivedOn: '2027-05-28', pack: packFor(facility, '2027-05-28') });
    expect(due).toMatchObject({ on: '2027-06-07', days: 10 });
    const shown = await readPolicySettings(house.app, admin);
    expect(shown.ok && shown.value.periods.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['us-federal/copy', 'CA-123110/copy', 'facility/copy']),
    );
  });

  test('a laxer one is refused with the rule it breaks, and nothing changes', async () => {
    const tooLong = await choose('us-federal', { responseDays: { copy: 31 } });
    expect(tooLong).toMatchObject({ refusal: { code: 'laxer-than-law' } });
    expect(JSON.stringify(tooLong)).toContain('us-federal/copy');
    const tooSoon = await choose('us-federal', { retentionYears: { records: 4 } });
    expect(tooSoon).toMatchObject({
      refusal: { code: 'laxer-than-law', fields: [{ pointer: '/overlay/retentionYears/records' }] },
    });
    const blocked = await choose('us-federal', { practices: ['block-parents-by-age'] });
    expect(blocked).toMatchObject({ refusal: { code: 'laxer-than-law', fields: [{ pointer: '/overlay/practices' }] } });
    const facility = await readFacilityFacts(house.app.db, house.app);
    expect(facility.policy.choice).toBe('us-federal+CA');
  });

  test('a facility keeps pictures longer than the law has it, and finds its years when it looks again', async () => {
    expect(await choose('us-federal+CA', { retentionYears: { images: 7 } })).toMatchObject({ ok: true });
    const shown = await readPolicySettings(house.app, admin);
    expect(shown).toMatchObject({ value: { overlay: { retentionYears: { images: 7 } } } });
    const facility = await readFacilityFacts(house.app.db, house.app);
    expect(packFor(facility, '2027-05-28').retention.map(({ id }) => id)).toContain('facility-keep/images');
  });

  test('the house’s own targets are made shorter, never longer, and proposed law is kept already', async () => {
    const targets = { serviceLimits: { redirect: 1, 'authority-doubt': 0 }, adoptedProposals: ['us-proposed-15/copy'] };
    expect(await choose('us-federal', targets)).toMatchObject({ ok: true });
    const shown = await readPolicySettings(house.app, admin);
    if (!shown.ok) throw new Error('not read');
    expect(shown.value.overlay).toMatchObject(targets);
    expect(shown.value.serviceLimits).toContainEqual({ name: 'redirect', most: 2, n: 1, unit: 'business-day' });
    expect(shown.value.proposals).toMatchObject([
      { id: 'us-proposed-15/inspect', adopted: false },
      { id: 'us-proposed-15/copy', limit: { n: 15, unit: 'calendar-day' }, adopted: true },
    ]);
    const facility = await readFacilityFacts(house.app.db, house.app);
    const due = dueWorking(facility.today, { receivedOn: '2027-02-01', pack: packFor(facility, '2027-02-01') });
    expect(due.on).toBe('2027-02-16');
    expect(await choose('us-federal', { serviceLimits: { redirect: 3 } })).toMatchObject({
      refusal: { code: 'laxer-than-law', fields: [{ pointer: '/overlay/serviceLimits/redirect' }] },
    });
    expect(await choose('us-federal', { adoptedProposals: ['us-proposed-90/copy'] })).toMatchObject({
      refusal: { code: 'laxer-than-law', fields: [{ pointer: '/overlay/adoptedProposals' }] },
    });
    expect(await choose('us-federal+CA', {})).toMatchObject({ ok: true });
  });

  test('a law that does not know the way in which copies are priced is refused until the prices fit it', async () => {
    const refused = await choose('eu-gdpr', {});
    expect(refused).toMatchObject({ refusal: { code: 'invalid-input', fields: [{ pointer: '/choice' }] } });
    const { feeSchedule } = await readFacilityFacts(house.app.db, house.app);
    const text = JSON.stringify({ ...feeSchedule, method: 'actual' });
    await house.app.db.updateTable('facility').set({ fee_schedule: text }).execute();
    expect(await choose('eu-gdpr', {})).toMatchObject({ ok: true });
    const visitor = { kind: 'public' as const, sessionHash: null, browserHash: null, sessionHashes: [], address: '' };
    expect(await readFacility(house.app, visitor)).toMatchObject({ value: { currency: 'EUR' } });
    const { feeSchedule: fitting, policy } = await readFacilityFacts(house.app.db, house.app);
    expect([policy.choice, fitting.method]).toEqual(['eu-gdpr', 'actual']);
    await house.app.db
      .updateTable('facility')
      .set({ fee_schedule: JSON.stringify(feeSchedule) })
      .execute();
    expect(await choose('us-federal', {})).toMatchObject({ ok: true });
  });

  test('what the law leaves open is chosen among lawful answers, and read by whoever decides', async () => {
    expect(await choose('us-federal', { answers: { 'OD-1': 'day-1' } })).toMatchObject({ ok: true });
    const facility = await readFacilityFacts(house.app.db, house.app);
    const due = dueWorking(facility.today, { receivedOn: '2027-02-13', pack: packFor(facility, '2027-02-13') });
    expect(due.on).toBe('2027-03-14');
    expect(await choose('us-federal', { answers: { 'OD-5': 'sometimes' } })).toMatchObject({
      refusal: { code: 'laxer-than-law' },
    });
  });

  test('a rule of medium confidence is confirmed by a named person, and one that waits for nothing is refused', async () => {
    await choose('us-federal+MT', {});
    const before = await readPolicySettings(house.app, admin);
    const unsure = before.ok ? before.value.periods.find(({ confidence }) => confidence === 'medium') : undefined;
    house.clock.advance(1_000);
    if (!unsure) throw new Error('Montana has no rule that waits for a confirmation');
    expect(await confirmRule(house.app, admin, { row: unsure.id, by: 'Carla Counsel' })).toMatchObject({ ok: true });
    const after = await readPolicySettings(house.app, admin);
    expect(after.ok && after.value.periods.find(({ id }) => id === unsure.id)?.confirmedBy).toBe('Carla Counsel');
    expect(await confirmRule(house.app, admin, { row: 'us-federal/copy', by: 'Carla Counsel' })).toMatchObject({
      refusal: { code: 'laxer-than-law' },
    });
  });

  test('so is one about something else than a period, and choosing the same law again leaves that as it was', async () => {
    await choose('us-federal+CA', {});
    const row = 'CA-keep/records';
    const rules = async () => {
      const read = await readPolicySettings(house.app, admin);
      return read.ok ? read.value.unsureRules : [];
    };
    const waiting = { id: row, about: 'retention', cite: expect.any(String), confidence: 'medium', confirmedBy: null };
    expect(await rules()).toContainEqual(waiting);
    house.clock.advance(1_000);
    expect(await confirmRule(house.app, admin, { row, by: 'Carla Counsel' })).toMatchObject({ ok: true });
    expect(await choose('us-federal+CA', { responseDays: { copy: 10 } })).toMatchObject({ ok: true });
    expect(await rules()).toContainEqual({ ...waiting, confirmedBy: 'Carla Counsel' });
  });

  test('a translation leaves the list of those that await a reader, and letters know it', async () => {
    const all = awaitedReviews([]).length;
    const [first] = awaitedReviews([]);
    if (!first) throw new Error('nothing awaits a reader');
    const by = { reviewedBy: 'Inés Ruiz', qualification: 'Certified medical translator' };
    // What is signed for can be read: the version of the page is the one that is recorded.
    const wording = await readWording(house.app, admin, { letter: first.letter });
    if (!wording.ok) throw new Error(wording.refusal.code);
    expect(wording.value).toMatchObject({ version: first.version, standing: 'unreviewed' });
    expect(wording.value.example.es.language).toBe('es');
    const sentences = wording.value.sections.flatMap((section) => section.sentences);
    expect(sentences.filter(({ en, es }) => !en.trim() || !es.trim())).toEqual([]);
    expect(sentences).toContainEqual({ en: 'If this letter is hard to read', es: 'Si le cuesta leer esta carta' });
    expect(await readWording(house.app, admin, { letter: 'L-X' })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await recordLanguageReview(house.app, admin, { ...first, version: '0'.repeat(16), ...by })).toMatchObject({
      refusal: { code: 'wording-changed' },
    });
    expect(await recordLanguageReview(house.app, admin, { ...first, ...by })).toMatchObject({ ok: true });
    const listed = await listLanguageReviews(house.app, admin);
    expect(listed.ok && listed.value.awaited).toHaveLength(all - 1);
    // What the federal rule wants of this facility stands first.
    const byLaw = listed.ok ? listed.value.awaited.filter((one) => one.byLaw).map(({ letter }) => letter) : [];
    expect(new Set(byLaw)).toEqual(new Set(['L-EXT', 'L-DEN', 'L-PART', 'L-REV', 'L-NOT', 'L-NONE', 'L-DONE']));
    expect(listed.ok && listed.value.awaited.findIndex((one) => !one.byLaw)).toBe(byLaw.length);
    expect(await readLanguageReviews(house.app.db, house.app)).toMatchObject([{ letter: first.letter, ...by }]);
  });
});
