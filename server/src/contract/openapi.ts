import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { type ErrorCode, errors } from './errors.ts';
import { contract } from './index.ts';

/** Everything the screens do, for programs: OpenAPI 3.1 printed from the contract. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of namedEndpoints()) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Echoback',
      version,
      description:
        'Copies of medical pictures for the people in them. Sessions travel in cookies; unsafe methods must come from the same origin.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        requester: { type: 'apiKey', in: 'cookie', name: 'echoback-portal' },
        recipient: { type: 'apiKey', in: 'cookie', name: 'echoback-link' },
        desk: { type: 'apiKey', in: 'cookie', name: 'echoback-desk' },
      },
      schemas: { Problem: problemSchema() },
    },
  };
}

const formType = 'application/x-www-form-urlencoded';

/** The endpoints of the contract in the order of their names. */
export function namedEndpoints(): [string, Endpoint][] {
  const values: [string, object][] = Object.entries(contract);
  return values
    .filter((entry): entry is [string, Endpoint] => 'audience' in entry[1] && 'path' in entry[1])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function operation(name: string, endpoint: Endpoint): object {
  const { parameters, body } = splitInput(endpoint);
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.audience],
    'x-action': endpoint.action,
    ...(endpoint.audience === 'public' ? {} : { security: [{ [endpoint.audience]: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: { ...success(endpoint), ...refusals(endpoint) },
  };
}

type JsonSchema = { properties?: Record<string, object>; required?: string[] };

function splitInput(endpoint: Endpoint): { parameters: object[]; body: object | undefined } {
  const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const { properties = {}, required = [] } = schema;
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name] ?? { type: 'string' },
  });
  const inQuery = endpoint.method === 'GET' || endpoint.upload ? others : [];
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path')),
    ...inQuery.map((name) => parameter(name, 'query')),
  ];
  if (endpoint.upload) {
    const file = { [endpoint.upload.mediaType]: { schema: { type: 'string', format: 'binary' } } };
    return { parameters, body: { required: true, content: file } };
  }
  if (endpoint.method === 'GET' || others.length === 0) return { parameters, body: undefined };
  const json = {
    type: 'object',
    properties: Object.fromEntries(others.map((name) => [name, properties[name] ?? {}])),
    required: required.filter((name) => others.includes(name)),
  };
  return {
    parameters,
    body: { required: true, content: { [endpoint.form ? formType : 'application/json']: { schema: json } } },
  };
}

function success(endpoint: Endpoint): Record<string, object> {
  if (endpoint.bytes) {
    const file = { '*/*': { schema: { type: 'string', format: 'binary' } } };
    const whole = { 200: { description: 'The file; its length is announced', content: file } };
    if (endpoint.form) return whole;
    return {
      ...whole,
      206: { description: 'The range that was asked for (RFC 9110 section 14)', content: file },
      304: { description: 'The browser’s own copy is still good' },
      416: { description: 'The range lies beyond the end' },
    };
  }
  const { $schema: _, ...schema } = z.toJSONSchema(endpoint.output, { unrepresentable: 'any' });
  if (schema.type === 'null') return { 204: { description: 'Done' } };
  return { 200: { description: 'Done', content: { 'application/json': { schema } } } };
}

/** What every route may answer, whatever it does. */
const everywhere: ErrorCode[] = ['invalid-input', 'cross-site', 'fault', 'unavailable'];

function refusals(endpoint: Endpoint): Record<string, object> {
  const codes = new Set<ErrorCode>([
    ...everywhere,
    ...(endpoint.audience === 'public' ? [] : (['not-signed-in', 'forbidden'] as const)),
    ...(endpoint.method === 'GET' ? [] : (['wrong-media-type'] as const)),
    ...endpoint.refusals,
  ]);
  const byStatus: Record<string, ErrorCode[]> = {};
  for (const code of codes) byStatus[errors[code].status] = [...(byStatus[errors[code].status] ?? []), code];
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => [status, { description: list.join(', '), content: problem }]),
  );
}

function problemSchema(): object {
  const text = { type: 'string' };
  return {
    type: 'object',
    description: 'RFC 9457, in the person’s language',
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      code: { enum: Object.keys(errors) },
      fields: { type: 'array', items: { type: 'object', properties: { pointer: text, message: text } } },
    },
    required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  };
}
