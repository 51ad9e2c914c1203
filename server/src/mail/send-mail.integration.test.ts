import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { App } from '../app.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { testLetter } from '../testing/test-letter.ts';
import { addRequest } from '../testing/test-request.ts';
import type { MailWish } from './mail-texts.ts';
import { queueMail } from './queue-mail.ts';
import { sendMail } from './send-mail.ts';

describeWith([haveDatabase()], 'mail', () => {
  let house: TestApp;
  let smtp: SMTPServer;
  let app: App;
  let refuses = false;
  let unknown = '';
  const received: ParsedMail[] = [];
  const recipients: string[][] = [];

  beforeAll(async () => {
    house = await openTestApp();
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address === unknown ? Object.assign(new Error('unknown'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        if (refuses) return done(Object.assign(new Error('no'), { responseCode: 451 }));
        recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        void simpleParser(stream).then((mail) => {
          received.push(mail);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve);
    });
    const { port } = smtp.server.address() as AddressInfo;
    const config = { ...house.app.config, demo: false, smtpUrl: `smtp://127.0.0.1:${port}` };
    app = { ...house.app, config };
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => {
      smtp.close(resolve);
    });
    await house.close();
  });

  const queue = (recipient: string, wish: MailWish = { kind: 'contact-code', code: '123456', minutes: 10 }) =>
    transaction(app.db, (tx) =>
      queueMail(tx, app, { channel: 'email', recipient, accessRequestId: null, language: 'en', wish }),
    );
  const row = (mailId: string | null) =>
    app.db
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', mailId ?? '')
      .executeTakeFirstOrThrow();

  test('a message arrives whole, and its code is blanked in what we keep', async () => {
    const mailId = await queue('ana@example.org');
    await sendMail(app, { mailId: mailId ?? '' });
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toBe('Your code');
    expect(received[0]?.text).toContain('Your code is 123456.');
    expect(received[0]?.messageId).toContain(mailId);
    const kept = await row(mailId);
    expect(kept.sent_at).toEqual(app.now());
    expect(kept.body).not.toContain('123456');
  });

  test('a job that runs twice sends once', async () => {
    const mailId = (await queue('ana@example.org')) ?? '';
    await sendMail(app, { mailId });
    const before = received.length;
    await sendMail(app, { mailId });
    expect(received).toHaveLength(before);
  });

  test('a server that refuses leaves the message waiting, with the try counted', async () => {
    const mailId = (await queue('ana@example.org')) ?? '';
    refuses = true;
    await expect(sendMail(app, { mailId })).rejects.toThrow('did not take the message');
    refuses = false;
    expect(await row(mailId)).toMatchObject({ sent_at: null, failed_tries: 1 });
    await sendMail(app, { mailId });
    expect((await row(mailId)).sent_at).not.toBeNull();
  });

  test('an address that does not exist sends the letter back: it was not sent, and waits for the mail', async () => {
    const { accessRequestId } = await addRequest(house);
    const drawn = await drawLetter(app, testLetter('L-ACK'));
    if (!drawn.ok) throw new Error(drawn.refusal.code);
    const letterId = await transaction(app.db, (tx) =>
      keepLetter(tx, app, { kind: 'program', job: 'test' }, accessRequestId, drawn.value),
    );
    const letter = () =>
      app.db
        .selectFrom('letter')
        .select(['sent_at', 'notice_failed_at'])
        .where('id', '=', letterId)
        .executeTakeFirstOrThrow();
    expect((await letter()).sent_at).not.toBeNull();
    unknown = 'nobody@example.org';
    const wish: MailWish = { kind: 'news', reference: 'EB 222 222', address: 'http://127.0.0.1' };
    const mail = { channel: 'email', recipient: unknown, accessRequestId, language: 'en', wish } as const;
    const mailId = (await transaction(app.db, (tx) => queueMail(tx, app, mail))) ?? '';
    await expect(sendMail(app, { mailId })).rejects.toThrow('did not take the message');
    expect(await letter()).toEqual({ sent_at: null, notice_failed_at: app.now() });
  });

  test('an address that tries to be two reaches nobody else', async () => {
    const mailId = (await queue('ana@example.org, eve@example.net')) ?? '';
    await sendMail(app, { mailId }).catch(() => {});
    expect(recipients.flat()).not.toContain('eve@example.net');
  });

  test('nobody is mailed without end', async () => {
    const made: (string | null)[] = [];
    for (let count = 0; count < 45; count++) made.push(await queue('many@example.org'));
    expect(made.filter((mailId) => mailId !== null)).toHaveLength(40);
  });
});
