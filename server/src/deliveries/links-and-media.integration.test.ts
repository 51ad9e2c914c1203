import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PdiFile, pdiFaults } from '@echoback/dicom-media';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { recordFeeAnswer } from '../fees/answer-fee.ts';
import { sendFeeNotice } from '../fees/quote-again.ts';
import { readFeeAccount } from '../fees/read-fee-account.ts';
import type { PublicActor, RecipientActor } from '../identity/actor.ts';
import { hashToken } from '../identity/session.ts';
import { findRecipient } from '../identity/session-actor.ts';
import { printDiscLabel, printMailingLabel } from '../labels/print-labels.ts';
import { printForDelivery } from '../prints/print-release.ts';
import { readAnswer } from '../testing/read-answer.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, approve, type CheckedRequest, linkFor, testPasscode } from '../testing/test-release.ts';
import { downloadDiscImage } from './disc-image.ts';
import { downloadForMedia } from './download-for-media.ts';
import { downloadSharedPackage } from './download-package.ts';
import { openLink } from './open-link.ts';
import { postMedia } from './post-media.ts';
import { prepareRelease } from './prepare-release.ts';
import { seeSharedRelease } from './see-release.ts';
import { stillAllowed } from './still-allowed.ts';

const stranger: PublicActor = {
  kind: 'public',
  browserHash: null,
  sessionHash: null,
  sessionHashes: [],
  address: '192.0.2.7',
};

const [sevenZip, pdftotext] = [withTool('7z'), withTool('pdftotext')];

const contents: Record<string, PdiFile['content']> = {
  DICOMDIR: 'dicomdir',
  'README.TXT': 'readme',
  'INDEX.HTM': 'start-page',
  DICOM: 'dicom',
  IHE_PDI: 'web',
  PICTURES: 'picture',
  REPORTS: 'report',
};
const asPdiFile = (name: string): PdiFile => ({ name, content: contents[name.split('/')[0] ?? ''] ?? 'picture' });

describeWith(
  [haveDatabase(), haveSamples(), sevenZip, pdftotext],
  'what goes to somebody else, and what goes by mail',
  () => {
    let test: TestApp;
    let request: CheckedRequest;
    let usbId: string;
    let link: { id: string; path_id: string; delivery_id: string };

    beforeAll(async () => {
      test = await openTestApp();
      const usb = {
        kind: 'usb' as const,
        recipient: { who: 'self' as const, address: ['1 River Road', 'Springfield'] },
      };
      request = await addCheckedRequest(test, { deliveries: [await linkFor(test), usb], signed: false });
      await prepareRelease(test.app, { releaseId: await approve(test, request) });
      link = await test.app.db
        .selectFrom('share_link')
        .select(['id', 'path_id', 'delivery_id'])
        .executeTakeFirstOrThrow();
      const usbRow = await test.app.db
        .selectFrom('delivery')
        .select('id')
        .where('kind', '=', 'usb')
        .executeTakeFirstOrThrow();
      usbId = usbRow.id;
    });
    afterAll(() => test?.close());

    const open = (passcode: string, pathId = link.path_id) => openLink(test.app, stranger, { pathId, passcode });
    const recipient = async (): Promise<RecipientActor> => {
      const opened = await open(testPasscode);
      if (!opened.ok) throw new Error(opened.refusal.code);
      const base = { sessionHash: hashToken(opened.value.session.token), address: '192.0.2.7' };
      const actor = await findRecipient(test.app, link.id, base);
      if (!actor) throw new Error('no recipient');
      return actor;
    };

    it('makes nothing that costs and hands nothing over before the person was told the fee and said yes', async () => {
      const { staff, accessRequestId: requestId } = request;
      const tries = () =>
        Promise.all([
          downloadForMedia(test.app, staff, { deliveryId: usbId }),
          downloadDiscImage(test.app, staff, { deliveryId: usbId }),
          printForDelivery(test.app, staff, {
            deliveryId: usbId,
            layout: 'sheet',
            paper: 'a4',
            size: 'fit',
            named: 'no',
          }),
          postMedia(test.app, staff, { deliveryId: usbId, carrier: 'USPS' }),
        ]);
      for (const one of await tries()) expect(one).toEqual({ ok: false, refusal: { code: 'notice-missing' } });
      const account = await readFeeAccount(test.app, staff, { requestId });
      const [quote] = account.ok ? account.value.quotes : [];
      if (!quote) throw new Error('no quote');
      expect((await sendFeeNotice(test.app, staff, { requestId, quoteId: quote.id })).ok).toBe(true);
      for (const one of await tries()) expect(one).toEqual({ ok: false, refusal: { code: 'not-accepted' } });
      const said = { quoteId: quote.id, totalCents: quote.fee.totalCents, answer: 'yes', channel: 'phone' } as const;
      const on = test.app.now().toISOString().slice(0, 10);
      expect((await recordFeeAnswer(test.app, staff, { requestId, ...said, on })).ok).toBe(true);
    });

    it('mails the address to the recipient, and the passcode to nobody', async () => {
      const mails = await test.app.db.selectFrom('mail').select(['recipient', 'body']).execute();
      const shared = mails.find((mail) => mail.recipient === 'dr.patel@clinic.example');
      expect(shared?.body).toContain(`/link/${link.path_id}`);
      for (const { body } of mails) expect(body).not.toContain(testPasscode);
    });

    it('opens with the passcode, shows and gives the copy, and records one disclosure for it', async () => {
      const actor = await recipient();
      expect(await seeSharedRelease(test.app, actor)).toMatchObject({
        ok: true,
        value: { exams: [{ items: [{}, {}] }] },
      });
      const file = await downloadSharedPackage(test.app, actor);
      if (!file.ok) throw new Error(file.refusal.code);
      expect((await readAnswer(file.value)).byteLength).toBe(file.value.sizeBytes);
      await seeSharedRelease(test.app, actor);
      const disclosures = await test.app.db.selectFrom('disclosure').select(['recipient', 'purpose']).execute();
      expect(disclosures).toEqual([{ recipient: 'Dr Priya Patel', purpose: 'third-party-directive' }]);
    });

    it('answers alike for a wrong passcode, an unknown link and one that has ended', async () => {
      const wrong = { ok: false, refusal: { code: 'wrong-passcode' } };
      expect(await open('00000000')).toEqual(wrong);
      expect(await open(testPasscode, 'nobody-made-this')).toEqual(wrong);
      const { expires_at } = await test.app.db.selectFrom('share_link').select('expires_at').executeTakeFirstOrThrow();
      await test.app.db
        .updateTable('share_link')
        .set({ expires_at: new Date(0) })
        .execute();
      expect(await open(testPasscode)).toEqual(wrong);
      await test.app.db.updateTable('share_link').set({ expires_at }).execute();
    });

    it('waits after five wrong tries in an hour, and is locked after twenty in all', async () => {
      for (let tries = 0; tries < 3; tries++) await open('00000000');
      expect(await open(testPasscode)).toMatchObject({ refusal: { code: 'too-many-tries' } });
      test.clock.advance(61 * 60_000);
      expect(await open(testPasscode)).toMatchObject({ ok: true });
      await test.app.db.updateTable('share_link').set({ wrong_tries: 20 }).execute();
      expect(await open(testPasscode)).toEqual({ ok: false, refusal: { code: 'wrong-passcode' } });
      await test.app.db.updateTable('share_link').set({ wrong_tries: 0 }).execute();
    });

    it('is shut at once when it is revoked, for sessions that are open too', async () => {
      const actor = await recipient();
      expect(await stillAllowed(test.app, actor)).toBe(true);
      await test.app.db.updateTable('share_link').set({ revoked_at: test.app.now() }).execute();
      expect(await stillAllowed(test.app, actor)).toBe(false);
      expect(await findRecipient(test.app, link.id, { sessionHash: Buffer.alloc(32), address: '' })).toBeUndefined();
      expect(await open(testPasscode)).toEqual({ ok: false, refusal: { code: 'wrong-passcode' } });
    });

    it('gives the disc image with the same files as the ZIP, its length known and any range right', async () => {
      if (!sevenZip.present) return;
      const folder = mkdtempSync(path.join(tmpdir(), 'echoback-media-'));
      const found: Record<string, Buffer>[] = [];
      for (const download of [downloadForMedia, downloadDiscImage]) {
        const file = await download(test.app, request.staff, { deliveryId: usbId });
        if (!file.ok) throw new Error(file.refusal.code);
        const bytes = await readAnswer(file.value);
        expect(bytes.byteLength).toBe(file.value.sizeBytes);
        const [start, end] = [Math.floor(bytes.byteLength / 3), Math.floor(bytes.byteLength / 2)];
        expect((await readAnswer(file.value, start, end)).equals(bytes.subarray(start, end))).toBe(true);
        const packed = path.join(folder, file.value.fileName);
        writeFileSync(packed, bytes);
        const out = path.join(folder, String(found.length));
        await sevenZip.value(['x', ...(packed.endsWith('.iso') ? ['-tudf'] : []), `-o${out}`, packed]);
        const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        const paths = names.map((entry) => path.join(entry.parentPath, entry.name));
        found.push(Object.fromEntries(paths.map((name) => [path.relative(out, name), readFileSync(name)])));
      }
      rmSync(folder, { recursive: true });
      expect(pdiFaults(Object.keys(found[0] ?? {}).map(asPdiFile))).toEqual([]);
      expect(found[1]).toEqual(found[0]);
    });

    it('prints the disc with the name only when that is wanted, and an envelope that tells nothing of health', async () => {
      if (!pdftotext.present) return;
      const folder = mkdtempSync(path.join(tmpdir(), 'echoback-labels-'));
      const textOf = async (answer: Awaited<ReturnType<typeof printDiscLabel>>) => {
        if (!answer.ok || !pdftotext.present) throw new Error('no label');
        expect(answer.value.fileName).not.toMatch(/Rivera/);
        writeFileSync(path.join(folder, 'label.pdf'), await readAnswer(answer.value));
        return (await pdftotext.value(['-layout', path.join(folder, 'label.pdf'), '-'])).stdout;
      };
      const disc = await textOf(await printDiscLabel(test.app, request.staff, { deliveryId: usbId }));
      expect(disc).toMatch(/DICOM \+ web/);
      expect(disc).toMatch(/EB \w{3} \w{3}/);
      expect(disc).not.toContain('Rivera');
      const named = await printDiscLabel(test.app, request.staff, { deliveryId: usbId, patientName: 'yes' });
      expect(await textOf(named)).toContain('Rivera');
      const envelope = await textOf(await printMailingLabel(test.app, request.staff, { deliveryId: usbId }));
      expect(envelope).toContain('1 River Road');
      expect(envelope).not.toMatch(/imaging|scan|picture|medical|dicom|ultrasound|health|radiolog/i);
      expect(await printMailingLabel(test.app, request.staff, { deliveryId: link.delivery_id })).toMatchObject({
        refusal: { code: 'not-found' },
      });
      rmSync(folder, { recursive: true });
    });

    it('closes the exams as given when the last delivery was handed over, once', async () => {
      const file = await downloadForMedia(test.app, request.staff, { deliveryId: usbId });
      expect(file.ok).toBe(true);
      const before = await test.app.db.selectFrom('exam_item').select(['state', 'outcome']).execute();
      expect(before).toEqual([{ state: 'released', outcome: null }]);
      const handover = { deliveryId: usbId, carrier: 'USPS', trackingNumber: '9400 1000' };
      expect(await postMedia(test.app, request.staff, { ...handover, deliveryId: link.delivery_id })).toMatchObject({
        refusal: { code: 'wrong-step' },
      });
      expect(await postMedia(test.app, request.staff, handover)).toEqual({ ok: true, value: null });
      expect(await postMedia(test.app, request.staff, handover)).toMatchObject({ refusal: { code: 'wrong-step' } });
      const after = await test.app.db.selectFrom('exam_item').select(['state', 'outcome']).execute();
      expect(after).toEqual([{ state: 'closed', outcome: 'given' }]);
    });
  },
);
