import fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { answerFault, answerProblem } from './answer-problem.ts';
import { isCrossSite, isOwnHost } from './cross-site.ts';
import type { Door, DoorSettings } from './door.ts';
import { bindRoutes } from './routes/all-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { answerStatic, loadStaticFiles } from './static-files.ts';
import { countInFlight, cutSlowBody, trafficLimits } from './traffic-limits.ts';

const unsafeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The HTTP door with all routes, not yet listening. */
export async function openDoor(app: App, settings: DoorSettings): Promise<FastifyInstance> {
  const server = fastify({
    // Lines about requests are written by us, from an allow-list of fields (S11.4).
    logger: false,
    bodyLimit: trafficLimits.jsonBytes,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    http: { maxHeaderSize: trafficLimits.headBytes, headersTimeout: trafficLimits.headMs },
    // Bodies have a least speed instead of a longest time; see cutSlowBody.
    requestTimeout: 0,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    return503OnClosing: true,
  });
  server.server.maxConnections = trafficLimits.sockets;
  const door: Door = { fastify: server, settings, secure: settings.publicOrigins[0]?.startsWith('https:') ?? false };
  takeJsonOnly(server);
  guardEveryRequest(door, app);
  server.setErrorHandler((fault, request, reply) => answerFault(app, request, reply, fault));
  bindRoutes(door, app);
  await servePages(door);
  return server;
}

/** JSON for routes, raw streams for the media types of uploads; forms of other pages can not be read at all (S4.2). */
function takeJsonOnly(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  for (const mediaType of ['application/pdf', 'text/csv', 'application/dicom', 'application/octet-stream']) {
    server.addContentTypeParser(mediaType, (_request, _payload, done) => done(null));
  }
}

function guardEveryRequest(door: Door, app: App): void {
  const { publicOrigins } = door.settings;
  const headers = securityHeaders(door.secure);
  const isTooMany = countInFlight();
  door.fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (isTooMany(request, reply))
      return answerProblem(request, reply, { code: 'too-many-tries', retryAfterSeconds: 5 });
    if (request.url.length > trafficLimits.urlCharacters)
      return answerProblem(request, reply, { code: 'invalid-input' });
    if (!isOwnHost(request.headers.host, publicOrigins)) return answerProblem(request, reply, { code: 'cross-site' });
    if (!unsafeMethods.has(request.method)) return undefined;
    if (isCrossSite(request.headers, publicOrigins)) return answerProblem(request, reply, { code: 'cross-site' });
    cutSlowBody(request);
    return undefined;
  });
  door.fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/api')) return;
    app.log.info({ event: 'answered', route, status: reply.statusCode, tookMs: Math.round(reply.elapsedTime) });
  });
}

async function servePages(door: Door): Promise<void> {
  const files = await loadStaticFiles(door.settings.webFolder);
  door.fastify.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (isPage && !request.url.startsWith('/api')) {
      const answered = answerStatic(request, reply, files);
      if (answered) return answered;
    }
    return answerProblem(request, reply, { code: 'not-found' });
  });
}
