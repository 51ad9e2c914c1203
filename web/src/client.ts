import type { Endpoint, ErrorCode, Problem } from '@echoback/server/contract';
import type { z } from 'zod';

/** `unreachable` is ours: no server answered, so no server could say so. */
export type Trouble = Omit<Problem, 'code'> & { code: ErrorCode | 'unreachable' };
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Trouble };
export type InputOf<E extends Endpoint> = z.input<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

let language = 'en';

/** After so long without a touch, a key or a scroll, what the page asks by itself no longer keeps the session alive. */
const awayAfterMs = 60_000;
let lastTouch = performance.now();
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  globalThis.addEventListener?.(
    sign,
    () => {
      lastTouch = performance.now();
    },
    { passive: true, capture: true },
  );
}

/** Problems and letters come back in this language. */
export function speak(chosen: string) {
  language = chosen;
}

/** Asks the server one thing of the contract. A refusal is a value; nothing is thrown but what a bug throws. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<Answer<OutputOf<E>>> {
  const { address, rest } = split(endpoint, input);
  const body = endpoint.method === 'GET' || Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest);
  try {
    const response = await fetch(address, {
      method: endpoint.method,
      headers: {
        'accept-language': language,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(performance.now() - lastTouch > awayAfterMs ? { 'x-nobody-there': '1' } : {}),
      },
      ...(body ? { body } : {}),
      ...(signal ? { signal } : {}),
    });
    return read(response.status, await response.text());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    return { ok: false, problem: unreachable };
  }
}

/** The address of a file: for `<img>`, `<video>` and links. */
export function addressOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  return split(endpoint, input).address;
}

/** Sends one file as the body, with its progress from 0 to 1. XMLHttpRequest, because fetch cannot tell it. */
export function upload<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  file: Blob,
  onProgress: (done: number) => void = () => undefined,
): Promise<Answer<OutputOf<E>>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, split(endpoint, input, true).address);
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('content-type', endpoint.upload?.mediaType ?? 'application/octet-stream');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, problem: unreachable });
    request.send(file);
  });
}

/** Path parameters go into the path; the rest becomes the query of a GET or an upload, else the body. */
function split(endpoint: Endpoint, input: unknown, restInQuery = endpoint.method === 'GET') {
  const rest = { ...(input as Record<string, unknown>) };
  let address = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (restInQuery) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
    if (query.size > 0) address += `?${query}`;
  }
  return { address, rest };
}

function read<T>(status: number, text: string): Answer<T> {
  let value: unknown = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    return { ok: false, problem: { ...unreachable, status } };
  }
  if (status < 400) return { ok: true, value: value as T };
  const problem = value as Partial<Problem> | null;
  return { ok: false, problem: problem?.code ? (problem as Problem) : { ...unreachable, status } };
}

const unreachable: Trouble = {
  type: 'about:blank',
  title: '',
  status: 0,
  detail: '',
  instance: '',
  code: 'unreachable',
};
