import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressGroup } from '../identity/address-group.ts';

/** S4.7 */
export const trafficLimits = {
  headBytes: 16 * 1024,
  urlCharacters: 8 * 1024,
  jsonBytes: 1024 * 1024,
  headMs: 15_000,
  slowestBytes: 30 * 1024,
  slowestPerMs: 30_000,
  inFlightPerAddress: 100,
  sockets: 2_000,
} as const;

/** Counts what is in flight for each address; true when one more is too many. */
export function countInFlight(): (request: FastifyRequest, reply: FastifyReply) => boolean {
  const inFlight = new Map<string, number>();
  return (request, reply) => {
    const group = addressGroup(request.ip);
    const running = inFlight.get(group) ?? 0;
    if (running >= trafficLimits.inFlightPerAddress) return true;
    inFlight.set(group, running + 1);
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      const left = (inFlight.get(group) ?? 1) - 1;
      if (left > 0) inFlight.set(group, left);
      else inFlight.delete(group);
    };
    reply.raw.once('finish', over);
    reply.raw.once('close', over);
    return false;
  };
}

/** Cuts a body that trickles: one whole time limit would cut a large, honest upload instead. */
export function cutSlowBody(request: FastifyRequest): void {
  const { raw } = request;
  let seen = raw.socket.bytesRead;
  const timer = setInterval(() => {
    const now = raw.socket.bytesRead;
    if (!raw.complete && now - seen < trafficLimits.slowestBytes) raw.destroy();
    seen = now;
  }, trafficLimits.slowestPerMs);
  timer.unref();
  const stop = () => clearInterval(timer);
  raw.once('end', stop);
  raw.once('close', stop);
}
