import {
  calendarDate,
  decidePlainMail,
  type Outcome,
  ok,
  type PlainMailRefusal,
  type PlainMailWish,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readSources } from '../facility/kept-pack.ts';
import type { Actor } from '../identity/actor.ts';
import { type Attachment, queueMail } from '../mail/queue-mail.ts';
import type { Db, Tx } from '../store/database.ts';
import type { FormKind } from '../store/form-tables.ts';
import type { Manifest, PackageRecord } from '../store/records.ts';
import { askedEmail } from './read-forms.ts';

const bytesOfMegabyte = 1024 * 1024;
const attachedKinds: readonly string[] = ['picture', 'clip', 'report-pdf'];

/** What a mail carries: pictures, clips and reports as everybody opens them; the originals lie in the portal, free. */
export function mailFiles({ exams }: Manifest, { reportPdfs = [] }: PackageRecord): Attachment[] {
  const derived = exams.flatMap(({ instances }) => instances.flatMap((instance) => instance.derived));
  const made = derived.flatMap(({ kind, name, mediaType, sha256, sizeBytes }) =>
    name && attachedKinds.includes(kind) ? [{ name, mediaType, sha256, sizeBytes }] : [],
  );
  const reports = [...reportPdfs, ...exams.flatMap(({ attachedReports }) => attachedReports)].map(
    ({ name, sha256, sizeBytes }) => ({ name, mediaType: 'application/pdf', sha256, sizeBytes }),
  );
  const files = new Map([...made, ...reports].map((file) => [file.name, file]));
  return [...files.values()].map((file) => ({ ...file, name: file.name.split('/').join('-') }));
}

type Going = { mails: Attachment[][]; address: string };
type Standing = { refusal: PlainMailRefusal; mayBeSeveral: boolean };

/** May this mail go now, and as how many? What stands against it comes with whether several smaller ones would do. */
export async function decideMailedCopy(
  db: Db,
  app: App,
  askedDeliveryId: string,
  files: readonly Attachment[],
): Promise<Outcome<Going, Standing>> {
  const known = await readMailFacts(db, app, askedDeliveryId);
  const judge = (part: readonly Attachment[]) =>
    decidePlainMail({ ...known.wish, packageBytes: bytesOf(part) }, known.sources);
  const several = dealOut(files, (part) => fits(judge(part)));
  const mails = known.chosen === 'several-mails' && several ? several : [[...files]];
  for (const part of mails) {
    const judged = judge(part);
    if (!judged.ok) return refuse({ refusal: judged.refusal, mayBeSeveral: several !== undefined });
  }
  return ok({ mails, address: known.address });
}

function fits(judged: ReturnType<typeof decidePlainMail>): boolean {
  return judged.ok || judged.refusal.code !== 'over-mail-limit';
}

function bytesOf(files: readonly Attachment[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** In their order, as many to a mail as it takes; nothing where one file alone is too much. */
function dealOut(
  files: readonly Attachment[],
  isEnough: (part: readonly Attachment[]) => boolean,
): Attachment[][] | undefined {
  const mails: Attachment[][] = [[]];
  for (const file of files) {
    if (!isEnough([file])) return undefined;
    const last = mails.at(-1) ?? [];
    if (isEnough([...last, file])) last.push(file);
    else mails.push([file]);
  }
  return mails;
}

async function readMailFacts(db: Db, app: App, askedDeliveryId: string) {
  const row = await db
    .selectFrom('asked_delivery')
    .leftJoin('mail_warning', (join) =>
      join
        .onRef('mail_warning.asked_delivery_id', '=', 'asked_delivery.id')
        .on('mail_warning.address', '=', askedEmail),
    )
    .select([
      'asked_delivery.access_request_id',
      'asked_delivery.recipient',
      'mail_warning.address',
      'mail_warning.accepted_on',
    ])
    .select(['mail_warning.channel', 'mail_warning.text_version'])
    .where('asked_delivery.id', '=', askedDeliveryId)
    .executeTakeFirstOrThrow();
  const address = row.recipient.email ?? '';
  const agreed = await db
    .selectFrom('format_agreement')
    .innerJoin('format_offer', 'format_offer.wait_id', 'format_agreement.wait_id')
    .select('format_agreement.chosen')
    .where('format_offer.asked_delivery_id', '=', askedDeliveryId)
    .orderBy('format_agreement.recorded_at', 'desc')
    .executeTakeFirst();
  const wish: Omit<PlainMailWish, 'packageBytes'> = {
    mailLimitBytes: app.config.mailLimitMegabytes * bytesOfMegabyte,
    // The yes is to one address: another one is read back anew.
    addressReadBack: row.address === address,
    ...(row.accepted_on && row.channel && row.text_version
      ? {
          warning: {
            accepted: true,
            acceptedOn: calendarDate(row.accepted_on),
            channel: row.channel,
            textVersion: row.text_version,
          },
        }
      : {}),
  };
  const chosen: FormKind | undefined = agreed?.chosen;
  return { wish, address, chosen, sources: await readSources(db, app, row.access_request_id) };
}

/** Hands the copy to the mail queue; it is given when the mail server has taken every part of it (OD-10). */
export async function queueCopy(
  tx: Tx,
  app: App,
  actor: Actor,
  copy: Going & { deliveryId: string; accessRequestId: string; reference: string; language: string },
): Promise<void> {
  const { mails, address: recipient, deliveryId, accessRequestId, reference, language } = copy;
  for (const [at, attachments] of mails.entries()) {
    const wish = { kind: 'copy-attached', reference, part: at + 1, of: mails.length } as const;
    const mail = { channel: 'email', recipient, accessRequestId, language, wish } as const;
    await queueMail(tx, app, { ...mail, copy: { deliveryId, attachments } });
  }
  await appendAudit(tx, app, {
    type: 'copy.mailed',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { deliveryId, count: mails.length },
  });
}
