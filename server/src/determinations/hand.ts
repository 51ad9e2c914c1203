import { type Decider, type DenialGround, denialGround, type Pack } from '@echoback/right-of-access';
import type { StaffActor } from '../identity/actor.ts';

export type Hand = 'licensed-professional' | 'privacy-officer';

/** R1–R3 take a licensed professional, everything else the privacy officer: 45 CFR 164.524(a)(2)–(3). */
export function handFor(pack: Pack, ground: string): Hand {
  const found: DenialGround | undefined = denialGround(pack, ground);
  return found?.decidedBy === 'licensed-professional' ? 'licensed-professional' : 'privacy-officer';
}

export function isHand(actor: StaffActor, hand: Hand): boolean {
  return hand === 'licensed-professional' ? actor.licensedAs !== null : actor.privacyOfficer;
}

/** Somebody of the staff as the engine asks after them. */
export function deciderOf(actor: StaffActor, hand: Hand): Decider {
  return { name: actor.displayName, role: isHand(actor, hand) ? hand : 'staff' };
}
