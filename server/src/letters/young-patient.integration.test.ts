import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { previewLackLetter } from '../authority/send-lack-letter.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { StaffActor } from '../identity/actor.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';

/** OD-13, as the facility chose it, in a letter that the server writes: on 2026-10-05, in two states. */
describeWith([haveDatabase()], 'the neutral sentence in letters about the young', () => {
  let house: TestApp;
  let staff: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    staff = await addStaff(house, 'admin');
  });
  afterAll(() => house.close());

  async function letterAbout(birthDate: string): Promise<string> {
    const { patientId } = await addPatient(house, { birthDate, mrn: birthDate });
    const { accessRequestId: requestId } = await addRequest(house, { patientId, patient: { birthDate } });
    const letter = await previewLackLetter(house.app, staff, { requestId, code: 'L-VER' });
    if (!letter.ok) throw new Error(letter.refusal.code);
    return letter.value.html;
  }
  const choose = async (choice: string, answer?: 'every-minor') => {
    house.clock.advance(1_000);
    const overlay = answer ? { answers: { 'OD-13': answer } } : {};
    expect((await choosePolicy(house.app, staff, { choice, provider: [], overlay })).ok).toBe(true);
  };
  const neutral = /lets a young person decide about some kinds of exams/;

  test('stands for every patient of 12 to 17 and for nobody else, until a facility chooses', async () => {
    for (const born of ['2014-10-05', '2012-04-12', '2008-10-06']) {
      expect(await letterAbout(born)).toMatch(/For patients aged 12 to 17, the law lets a young person/);
    }
    for (const born of ['2014-10-06', '2008-10-05', '1993-04-12']) expect(await letterAbout(born)).not.toMatch(neutral);
  });

  test('stands in every letter about a minor where the facility chose that', async () => {
    await choose('us-federal', 'every-minor');
    for (const born of ['2026-09-01', '2012-04-13', '2008-10-07']) {
      expect(await letterAbout(born)).toMatch(/For patients under 18, the law lets a young person/);
    }
    expect(await letterAbout('2008-10-04')).not.toMatch(neutral);
  });

  test('goes on to the birthday on which the state lets people decide: 19 in Nebraska', async () => {
    await choose('us-federal+NE');
    expect(await letterAbout('2008-10-03')).toMatch(/For patients aged 12 to 18, the law lets a young person/);
    expect(await letterAbout('2007-10-05')).not.toMatch(neutral);
  });
});
