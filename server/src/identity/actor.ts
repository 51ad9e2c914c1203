import type { StaffRole } from '../store/schema.ts';

/** Who is acting: every use case takes one, every audit event names it. */
export type Actor = PublicActor | RequesterActor | RecipientActor | StaffActor | ProgramActor;

type FromABrowser = {
  /** SHA-256 of the session or browser cookie; never the cookie itself. */
  sessionHash: Buffer | null;
  /** Address as the connection (or a declared proxy) tells it; for limits and audit. */
  address: string;
};

/** Nobody is signed in. `browserHash` binds one-time codes to the browser that asked (S3.3). */
export type PublicActor = FromABrowser & {
  kind: 'public';
  browserHash: Buffer | null;
  /** Every session that this browser holds, of whatever kind: signing out ends them all. */
  sessionHashes: Buffer[];
};

/** Somebody who holds the code of one request. That alone is not identity (S3.1). */
export type RequesterActor = FromABrowser & { kind: 'requester'; accessRequestId: string };

/** Somebody who opened one secure link with its passcode. */
export type RecipientActor = FromABrowser & { kind: 'recipient'; shareLinkId: string; deliveryId: string };

export type StaffActor = FromABrowser & {
  kind: 'staff';
  staffId: string;
  displayName: string;
  role: StaffRole;
  /** A licensed health-care professional's profession: who may decide R1–R3, 45 CFR 164.524(a)(3). */
  licensedAs: string | null;
  /** 45 CFR 164.530(a)(1)(i). */
  privacyOfficer: boolean;
};

/** A job or the start of the program. */
export type ProgramActor = { kind: 'program'; job: string };
