import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export type HashedEvent = {
  facilityId: string;
  sequence: number;
  at: Date;
  type: string;
  outcome: string;
  actor: object;
  accessRequestId: string | null;
  objects: object;
  reason: string | null;
};

/** What the first event of a facility follows. */
export const beforeFirst: Buffer = Buffer.alloc(32);

/** Each event's hash covers the one before it, so an edit, an insertion or a gap shows from there on (S10.4). */
export function eventHash(event: HashedEvent, previousHash: Buffer): Buffer {
  return createHash('sha256')
    .update(canonicalJson({ ...event, previousHash: previousHash.toString('hex') }))
    .digest();
}
