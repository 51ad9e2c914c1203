import {
  type AuthorizationRefusal,
  calendarDateIn,
  type DirectiveRefusal,
  decideAuthorization,
  decideDirective,
  type HipaaAuthorization,
  type LawSources,
  type ThirdPartyDirective,
} from '@echoback/right-of-access';
import type { SeenFault } from '../store/authority-tables.ts';
import type { Db } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

/** Under which paper one asked delivery may go, looked at this moment: 45 CFR 164.508(b)(2), 164.524(c)(3)(ii). */
export type DeliveryInstrument = {
  askedDeliveryId: string;
  kind: DeliveryKind;
  recipient: AskedRecipient;
  state: 'not-needed' | 'valid' | 'defective' | 'expired' | 'revoked';
  directiveId: string | null;
  directive: ThirdPartyDirective | null;
  authorizationId: string | null;
  authorization: HipaaAuthorization | null;
  /** When the first writing came, and when the last of its elements: OD-6. */
  receivedAt: Date | null;
  signedAt: Date | null;
  refusal: DirectiveRefusal | AuthorizationRefusal | null;
};

export function mayGo({ state }: Pick<DeliveryInstrument, 'state'>): boolean {
  return state === 'not-needed' || state === 'valid';
}

/** Every asked delivery of a request with its paper; decided anew each time, because a paper ends or is taken back. */
export async function readInstruments(
  db: Db,
  accessRequestId: string,
  at: Date,
  timeZone: string,
  sources: LawSources,
): Promise<DeliveryInstrument[]> {
  const rows = await db
    .selectFrom('asked_delivery')
    .leftJoin('directive', 'directive.asked_delivery_id', 'asked_delivery.id')
    .leftJoin('directive_signature', 'directive_signature.directive_id', 'directive.id')
    .leftJoin('hipaa_authorization', 'hipaa_authorization.asked_delivery_id', 'asked_delivery.id')
    .leftJoin('authorization_revocation', 'hipaa_authorization_id', 'hipaa_authorization.id')
    .select(['asked_delivery.id', 'asked_delivery.kind', 'asked_delivery.recipient'])
    .select(['directive.id as directiveId', 'directive.written', 'directive.received_at as directiveAt'])
    .select(['directive_signature.signed_by', 'directive_signature.signed_at'])
    .select(['hipaa_authorization.id as authorizationId', 'hipaa_authorization.content'])
    .select(['hipaa_authorization.received_at as authorizationAt', 'authorization_revocation.revoked_at'])
    .where('asked_delivery.access_request_id', '=', accessRequestId)
    .orderBy('asked_delivery.ordinal')
    .execute();
  const faultsOf = await readSeenFaults(db, accessRequestId);
  return rows.map((row): DeliveryInstrument => {
    const { passcodeHash: _, ...recipient } = row.recipient;
    const asked = {
      askedDeliveryId: row.id,
      kind: row.kind,
      recipient,
      directiveId: row.directiveId,
      directive: null,
      authorizationId: row.authorizationId,
      authorization: null,
      receivedAt: row.authorizationAt ?? row.directiveAt,
      signedAt: row.signed_at,
      refusal: null,
    };
    if (recipient.who === 'self') return { ...asked, state: 'not-needed' };
    if (row.content) {
      const revoked = row.revoked_at ? { revokedAt: row.revoked_at.getTime() } : {};
      const seen = Object.fromEntries((faultsOf.get(row.authorizationId ?? '') ?? []).map((fault) => [fault, true]));
      const authorization = { ...row.content, ...revoked, ...seen };
      const decided = decideAuthorization(authorization, at.getTime(), timeZone, sources);
      if (decided.ok) return { ...asked, authorization, state: 'valid' };
      return { ...asked, authorization, state: endOf(decided.refusal), refusal: decided.refusal };
    }
    const directive = {
      written: row.written ?? false,
      ...(row.signed_at && row.signed_by
        ? { signature: { by: row.signed_by, on: calendarDateIn(timeZone, row.signed_at.getTime()) } }
        : {}),
      ...whoAndWhere(recipient),
    };
    const copy = row.kind === 'prints' ? 'paper' : 'electronic';
    const decided = decideDirective(directive, { copy, heldAs: 'electronic' }, sources);
    if (decided.ok) return { ...asked, directive, state: 'valid' };
    return { ...asked, directive, state: 'defective', refusal: decided.refusal };
  });
}

/** By authorization, what was last noted of it. */
async function readSeenFaults(db: Db, accessRequestId: string): Promise<ReadonlyMap<string, readonly SeenFault[]>> {
  const rows = await db
    .selectFrom('authorization_fault')
    .innerJoin('hipaa_authorization', 'hipaa_authorization.id', 'authorization_fault.hipaa_authorization_id')
    .select(['hipaa_authorization_id', 'faults'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map(({ hipaa_authorization_id, faults }) => [hipaa_authorization_id, faults]));
}

function whoAndWhere({ name, email, address }: AskedRecipient) {
  const where = email ?? address?.join(', ');
  return { ...(name ? { recipientName: name } : {}), ...(where ? { recipientAddress: where } : {}) };
}

function endOf({ faults }: AuthorizationRefusal): 'defective' | 'expired' | 'revoked' {
  const names = faults.map(({ name }) => name);
  if (names.includes('revoked')) return 'revoked';
  return names.includes('expired') ? 'expired' : 'defective';
}
