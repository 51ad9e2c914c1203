import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { type ErrorCode, errors } from '../contract/index.ts';
import { faultOf } from '../log.ts';
import { type FieldNote, languageOf, problemOf } from './problem.ts';
import { UploadTooLarge } from './upload.ts';

export type Refusal<R extends ErrorCode = ErrorCode> = {
  code: R;
  fields?: FieldNote[];
  /** For waits: RFC 9110 section 10.2.3. */
  retryAfterSeconds?: number;
};

export function answerProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal.code, languageOf(request.headers), randomUUID(), refusal.fields);
  const wait = refusal.retryAfterSeconds ?? (refusal.code === 'unavailable' ? 2 : undefined);
  if (wait !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(wait)));
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The one place where exceptions of a request end: the person gets a number, the log gets what broke and where. */
export function answerFault(app: App, request: FastifyRequest, reply: FastifyReply, fault: unknown): void {
  const refusal = refusalOf(fault);
  const route = request.routeOptions.url ?? 'unknown';
  if (reply.sent || reply.raw.headersSent) {
    app.log.error({ event: 'answer-broke-off', route, fault: faultOf(fault) });
    reply.raw.destroy();
    return;
  }
  const instance = randomUUID();
  const problem = problemOf(refusal, languageOf(request.headers), instance);
  if (problem.status >= 500) {
    app.log.error({ event: 'request-failed', route, status: problem.status, instance, fault: faultOf(fault) });
  }
  if (refusal === 'unavailable') reply.header('retry-after', 2);
  // What was not read of a body that is refused would be taken for the next request.
  if (problem.status === 413) reply.header('connection', 'close');
  reply.code(errors[refusal].status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Connections to the database that are refused, cut or used up (PostgreSQL classes 08, 53, 57). */
const awayCodes = /^(08...|53...|57P0.|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

function refusalOf(fault: unknown): ErrorCode {
  if (fault instanceof UploadTooLarge) return 'too-large';
  const {
    code = '',
    statusCode = 500,
    message = '',
  } = fault as { code?: string; statusCode?: number; message?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large';
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'wrong-media-type';
  if (statusCode >= 400 && statusCode < 500) return 'invalid-input';
  const syscall = (fault as { syscall?: string }).syscall;
  if (awayCodes.test(code) && (code !== 'ENOENT' || syscall === 'connect')) return 'unavailable';
  if (message.startsWith('timeout exceeded when trying to connect')) return 'unavailable';
  return 'fault';
}
