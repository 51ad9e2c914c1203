import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { postMedia } from '../deliveries/post-media.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import { recordInspectionVisit } from '../inspection/record-visit.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve } from '../testing/test-release.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { matchStudy } from '../testing/test-study.ts';
import { quoteAgain } from './quote-again.ts';

describeWith([haveDatabase(), haveSamples()], 'a first copy that is free by law (KRS 422.317)', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
    const admin = await addStaff(test, 'admin');
    const kentucky = { choice: 'us-federal+KY', provider: [], overlay: {} };
    expect((await choosePolicy(test.app, admin, kentucky)).ok).toBe(true);
  });
  afterAll(() => test?.close());

  const stick: TestRequest['deliveries'] = [
    { kind: 'usb', recipient: { who: 'self', address: ['1 River Road', 'Springfield'] } },
  ];

  it('is free once for each study and person, and the next one has its price only after a notice and a yes', async () => {
    const looks = { kind: 'inspection', recipient: { who: 'self' } } as const;
    const first = await addCheckedRequest(test, { deliveries: [...stick, looks] });
    const { patient_id: patientId } = await test.app.db
      .selectFrom('access_request')
      .select('patient_id')
      .where('id', '=', first.accessRequestId)
      .executeTakeFirstOrThrow();
    const again = async (wish: TestRequest = {}) => {
      const request = await addRequest(test, { patientId, proved: true, deliveries: stick, ...wish });
      const [examItemId = ''] = request.examItemIds;
      if (!wish.requester)
        await matchStudy(test, first.staff, { accessRequestId: request.accessRequestId, examItemId });
      const wanted = { requestId: request.accessRequestId, basis: 'schedule', tell: false } as const;
      return quoteAgain(test.app, first.staff, wanted);
    };
    expect(await again()).toMatchObject({ ok: true, value: { totalCents: 0 } });

    const releaseId = await approve(test, first);
    await prepareRelease(test.app, { releaseId });
    const delivery = await test.app.db
      .selectFrom('delivery')
      .select('id')
      .where('release_id', '=', releaseId)
      .where('kind', '=', 'usb')
      .executeTakeFirstOrThrow();
    // Ready is not given: nobody has had a copy yet.
    expect(await again()).toMatchObject({ ok: true, value: { totalCents: 0 } });
    // Nor has whoever came to look.
    const visit = { on: '2026-10-05', at: '09:00', came: 'Ana Rivera', shownBy: 'Maria Chen' };
    const held = { requestId: first.accessRequestId, ...visit, shown: first.examItemIds };
    expect(await recordInspectionVisit(test.app, first.staff, held)).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ ok: true, value: { totalCents: 0 } });
    expect((await postMedia(test.app, first.staff, { deliveryId: delivery.id, carrier: 'USPS' })).ok).toBe(true);

    expect(await again()).toMatchObject({ refusal: { code: 'rise-needs-notice-and-agreement' } });
    const somebodyElse = { is: 'parent', name: 'Luis Rivera' } as const;
    expect(await again({ requester: somebodyElse })).toMatchObject({ ok: true, value: { totalCents: 0 } });
  });
});
