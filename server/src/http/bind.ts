import type { Outcome } from '@echoback/right-of-access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { App } from '../app.ts';
import type { Audience, Endpoint } from '../contract/index.ts';
import { mayDo } from '../identity/permissions.ts';
import type { NewSession } from '../identity/session.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { Upload } from '../store/upload.ts';
import { answerFile } from './answer-file.ts';
import { answerFault, answerProblem, type Refusal } from './answer-problem.ts';
import { clearCookie, setCookie } from './cookies.ts';
import type { Door } from './door.ts';
import { type ActorFor, identify, principalOf } from './identify.ts';
import { readInput } from './read-input.ts';
import { openUpload } from './upload.ts';

type Input<E extends Endpoint> = z.output<E['input']>;
type Output<E extends Endpoint> = z.input<E['output']>;
/** What a use case may refuse: what its endpoint lists, and notes beside fields. */
type RefusalOf<E extends Endpoint> = Refusal<E['refusals'][number] | 'invalid-input'>;
type UseCase<E extends Endpoint, T, More extends unknown[] = []> = (
  app: App,
  actor: ActorFor[E['audience']],
  input: Input<E>,
  ...more: More
) => Promise<Outcome<T, RefusalOf<E>>>;

type JsonEndpoint = Endpoint & { bytes?: never; upload?: never };
type FileEndpoint = Endpoint & { bytes: true };
type FormEndpoint = FileEndpoint & { form: true };
type UploadEndpoint = Endpoint & { upload: { mediaType: string; maxBytes: number } };

/** A route that answers with JSON. The compiler proves that use case and endpoint agree on input, output and refusals. */
export function bind<E extends JsonEndpoint>(door: Door, app: App, endpoint: E, useCase: UseCase<E, Output<E>>): void {
  addRoute(door, app, endpoint, async ({ request, reply, actor, input }) => {
    const outcome = await useCase(app, actor, input);
    if (!outcome.ok) return answerProblem(request, reply, outcome.refusal);
    return answerJson(reply, endpoint, outcome.value);
  });
}

/** A route that signs somebody in: the session goes into a cookie and nowhere else. */
export function bindSignIn<E extends JsonEndpoint>(
  door: Door,
  app: App,
  endpoint: E,
  useCase: UseCase<E, { answer: Output<E>; session: NewSession }>,
): void {
  addRoute(door, app, endpoint, async ({ request, reply, actor, input }) => {
    const outcome = await useCase(app, actor, input);
    if (!outcome.ok) return answerProblem(request, reply, outcome.refusal);
    const { answer, session } = outcome.value;
    reply.header('set-cookie', setCookie(session.kind, session.token, door.secure));
    return answerJson(reply, endpoint, answer);
  });
}

/** A route that ends sessions: the browser forgets its cookies and whatever it kept of us (S3.6). */
export function bindSignOut<E extends JsonEndpoint>(
  door: Door,
  app: App,
  endpoint: E,
  useCase: UseCase<E, Output<E>>,
): void {
  addRoute(door, app, endpoint, async ({ request, reply, actor, input }) => {
    const outcome = await useCase(app, actor, input);
    if (!outcome.ok) return answerProblem(request, reply, outcome.refusal);
    const kinds = ['staff', 'requester', 'recipient', 'browser'] as const;
    reply.header(
      'set-cookie',
      kinds.map((kind) => clearCookie(kind, door.secure)),
    );
    reply.header('clear-site-data', '"cache", "storage"');
    return answerJson(reply, endpoint, outcome.value);
  });
}

/** A route that answers with a file, whole or in ranges. */
export function bindFile<E extends FileEndpoint>(door: Door, app: App, endpoint: E, useCase: UseCase<E, FileAnswer>) {
  addRoute(door, app, endpoint, async ({ request, reply, actor, input }) => {
    const outcome = await useCase(app, actor, input);
    if (!outcome.ok) return answerProblem(request, reply, outcome.refusal);
    await answerFile(request, reply, outcome.value);
    return reply;
  });
}

/** The same for what a form of our own page asks: only here can a form's body be read at all (S4.2). */
export function bindForm<E extends FormEndpoint>(door: Door, app: App, endpoint: E, useCase: UseCase<E, FileAnswer>) {
  door.fastify.register(async (fastify) => {
    fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    bindFile({ ...door, fastify }, app, endpoint, useCase);
  });
}

/** A route that takes a file as its body. */
export function bindUpload<E extends UploadEndpoint>(
  door: Door,
  app: App,
  endpoint: E,
  useCase: UseCase<E, Output<E>, [upload: Upload]>,
): void {
  const { mediaType, maxBytes } = endpoint.upload;
  addRoute(door, app, endpoint, async ({ request, reply, actor, input }) => {
    const sent = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    if (sent !== mediaType) return answerProblem(request, reply, { code: 'wrong-media-type' });
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      reply.header('connection', 'close');
      return answerProblem(request, reply, { code: 'too-large' });
    }
    const outcome = await useCase(app, actor, input, openUpload(request, maxBytes));
    if (!outcome.ok) return answerProblem(request, reply, outcome.refusal);
    return answerJson(reply, endpoint, outcome.value);
  });
}

type Visit<E extends Endpoint> = {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: ActorFor[E['audience']];
  input: Input<E>;
};

function addRoute<E extends Endpoint>(
  door: Door,
  app: App,
  endpoint: E,
  answer: (visit: Visit<E>) => Promise<FastifyReply>,
): void {
  const { method, path, audience, action, input: schema } = endpoint;
  const takesBody = method !== 'GET' && !endpoint.upload;
  const visit = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await identify(door, app, audience as Audience, request, reply);
    if (!actor) return answerProblem(request, reply, { code: 'not-signed-in' });
    if (!mayDo(principalOf(actor), action)) return answerProblem(request, reply, { code: 'forbidden' });
    const input = readInput(schema, request, takesBody);
    if (!input.ok) return answerProblem(request, reply, input.refusal);
    return answer({ request, reply, actor: actor as ActorFor[E['audience']], input: input.value as Input<E> });
  };
  door.fastify.route({
    method,
    url: path,
    handler: async (request, reply) => {
      try {
        return await onceMoreAfterDeadlock(() => visit(request, reply), !endpoint.upload);
      } catch (fault) {
        answerFault(app, request, reply, fault);
        return reply;
      }
    },
  });
}

/** PostgreSQL ends one of two transactions that wait for each other (40P01): nothing of it happened, so it may run again. */
async function onceMoreAfterDeadlock<T>(work: () => Promise<T>, repeatable: boolean): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!repeatable || (fault as { code?: string }).code !== '40P01') throw fault;
    return work();
  }
}

/** The output schema is the allow-list: what it does not name does not leave. */
function answerJson(reply: FastifyReply, endpoint: Endpoint, value: unknown): FastifyReply {
  const output = endpoint.output.parse(value);
  if (output === null) return reply.code(204).send();
  return reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(output));
}
