import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Audience } from '../contract/index.ts';
import type { Actor, PublicActor, RecipientActor, RequesterActor, StaffActor } from '../identity/actor.ts';
import type { Principal } from '../identity/permissions.ts';
import { findSession, hashToken, type SessionKind } from '../identity/session.ts';
import { findRecipient, findStaff } from '../identity/session-actor.ts';
import { readCookie, setCookie } from './cookies.ts';
import type { Door } from './door.ts';

export type ActorFor = {
  public: PublicActor;
  requester: RequesterActor;
  recipient: RecipientActor;
  desk: StaffActor;
};

const sessionKinds = ['requester', 'recipient', 'staff'] as const satisfies SessionKind[];

/** Who is asking, as this route's audience needs it; nothing when the session is missing or over. */
export async function identify<A extends Audience>(
  door: Door,
  app: App,
  audience: A,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ActorFor[A] | undefined> {
  const found = await identifyAny(door, app, audience, request, reply);
  return found as ActorFor[A] | undefined;
}

async function identifyAny(door: Door, app: App, audience: Audience, request: FastifyRequest, reply: FastifyReply) {
  const tokenHash = (kind: SessionKind) => {
    const token = readCookie(request.headers.cookie, kind, door.secure);
    return token ? hashToken(token) : undefined;
  };
  if (audience === 'public') {
    const sessionHashes = sessionKinds.map(tokenHash).filter((hash) => hash !== undefined);
    const browserHash = knowBrowser(door, app, request, reply);
    return { kind: 'public', address: request.ip, sessionHash: null, browserHash, sessionHashes } as PublicActor;
  }
  const kind = audience === 'desk' ? 'staff' : audience;
  const hash = tokenHash(kind);
  const session = hash && (await findSession(app, kind, hash, request.headers['x-nobody-there'] === undefined));
  if (!session) return undefined;
  const base = { sessionHash: session.idHash, address: request.ip };
  if (kind === 'requester' && session.accessRequestId) {
    return { ...base, kind, accessRequestId: session.accessRequestId } satisfies RequesterActor;
  }
  if (kind === 'staff' && session.staffId) return findStaff(app, session.staffId, base);
  if (kind === 'recipient' && session.shareLinkId) return findRecipient(app, session.shareLinkId, base);
  return undefined;
}

/** One-time codes are bound to the browser that asked for them (S3.3): it gets a name before the first code goes out. */
function knowBrowser(door: Door, app: App, request: FastifyRequest, reply: FastifyReply): Buffer | null {
  const known = readCookie(request.headers.cookie, 'browser', door.secure);
  if (known) return hashToken(known);
  // GET changes nothing, so it gives no cookie either.
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const token = app.random(32).toString('base64url');
  reply.header('set-cookie', setCookie('browser', token, door.secure));
  return hashToken(token);
}

export function principalOf(actor: Exclude<Actor, { kind: 'program' }>): Principal {
  return actor.kind === 'staff' ? actor.role : actor.kind;
}
