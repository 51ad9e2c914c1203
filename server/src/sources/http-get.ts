import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { SourceFailure } from './image-source.ts';
import { checkedLookup, isRefusedAddress } from './outbound-address.ts';

export type HttpGet = {
  url: URL;
  accept: string;
  /** Longest wait for the answer to begin, and for each next piece of it. */
  timeoutMs: number;
  agent: Agent;
  signal: AbortSignal;
};

export type HttpAnswer = {
  status: number;
  contentType: string;
  headers: http.IncomingHttpHeaders;
  /** Hands over the body; answers its length, or what went wrong on the way. Faults of `take` are thrown on. */
  read(take: Take, maxBytes: number): Promise<Outcome<number, SourceFailure>>;
  /** Lets go of an answer whose body nobody wants. */
  discard(): void;
};

/** Takes a piece of the body; a failure that it answers ends the reading with it. */
type Take = (chunk: Uint8Array) => Promise<SourceFailure | undefined>;

/** A peer that drips is as good as silent: this much must come in each window of waiting. */
const SLOWEST_BYTES_A_WINDOW = 60 * 1024;
const SLOW_WINDOW_MS = 60_000;

/**
 * One GET to a peer that is not trusted (S8.2): no redirect is followed, nothing is buffered, every wait ends. Plain
 * `node:http` rather than `fetch`, because the address that was checked has to be the one that is dialled.
 */
export function httpGet(get: HttpGet): Promise<Outcome<HttpAnswer, SourceFailure>> {
  const host = get.url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isRefusedAddress(host)) {
    return Promise.resolve(refuse({ code: 'source-refused', detail: 'address not allowed' }));
  }
  return new Promise((resolve) => {
    const request = (get.url.protocol === 'https:' ? https : http).get(get.url, {
      agent: get.agent,
      headers: { accept: get.accept, 'user-agent': 'Echoback' },
      lookup: checkedLookup,
      signal: get.signal,
    });
    const limit = setTimeout(() => request.destroy(timedOut()), get.timeoutMs);
    request.once('response', (response) => {
      clearTimeout(limit);
      resolve(ok(asAnswer(response, get.timeoutMs)));
    });
    // Stays for the life of the request: a reset while the body is read is told there.
    request.on('error', (fault) => {
      clearTimeout(limit);
      resolve(refuse(failureOf(fault)));
    });
  });
}

function asAnswer(response: IncomingMessage, timeoutMs: number): HttpAnswer {
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    headers: response.headers,
    read: (take, maxBytes) => readBody(response, take, maxBytes, timeoutMs),
    discard: () => response.destroy(),
  };
}

async function readBody(
  response: IncomingMessage,
  take: Take,
  maxBytes: number,
  timeoutMs: number,
): Promise<Outcome<number, SourceFailure>> {
  const pieces = response[Symbol.asyncIterator]();
  const pace = { waitedMs: 0, bytes: 0 };
  let sizeBytes = 0;
  try {
    for (;;) {
      const next = await nextPiece(response, pieces, timeoutMs, pace);
      if (!next.ok) return next;
      const chunk = next.value;
      if (!chunk) return ok(sizeBytes);
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return refuse({ code: 'source-answer-invalid', detail: `more than ${maxBytes} bytes` });
      const failure = await take(chunk);
      if (failure) return refuse(failure);
    }
  } finally {
    // Read to its end the connection is kept for the next request; else nobody wants the rest.
    if (!response.readableEnded) response.destroy();
  }
}

/** Only waiting for the peer counts as its time, not what we do with the bytes. */
async function nextPiece(
  response: IncomingMessage,
  pieces: AsyncIterator<Buffer>,
  timeoutMs: number,
  pace: { waitedMs: number; bytes: number },
): Promise<Outcome<Buffer | undefined, SourceFailure>> {
  const limit = setTimeout(() => response.destroy(timedOut()), timeoutMs);
  const startedAt = performance.now();
  try {
    const { done, value } = await pieces.next();
    if (done) return ok(undefined);
    pace.waitedMs += performance.now() - startedAt;
    pace.bytes += value.length;
    if (pace.waitedMs > SLOW_WINDOW_MS) {
      if (pace.bytes < SLOWEST_BYTES_A_WINDOW) return refuse({ code: 'source-timeout', detail: 'answer drips' });
      pace.waitedMs = 0;
      pace.bytes = 0;
    }
    return ok(value);
  } catch (fault) {
    return refuse(failureOf(fault));
  } finally {
    clearTimeout(limit);
  }
}

function timedOut(): Error {
  return Object.assign(new Error('peer too slow'), { code: 'ETIMEDOUT' });
}

function failureOf(fault: unknown): SourceFailure {
  const code = (fault as { code?: unknown }).code;
  const detail = typeof code === 'string' ? code : 'connection lost';
  if (detail === 'ETIMEDOUT' || detail === 'ABORT_ERR') return { code: 'source-timeout', detail };
  if (detail === 'EADDRREFUSED') return { code: 'source-refused', detail: 'address not allowed' };
  // Bytes that are not HTTP: HPE_INVALID_CONSTANT, HPE_HEADER_OVERFLOW and kin.
  if (detail.startsWith('HPE_')) return { code: 'source-answer-invalid', detail };
  return { code: 'source-unreachable', detail };
}
