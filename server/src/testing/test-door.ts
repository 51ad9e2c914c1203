import type { FastifyInstance } from 'fastify';
import { openDoor } from '../http/serve.ts';
import type { TestApp } from './test-app.ts';

type TestAnswer = { status: number; headers: Record<string, unknown>; text: string; body: unknown };

/** A browser as far as the server can tell: it keeps cookies and sends what browsers send. */
export type TestBrowser = {
  cookies: Map<string, string>;
  send(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<TestAnswer>;
};

const origin = 'http://127.0.0.1:8460';

export async function openTestDoor({ app, folder }: TestApp): Promise<FastifyInstance> {
  return openDoor(app, { publicOrigins: [origin], trustedProxies: [], webFolder: `${folder}/no-pages` });
}

export function openBrowser(server: FastifyInstance): TestBrowser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    send: async (method, path, body, headers = {}) => {
      const answer = await server.inject({
        method: method as 'GET',
        url: path,
        headers: {
          host: new URL(origin).host,
          'sec-fetch-site': 'same-origin',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      });
      for (const { name, value } of answer.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const isJson = String(answer.headers['content-type']).includes('json');
      const { statusCode: status, body: text } = answer;
      return { status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : null };
    },
  };
}
