import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who a route is for. `public` needs no session; the others need a session of that kind. */
export type Audience = 'public' | 'requester' | 'recipient' | 'desk';

/**
 * One thing the program can be asked over HTTP, as a value: the server validates and answers by it, the web client is
 * typed by it, OpenAPI and the permission table are printed from it. `input` holds path parameters, query and body
 * together; `bytes` marks routes that answer with a file instead of JSON.
 */
export type Endpoint<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends ErrorCode = ErrorCode,
> = {
  method: Method;
  path: string;
  audience: Audience;
  action: string;
  summary: string;
  input: I;
  output: O;
  refusals: readonly R[];
  bytes?: true;
  /** The body comes from a form, because a browser saves what a form gets and never what a script does. */
  form?: true;
  /** The request body is a file of this media type, at most this long; `input` then holds path and query only. */
  upload?: { mediaType: string; maxBytes: number };
};

/** Keeps the definition's own type, so that the audience, the refusals and the marks are known to the compiler. */
export function endpoint<const D extends Endpoint>(definition: D): D {
  return definition;
}
