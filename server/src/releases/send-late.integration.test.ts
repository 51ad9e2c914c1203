import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { signDirective } from '../authority/sign-directive.ts';
import { watchClocks } from '../clock/watch-clocks.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { recordSignature } from '../intake/record-signature.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, approve, type CheckedRequest, linkFor } from '../testing/test-release.ts';

describeWith(
  [haveDatabase(), haveSamples()],
  'a copy for somebody else whose paper is signed after the request was closed',
  () => {
    let test: TestApp;
    beforeAll(async () => {
      test = await openTestApp();
    });
    afterAll(() => test?.close());

    /** Her own copy was given on October 5; the directive is signed on December 1, after the due date of November 4. */
    async function signedLate(mrn: string, before: (request: CheckedRequest) => Promise<unknown>) {
      test.clock.set('2026-10-05T15:00:00Z');
      const deliveries = [{ kind: 'online' as const }, await linkFor(test, `${mrn}@clinic.example`)];
      const request = await addCheckedRequest(test, { mrn, deliveries, unsigned: true });
      const releaseId = await approve(test, request);
      await prepareRelease(test.app, { releaseId });
      expect(await fileOf(request)).toMatchObject({ closed: true, due: { on: '2026-11-04', daysLeft: 30 } });
      await before(request);
      test.clock.set('2026-12-01T15:00:00Z');
      const { accessRequestId } = request;
      const { id: directiveId } = await test.app.db
        .selectFrom('directive')
        .select('id')
        .where('access_request_id', '=', accessRequestId)
        .executeTakeFirstOrThrow();
      const actor = { kind: 'requester', accessRequestId, sessionHash: null, address: '127.0.0.1' } as const;
      expect(await signDirective(test.app, actor, { directiveId, signedName: 'Ana Rivera' })).toEqual({
        ok: true,
        value: null,
      });
      await prepareRelease(test.app, { releaseId });
      return request;
    }
    const fileOf = async ({ staff, accessRequestId: requestId }: CheckedRequest) => {
      const file = await readRequestFile(test.app, staff, { requestId });
      if (!file.ok) throw new Error(file.refusal.code);
      return file.value;
    };

    it('goes out then, with a letter of its own, and leaves the request answered in time as it was', async () => {
      const request = await signedLate('810001', async () => undefined);
      const file = await fileOf(request);
      expect(file.deliveries.map(({ kind, state }) => [kind, state])).toContainEqual(['secure-link', 'delivered']);
      expect(file.letters.filter(({ code }) => code === 'L-DONE')).toHaveLength(2);
      expect(file).toMatchObject({ closed: true, due: { on: '2026-11-04', daysLeft: 30 } });
    });

    it('goes out too when the signed page came on paper', async () => {
      test.clock.set('2026-10-05T15:00:00Z');
      const deliveries = [{ kind: 'online' as const }, await linkFor(test, '810003@clinic.example')];
      const request = await addCheckedRequest(test, { mrn: '810003', deliveries, unsigned: true });
      const releaseId = await approve(test, request);
      await prepareRelease(test.app, { releaseId });
      const { accessRequestId: requestId, staff } = request;
      expect(await recordSignature(test.app, staff, { requestId, signedOn: '2026-10-05' })).toEqual({
        ok: true,
        value: null,
      });
      await prepareRelease(test.app, { releaseId });
      const { deliveries: copies } = await fileOf(request);
      expect(copies.map(({ kind, state }) => [kind, state])).toContainEqual(['secure-link', 'delivered']);
    });

    it('makes nobody late whose second letter waits for the mail', async () => {
      const onPaper = ({ accessRequestId }: CheckedRequest) =>
        test.app.db
          .updateTable('access_request')
          .set({ requester_email: null })
          .where('id', '=', accessRequestId)
          .execute();
      const request = await signedLate('810002', onPaper);
      await watchClocks(test.app);
      const file = await fileOf(request);
      expect(file.letters.map(({ code }) => code)).not.toContain('L-LATE');
      expect(file).toMatchObject({ closed: true, due: { daysLeft: 30 } });
    });
  },
);
