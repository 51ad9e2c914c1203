import type { AuthorizationFault, AuthorizationPart } from './authorization-part.ts';
import { type CalendarDate, calendarDateIn } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** A HIPAA authorization: it lets the facility disclose, and obliges it to nothing. 45 CFR 164.508(c). */
export type HipaaAuthorization = {
  readonly describesInformation?: string;
  readonly whoMayDisclose?: string;
  readonly whoMayReceive?: string;
  /** “At my request” is enough. */
  readonly purpose?: string;
  /** A last day, or an event together with whether it has come. */
  readonly expires?: { readonly on: CalendarDate } | { readonly event: string; readonly hasCome: boolean };
  readonly signature?: {
    readonly on: CalendarDate;
    readonly by: 'individual' | 'personal-representative';
    /** What a representative's authority rests on. */
    readonly authority?: string;
  };
  readonly statements: {
    readonly rightToRevoke: boolean;
    readonly conditioning: boolean;
    readonly redisclosure: boolean;
  };
  /** Instant of the written revocation, in milliseconds since 1970. */
  readonly revokedAt?: number;
  /** Joined with another permission in a way that (b)(3) forbids. */
  readonly wronglyCombined?: boolean;
  /** Care or payment was made to depend on it against (b)(4). */
  readonly wronglyConditioned?: boolean;
  /** Something material in it is known to be false. */
  readonly knownFalse?: boolean;
};

export type AuthorizationRefusal = {
  readonly code: 'authorization-invalid';
  readonly lacks: readonly Lack<AuthorizationPart>[];
  readonly faults: readonly Lack<AuthorizationFault>[];
  readonly letter: 'L-AUTH';
};

/** Is it valid at this instant? Asked when it arrives and again at the instant of release: 45 CFR 164.508(b)(2), (b)(5). */
export function decideAuthorization(
  authorization: HipaaAuthorization,
  at: number,
  timeZone: string,
  sources: LawSources,
): Outcome<{ readonly mayDisclose: true; readonly why: Why }, AuthorizationRefusal> {
  const today = calendarDateIn(timeZone, at);
  const lacks = partsLacking(authorization, sources);
  const faults = faultsOf(authorization, at, today, sources);
  if (lacks.length + faults.length > 0) {
    return refuse({ code: 'authorization-invalid', lacks, faults, letter: 'L-AUTH' });
  }
  const { whoMayReceive, signature, expires } = authorization;
  const end = expires && 'on' in expires ? expires.on : expires?.event;
  const inputs = { whoMayReceive, signedOn: signature?.on, expires: end, checkedOn: today };
  return ok({ mayDisclose: true, why: because('law/authorization', sources.authorization, inputs) });
}

function partsLacking(a: HipaaAuthorization, sources: LawSources): Lack<AuthorizationPart>[] {
  const { statements, signature, expires } = a;
  const noExpiry = !expires || ('event' in expires && isBlank(expires.event));
  const parts: readonly (readonly [boolean, AuthorizationPart])[] = [
    [isBlank(a.describesInformation), 'description of the information'],
    [isBlank(a.whoMayDisclose), 'who may disclose'],
    [isBlank(a.whoMayReceive), 'who may receive'],
    [isBlank(a.purpose), 'purpose'],
    [noExpiry, 'expiry date or event'],
    [!signature, 'signature and date'],
    [lacksAuthority(signature), 'authority of the representative'],
    [!statements.rightToRevoke, 'statement: right to revoke'],
    [!statements.conditioning, 'statement: whether care depends on signing'],
    [!statements.redisclosure, 'statement: recipient may redisclose'],
  ];
  return parts.filter(([lacking]) => lacking).map(([, name]) => ({ name, cite: sources[`authorization/${name}`] }));
}

function lacksAuthority(signature: HipaaAuthorization['signature']): boolean {
  return signature?.by === 'personal-representative' && isBlank(signature.authority);
}

function faultsOf(
  a: HipaaAuthorization,
  at: number,
  today: CalendarDate,
  sources: LawSources,
): Lack<AuthorizationFault>[] {
  const faults: readonly (readonly [boolean, AuthorizationFault])[] = [
    [hasExpired(a.expires, today), 'expired'],
    [a.revokedAt !== undefined && a.revokedAt <= at, 'revoked'],
    [a.wronglyCombined === true, 'wrongly combined'],
    [a.wronglyConditioned === true, 'wrongly conditioned'],
    [a.knownFalse === true, 'known false'],
  ];
  return faults.filter(([found]) => found).map(([, name]) => ({ name, cite: sources[`authorization/${name}`] }));
}

function hasExpired(expires: HipaaAuthorization['expires'], today: CalendarDate): boolean {
  if (!expires) return false;
  return 'on' in expires ? expires.on < today : expires.hasCome;
}
