import { setTimeout as wait } from 'node:timers/promises';

/** A browser without a screen: speaks the API and keeps its cookies. */
export type ApiClient = {
  call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>;
  upload(path: string, mediaType: string, bytes: Buffer): Promise<void>;
  cookieHeader(): string;
};

export function openClient(url: string): ApiClient {
  const cookies = new Map<string, string>();
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: string | Buffer) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, origin: url, cookie: header() },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text;
  };
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    call: async (method, path, body) => {
      const json = body === undefined ? undefined : JSON.stringify(body);
      const text = await ask(method, path, json === undefined ? {} : { 'content-type': 'application/json' }, json);
      return (text === '' ? null : JSON.parse(text)) as never;
    },
    upload: async (path, mediaType, bytes) => {
      await ask('POST', path, { 'content-type': mediaType }, bytes);
    },
    cookieHeader: header,
  };
}

/** Asks again and again until there is something to say. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = performance.now() + seconds * 1000;
  while (performance.now() < giveUpAt) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(250);
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}
