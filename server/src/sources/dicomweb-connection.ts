import { randomInt } from 'node:crypto';
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Outcome, refuse } from '@echoback/right-of-access';
import { type HttpAnswer, httpGet } from './http-get.ts';
import { isOutage, type SourceFailure } from './image-source.ts';

export type DicomwebConnection = { baseUrl: string; timeoutMs: number; agent: Agent };

const TRIES = 3;
const FIRST_PAUSE_MS = 200;
/** "Come again later"; other errors stay the same however often one asks. */
const PASSING_STATUSES = new Set([429, 502, 503, 504]);

/** Asks until there is an answer that succeeds, three times at most, with growing and jittered pauses (S8.2). */
export async function askWithRetries(
  connection: DicomwebConnection,
  pathAndQuery: string,
  accept: string,
  signal: AbortSignal,
): Promise<Outcome<HttpAnswer, SourceFailure>> {
  const url = new URL(connection.baseUrl + pathAndQuery);
  for (let attempt = 1; ; attempt++) {
    const answer = await httpGet({ url, accept, timeoutMs: connection.timeoutMs, agent: connection.agent, signal });
    const status = answer.ok ? answer.value.status : 0;
    if (answer.ok && status >= 200 && status < 300) return answer;
    if (answer.ok) answer.value.discard();
    const failure = answer.ok ? refusedBy(status) : answer.refusal;
    const mayPass = isOutage(failure) || PASSING_STATUSES.has(status);
    if (!mayPass || attempt === TRIES || signal.aborted) return refuse(failure);
    const pauseMs = FIRST_PAUSE_MS * 2 ** (attempt - 1);
    await wait(pauseMs + randomInt(pauseMs), undefined, { signal }).catch(() => undefined);
  }
}

/** Redirects are not followed: they would lead past the address that an administrator approved (S8.1). */
function refusedBy(status: number): SourceFailure {
  if (status === 404 || status === 410) return { code: 'instance-gone', detail: `HTTP ${status}` };
  return { code: 'source-refused', detail: `HTTP ${status}` };
}
