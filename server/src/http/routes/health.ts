import type { App } from '../../app.ts';
import { isHealthy } from '../../facility/is-healthy.ts';
import { answerProblem } from '../answer-problem.ts';
import type { Door } from '../door.ts';

/** For whoever watches the process: up or not, without details. Not part of the contract: it is about no one. */
export function bindHealth(door: Door, app: App): void {
  door.fastify.get('/api/health', async (request, reply) => {
    if (!(await isHealthy(app))) return answerProblem(request, reply, { code: 'unavailable' });
    return reply.type('application/json').send('{"ok":true}');
  });
}
