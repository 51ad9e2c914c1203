import { type CalendarDate, calendarDateIn } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
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

export type AuthorizationPart =
  | 'description of the information'
  | 'who may disclose'
  | 'who may receive'
  | 'purpose'
  | 'expiry date or event'
  | 'signature and date'
  | 'authority of the representative'
  | 'statement: right to revoke'
  | 'statement: whether care depends on signing'
  | 'statement: recipient may redisclose';

export type AuthorizationFault = 'expired' | 'revoked' | 'wrongly combined' | 'wrongly conditioned' | 'known false';

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
): Outcome<{ readonly mayDisclose: true; readonly why: Why }, AuthorizationRefusal> {
  const today = calendarDateIn(timeZone, at);
  const lacks = partsLacking(authorization);
  const faults = faultsOf(authorization, at, today);
  if (lacks.length + faults.length > 0) {
    return refuse({ code: 'authorization-invalid', lacks, faults, letter: 'L-AUTH' });
  }
  const { whoMayReceive, signature, expires } = authorization;
  const end = expires && 'on' in expires ? expires.on : expires?.event;
  const inputs = { whoMayReceive, signedOn: signature?.on, expires: end, checkedOn: today };
  return ok({ mayDisclose: true, why: because('us-federal/authorization', '45 CFR 164.508(c)', inputs) });
}

function partsLacking(a: HipaaAuthorization): Lack<AuthorizationPart>[] {
  const { statements, signature, expires } = a;
  const noExpiry = !expires || ('event' in expires && isBlank(expires.event));
  const parts: readonly (readonly [boolean, AuthorizationPart, string])[] = [
    [isBlank(a.describesInformation), 'description of the information', '(c)(1)(i)'],
    [isBlank(a.whoMayDisclose), 'who may disclose', '(c)(1)(ii)'],
    [isBlank(a.whoMayReceive), 'who may receive', '(c)(1)(iii)'],
    [isBlank(a.purpose), 'purpose', '(c)(1)(iv)'],
    [noExpiry, 'expiry date or event', '(c)(1)(v)'],
    [!signature, 'signature and date', '(c)(1)(vi)'],
    [lacksAuthority(signature), 'authority of the representative', '(c)(1)(vi)'],
    [!statements.rightToRevoke, 'statement: right to revoke', '(c)(2)(i)'],
    [!statements.conditioning, 'statement: whether care depends on signing', '(c)(2)(ii)'],
    [!statements.redisclosure, 'statement: recipient may redisclose', '(c)(2)(iii)'],
  ];
  return parts.filter(([lacking]) => lacking).map(([, name, clause]) => ({ name, cite: `45 CFR 164.508${clause}` }));
}

function lacksAuthority(signature: HipaaAuthorization['signature']): boolean {
  return signature?.by === 'personal-representative' && isBlank(signature.authority);
}

function faultsOf(a: HipaaAuthorization, at: number, today: CalendarDate): Lack<AuthorizationFault>[] {
  const faults: readonly (readonly [boolean, AuthorizationFault, string])[] = [
    [hasExpired(a.expires, today), 'expired', '(b)(2)(i)'],
    [a.revokedAt !== undefined && a.revokedAt <= at, 'revoked', '(b)(2)(iii); (b)(5)'],
    [a.wronglyCombined === true, 'wrongly combined', '(b)(2)(iv); (b)(3)'],
    [a.wronglyConditioned === true, 'wrongly conditioned', '(b)(2)(iv); (b)(4)'],
    [a.knownFalse === true, 'known false', '(b)(2)(v)'],
  ];
  return faults.filter(([found]) => found).map(([, name, clause]) => ({ name, cite: `45 CFR 164.508${clause}` }));
}

function hasExpired(expires: HipaaAuthorization['expires'], today: CalendarDate): boolean {
  if (!expires) return false;
  return 'on' in expires ? expires.on < today : expires.hasCome;
}
