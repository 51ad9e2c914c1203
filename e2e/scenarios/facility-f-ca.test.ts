import { beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../scripts/peers/test-database.ts';
import { withTool } from '../../scripts/peers/tools.ts';
import { contract } from '../../server/src/contract/index.ts';
import { ana, facilityInTime, fileOf, letterWords } from './facility-in-time.ts';

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
  },
);
