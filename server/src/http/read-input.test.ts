import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { choosePolicy } from '../contract/policy.ts';
import { readInput } from './read-input.ts';

const sent = (overlay: object) =>
  readInput(choosePolicy.input, asked({ choice: 'us-federal', provider: [], overlay }), true);
const asked = (body: object) => ({ params: {}, query: {}, body }) as unknown as FastifyRequest;

it('takes the settings of a policy, and refuses by its name each that does not exist', () => {
  expect(sent({ responseDays: { copy: 10 }, serviceLimits: { redirect: 1 } }).ok).toBe(true);
  expect(sent({ respondDays: { copy: 10 }, responseDays: { copies: 10 } })).toEqual({
    ok: false,
    refusal: {
      code: 'invalid-input',
      fields: [
        { pointer: '/overlay/responseDays/copies', message: 'There is no such setting.' },
        { pointer: '/overlay/respondDays', message: 'There is no such setting.' },
      ],
    },
  });
});
