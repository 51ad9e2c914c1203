type Headers = Record<string, string | string[] | undefined>;

/**
 * Did a page of another site send this? (S4.2) Browsers of the last years state `Sec-Fetch-Site`; older ones state
 * `Origin` with every unsafe method; a program that states neither holds no one's cookies.
 */
export function isCrossSite(headers: Headers, publicOrigins: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = headers.origin;
  if (origin === undefined) return false;
  return typeof origin !== 'string' || !publicOrigins.includes(origin);
}

/** A name that is not ours but leads to our address is how a page elsewhere would read a server on loopback. */
export function isOwnHost(host: string | undefined, publicOrigins: readonly string[]): boolean {
  return publicOrigins.some((origin) => new URL(origin).host === host?.toLowerCase());
}
