import type { HoldWish } from '@echoback/right-of-access';
import type { RequesterIs } from '../store/authority-tables.ts';

/** What of a hold is known from the request itself. Every copy that the program makes is electronic access. */
export function holdAsked({
  requester_is,
}: {
  requester_is: RequesterIs;
}): Pick<HoldWish, 'askedBy' | 'electronicAccess'> {
  return { askedBy: requester_is === 'self' ? 'individual' : 'personal-representative', electronicAccess: true };
}
