import type { Endpoint, Problem } from '../../server/src/contract/index.ts';
import type { InputOf, OutputOf } from '../../web/src/client.ts';

/** One person at a keyboard: keeps cookies, speaks the contract, sees answers and refusals. */
export type Speaker = {
  ask<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>>;
  /** The refusal of what must not be allowed. */
  refusalOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Problem>;
  file<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Buffer>;
  /** Hands in a file, as an upload of the page does. */
  upload<E extends Endpoint & { upload: { mediaType: string } }>(
    endpoint: E,
    input: InputOf<E>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<OutputOf<E>>;
  /** The session, so that a browser goes on where this keyboard stopped. */
  cookies(): { name: string; value: string; url: string }[];
};

export function openSpeaker(url: string): Speaker {
  const cookies = new Map<string, string>();
  const send = async (endpoint: Endpoint, input: unknown, bytes?: Uint8Array<ArrayBuffer>) => {
    const { address, body: words } = addressed(endpoint, input as Record<string, unknown>);
    const body = bytes ?? words;
    const answer = await fetch(`${url}${address}`, {
      method: endpoint.method,
      headers: {
        origin: url,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': endpoint.upload?.mediaType ?? 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const told = async <E extends Endpoint>(endpoint: E, answer: Response) => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${endpoint.method} ${endpoint.path} answered ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as OutputOf<E>;
  };
  return {
    ask: async (endpoint, input) => told(endpoint, await send(endpoint, input)),
    upload: async (endpoint, input, bytes) => told(endpoint, await send(endpoint, input, bytes)),
    refusalOf: async (endpoint, input) => {
      const answer = await send(endpoint, input);
      if (answer.ok) throw new Error(`${endpoint.method} ${endpoint.path} was not refused`);
      return (await answer.json()) as Problem;
    },
    file: async (endpoint, input) => {
      const answer = await send(endpoint, input);
      if (!answer.ok) throw new Error(`${endpoint.path} answered ${answer.status}: ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    cookies: () => [...cookies].map(([name, value]) => ({ name, value, url })),
  };
}

/** Path parameters go into the path; the rest becomes the query of a GET, else the body. */
function addressed(endpoint: Endpoint, input: Record<string, unknown>): { address: string; body?: string } {
  const rest = { ...input };
  const address = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (Object.keys(rest).length === 0) return { address };
  if (endpoint.method !== 'GET') return { address, body: JSON.stringify(rest) };
  return { address: `${address}?${new URLSearchParams(rest as Record<string, string>)}` };
}
