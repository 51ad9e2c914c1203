import { randomUUID } from 'node:crypto';
import { calendarDate, type HipaaAuthorization } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Tx } from '../store/database.ts';

/** What the form asks of somebody who authorizes; the rest of 45 CFR 164.508(c) is in its own words. Paper may lack a part. */
export type SignedAuthorization = {
  describesInformation?: string | undefined;
  purpose?: string | undefined;
  /** A last day, or the end of the request. */
  expiresOn?: string | undefined;
  endsWithRequest: boolean;
  statementsAccepted: boolean;
};

/** After that nothing goes out any more, so nobody has to record that it has come. */
const endOfRequest = 'the end of this request';

type Asked = {
  accessRequestId: string;
  askedDeliveryId: string;
  facilityName: string;
  signedOn: string;
  submission: { requester: { is: RequesterIs; basis?: string | undefined }; signedName: string };
  asked: { who: 'self' | 'third-party'; name?: string | undefined; authorization?: SignedAuthorization | undefined };
  /** How it came when not through the portal, where everything is written and signed at once. */
  paper?: { written: boolean; signedAt: Date | null } | undefined;
};

/**
 * A copy for somebody else is a directive, signed with the request (45 CFR 164.524(c)(3)(ii)); where the copy is no
 * electronic one, it is the authorization that was signed instead (164.508). A copy for oneself needs neither.
 */
export async function writeInstrument(tx: Tx, app: App, asking: Asked): Promise<void> {
  const { asked, paper, submission } = asking;
  if (asked.who === 'self') return;
  const id = randomUUID();
  const { accessRequestId: access_request_id, askedDeliveryId: asked_delivery_id } = asking;
  const of = { id, access_request_id, asked_delivery_id, received_at: app.now() };
  if (asked.authorization) {
    const content = JSON.stringify(authorizationOf(asking, asked.authorization));
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
  const { requester, signedName } = submission;
  await writeSignature(tx, { directiveId: id, requesterIs: requester.is, signedName, signedAt });
}

export async function writeSignature(
  tx: Tx,
  signed: { directiveId: string; requesterIs: RequesterIs; signedName: string; signedAt: Date },
): Promise<void> {
  await tx
    .insertInto('directive_signature')
    .values({
      id: randomUUID(),
      directive_id: signed.directiveId,
      signed_by: signerOf(signed.requesterIs),
      signed_name: signed.signedName,
      signed_at: signed.signedAt,
    })
    .execute();
}

function authorizationOf(
  { facilityName, signedOn, submission, asked, paper }: Asked,
  { describesInformation, purpose, expiresOn, endsWithRequest, statementsAccepted }: SignedAuthorization,
): HipaaAuthorization {
  const { is, basis } = submission.requester;
  const isSigned = !paper || paper.signedAt !== null;
  return {
    whoMayDisclose: facilityName,
    ...(describesInformation ? { describesInformation } : {}),
    ...(purpose ? { purpose } : {}),
    ...(endsWithRequest ? { expires: { event: endOfRequest, hasCome: false } } : {}),
    ...(expiresOn ? { expires: { on: calendarDate(expiresOn) } } : {}),
    ...(asked.name ? { whoMayReceive: asked.name } : {}),
    ...(isSigned
      ? {
          signature: {
            on: calendarDate(signedOn),
            by: signerOf(is),
            ...(is === 'self' ? {} : { authority: basis || is }),
          },
        }
      : {}),
    statements: {
      rightToRevoke: statementsAccepted,
      conditioning: statementsAccepted,
      redisclosure: statementsAccepted,
    },
  };
}

function signerOf(requesterIs: RequesterIs): 'individual' | 'personal-representative' {
  return requesterIs === 'self' ? 'individual' : 'personal-representative';
}
