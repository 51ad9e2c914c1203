import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { noteOf } from './field-words.ts';
import { type FieldNote, pointerTo } from './problem.ts';

/** S4.7 */
const deepestJson = 32;

export type InputRefusal = { code: 'not-found' } | { code: 'invalid-input'; fields: FieldNote[] };

/** Path, query and body together, as the endpoint's schema says; the path always wins. */
export function readInput<I extends z.ZodType>(
  schema: I,
  request: FastifyRequest,
  takesBody: boolean,
): Outcome<z.output<I>, InputRefusal> {
  const params = request.params as Record<string, string>;
  const body = takesBody ? (request.body ?? {}) : {};
  if (typeof body !== 'object' || Array.isArray(body) || isDeeperThan(body, deepestJson)) {
    return refuse({ code: 'invalid-input', fields: [] });
  }
  if (holdsNul(params)) return refuse({ code: 'not-found' });
  if (holdsNul(request.query) || holdsNul(body)) return refuse({ code: 'invalid-input', fields: [] });
  const parsed = schema.safeParse({ ...(request.query as object), ...body, ...params });
  if (parsed.success) return ok(parsed.data);
  const { issues } = parsed.error;
  // An address that can not exist is answered as one that does not (S2.3).
  if (issues.some((issue) => issue.path.length === 1 && String(issue.path[0]) in params)) {
    return refuse({ code: 'not-found' });
  }
  return refuse({ code: 'invalid-input', fields: issues.flatMap(fieldsOf) });
}

/** A key that nothing reads is named by itself. */
function fieldsOf(issue: z.core.$ZodIssue): FieldNote[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ pointer: pointerTo(path), message: noteOf(issue) }));
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (levels === 0) return true;
  return Object.values(value).some((held) => isDeeperThan(held, levels - 1));
}

/** PostgreSQL keeps no U+0000 in text: nobody types it, and it must not end as a fault of ours. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(holdsNul);
}
