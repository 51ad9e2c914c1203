import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../scripts/peers/test-database.ts';
import { withTool } from '../../scripts/peers/tools.ts';
import { contract } from '../../server/src/contract/index.ts';
import { until } from '../facility.ts';
import {
  ana,
  facilityInTime,
  fileOf,
  letterWords,
  matches,
  proves,
  releases,
  showsPhotoId,
} from './facility-in-time.ts';

describeWith(
  [haveDatabase(), withTool('pdftotext')],
  'Facility F-CA, federal rules and California, Los Angeles',
  () => {
    const f = facilityInTime('2027-05-28T10:00:00-07:00', { ECHOBACK_TIME_ZONE: 'America/Los_Angeles' });
    beforeAll(async () => {
      const admin = await f.desk('admin');
      await admin.ask(contract.choosePolicy, { choice: 'us-federal+CA', provider: [], overlay: {} });
    });

    test('S24: the copy is due on Saturday 2027-06-12, not rolled; the federal date stands behind it', async () => {
      const asker = await f.asks(ana, { examItems: [{ examType: 'pregnancy' }] });
      const { due } = await fileOf(await f.desk(), asker);
      expect(due).toMatchObject({ receivedOn: '2027-05-28', on: '2027-06-12', extension: null });
      expect(due.clocks.filter(({ kind }) => kind === 'copy')).toMatchObject([
        { on: '2027-06-12', governs: true, jurisdiction: 'CA' },
        { on: '2027-06-27', governs: false, jurisdiction: 'us-federal' },
      ]);
      expect(due.clocks).toContainEqual(
        expect.objectContaining({ kind: 'inspect', on: '2027-06-07', jurisdiction: 'CA' }),
      );
      const letter = await letterWords(await f.desk(), asker, 'L-ACK');
      expect(letter).toContain('15 calendar days');
      expect(letter).toContain('Saturday, June 12, 2027');
      expect(letter).not.toMatch(/15 (business|working) days/);
    });

    test('S24: a copy for a Medi-Cal appeal costs $0.00 once, with the proof; a second one has its price', async () => {
      await f.at('2027-05-28T10:30:00-07:00');
      const usb = { deliveries: [{ kind: 'usb' as const, address: ['1 Elm St', 'Oakland, CA'] }] };
      const free = await f.asks(ana, usb);
      const desk = await f.desk();
      expect(await fileOf(desk, free)).toMatchObject({ due: { on: '2027-06-12' }, fee: { totalCents: 650 } });
      const { fee } = await free.speaker.ask(contract.trackRequest, {});
      expect(fee.offers.map(({ words }) => words.en)).toEqual([
        'A copy for a benefits claim or appeal is free if you show us the claim.',
      ]);
      await showsPhotoId(desk, free);
      const proof = { requestId: free.requestId, kind: 'benefit-claim-shown' } as const;
      expect(await desk.ask(contract.noteCircumstance, proof)).toMatchObject({ totalCents: 0, holds: true });
      const now = await free.speaker.ask(contract.trackRequest, {});
      expect(now.fee).toMatchObject({ totalCents: 0, lines: [] });
      expect(now.fee.why.map(({ cite }) => cite).join()).toContain('123110');
      const again = await f.asks(ana, usb);
      await showsPhotoId(desk, again);
      expect(await desk.ask(contract.noteCircumstance, { ...proof, requestId: again.requestId })).toMatchObject({
        totalCents: 650,
      });
    });

    test('S24: to look at the desk is due on 2027-06-07, five working days over a holiday, and the copy after it', async () => {
      await f.at('2027-05-28T11:00:00-07:00');
      const deliveries = [{ kind: 'usb', address: ['1 Elm St', 'Oakland, CA'] }, { kind: 'inspection' }] as const;
      const asker = await f.asks(ana, {
        examItems: [{ examType: 'pregnancy' }],
        deliveries: deliveries.map((way) => ('address' in way ? { ...way, address: [...way.address] } : way)),
      });
      const { requestId } = asker;
      const desk = await f.desk();
      const { due } = await fileOf(desk, asker);
      expect(due.on).toBe('2027-06-07');
      expect(due.clocks.map(({ kind, on, governs, jurisdiction }) => [kind, on, governs, jurisdiction])).toEqual([
        ['inspect', '2027-06-07', true, 'CA'],
        ['inspect', '2027-06-27', false, 'us-federal'],
        ['copy', '2027-06-12', false, 'CA'],
      ]);
      const letter = await letterWords(desk, asker, 'L-ACK');
      expect(letter).toContain('Monday, June 7, 2027');
      expect(letter).toContain('Your copy: by Saturday, June 12, 2027.');
      const extension = { requestId, promisedOn: '2027-07-20', reason: 'Films come on 15 July.' };
      expect(await desk.refusalOf(contract.wishExtension, { ...extension, cause: 'off-site-storage' })).toMatchObject({
        code: 'no-extension-given',
      });

      await proves(f, desk, asker);
      await matches(desk, asker, /US OB/);
      await releases(desk, asker);
      await until(
        'it could be shown',
        async () => ((await desk.ask(contract.readInspection, { requestId }))?.ready ?? []).length > 0,
      );
      await f.at('2027-06-03T11:00:00-07:00');
      const then = await f.desk();
      const inspection = await then.ask(contract.readInspection, { requestId });
      expect(inspection).toMatchObject({ dueOn: '2027-06-07', offerBy: '2027-06-07' });
      const visit = { requestId, on: '2027-06-03', at: '10:00', came: 'Ana Rivera', shownBy: 'Maria Chen' };
      const shown = inspection?.ready.map(({ examItemId }) => examItemId) ?? [];
      await then.ask(contract.recordInspectionVisit, { ...visit, shown });
      // What was looked at is owed no longer: the copy is what is left, with its own day.
      expect(await fileOf(then, asker)).toMatchObject({ closed: false, due: { on: '2027-06-12' } });
    });
  },
);
