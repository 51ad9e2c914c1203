import type { App } from '../app.ts';
import { decideMailedCopy } from '../forms/mailed-copy.ts';
import { offerInsteadOfMail } from '../forms/offer-forms.ts';
import { readOpenOffers } from '../forms/read-forms.ts';
import type { ProgramActor } from '../identity/actor.ts';
import type { Attachment } from '../mail/queue-mail.ts';
import type { FormKind } from '../store/form-tables.ts';
import type { ReleaseRecord } from './read-release.ts';

const offerer: ProgramActor = { kind: 'program', job: 'prepare-release' };

/**
 * Copies of a release that wait for the person: a form to agree on, the yes to a warning, mail that would be too large.
 * For the last the program offers other forms at once, because the days run on.
 */
export async function waitsForPerson(
  app: App,
  { releaseId, accessRequestId }: ReleaseRecord,
  files: readonly Attachment[],
): Promise<ReadonlySet<string>> {
  const rows = await app.db
    .selectFrom('delivery')
    .select(['id', 'kind', 'asked_delivery_id'])
    .where('release_id', '=', releaseId)
    .where('ready_at', 'is', null)
    .execute();
  const waiting = new Set(rows.filter(({ kind }) => kind === 'other-form').map(({ id }) => id));
  for (const { id, asked_delivery_id } of rows.filter(({ kind }) => kind === 'email-unencrypted')) {
    const decided = await decideMailedCopy(app.db, app, asked_delivery_id, files);
    if (decided.ok) continue;
    waiting.add(id);
    const { refusal, mayBeSeveral } = decided.refusal;
    if (refusal.code === 'over-mail-limit') await offerOnce(app, accessRequestId, asked_delivery_id, mayBeSeveral);
  }
  return waiting;
}

async function offerOnce(app: App, requestId: string, askedDeliveryId: string, mayBeSeveral: boolean): Promise<void> {
  const open = await readOpenOffers(app.db, requestId);
  if (open.some((one) => one.askedDeliveryId === askedDeliveryId)) return;
  const forms: FormKind[] = ['online', ...(mayBeSeveral ? (['several-mails'] as const) : []), 'usb', 'prints'];
  await offerInsteadOfMail(app, offerer, { requestId, askedDeliveryId, forms });
}
