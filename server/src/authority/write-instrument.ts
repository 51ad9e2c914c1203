import { randomUUID } from 'node:crypto';
import type { HipaaAuthorization } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Tx } from '../store/database.ts';

type Asked = {
  accessRequestId: string;
  askedDeliveryId: string;
  submission: { requester: { is: RequesterIs }; signedName: string };
  asked: { who: 'self' | 'third-party'; authorization?: HipaaAuthorization | undefined };
  /** How it came when not through the portal, where everything is written and signed at once. */
  paper?: { written: boolean; signedAt: Date | null } | undefined;
};

/**
 * A copy for somebody else is a directive, signed with the request (45 CFR 164.524(c)(3)(ii)); where the copy is no
 * electronic one, it is the authorization that was signed instead (164.508). A copy for oneself needs neither.
 */
export async function writeInstrument(tx: Tx, app: App, { asked, paper, ...request }: Asked): Promise<void> {
  if (asked.who === 'self') return;
  const { accessRequestId: access_request_id, askedDeliveryId: asked_delivery_id, submission } = request;
  const id = randomUUID();
  const of = { id, access_request_id, asked_delivery_id, received_at: app.now() };
  if (asked.authorization) {
    const content = JSON.stringify(asked.authorization);
    await tx
      .insertInto('hipaa_authorization')
      .values({ ...of, content })
      .execute();
    return;
  }
  await tx
    .insertInto('directive')
    .values({ ...of, written: paper?.written ?? true })
    .execute();
  const signedAt = paper ? paper.signedAt : app.now();
  if (!signedAt) return;
  await tx
    .insertInto('directive_signature')
    .values({
      id: randomUUID(),
      directive_id: id,
      signed_by: signerOf(submission.requester.is),
      signed_name: submission.signedName,
      signed_at: signedAt,
    })
    .execute();
}

function signerOf(requesterIs: RequesterIs): 'individual' | 'personal-representative' {
  return requesterIs === 'self' ? 'individual' : 'personal-representative';
}
