import type { SessionKind } from '../identity/session.ts';

export type CookieName = SessionKind | 'browser';

const names: Record<CookieName, string> = {
  staff: 'echoback-desk',
  requester: 'echoback-portal',
  recipient: 'echoback-link',
  browser: 'echoback-browser',
};

/** `__Host-` needs TLS; on loopback without it the plain name is used (S3.6). */
function nameOf(cookie: CookieName, secure: boolean): string {
  return `${secure ? '__Host-' : ''}${names[cookie]}`;
}

/** Tokens are 32 bytes in base64url; anything else was not made here. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

export function readCookie(header: string | undefined, cookie: CookieName, secure: boolean): string | undefined {
  const wanted = `${nameOf(cookie, secure)}=`;
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(wanted));
  const token = found?.trim().slice(wanted.length);
  return token && tokenForm.test(token) ? token : undefined;
}

/** Ends with the browser; how long it is good for is decided by the server alone. */
export function setCookie(cookie: CookieName, token: string, secure: boolean): string {
  // The desk is never reached by a link from elsewhere; the portal is (from our own mail).
  const sameSite = cookie === 'staff' ? 'Strict' : 'Lax';
  return `${nameOf(cookie, secure)}=${token}; Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
}

export function clearCookie(cookie: CookieName, secure: boolean): string {
  return `${setCookie(cookie, '', secure)}; Max-Age=0`;
}
