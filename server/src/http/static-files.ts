import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { matchesAny } from './byte-range.ts';

type StaticFile = { bytes: Buffer; gzipped: Buffer | undefined; mediaType: string; etag: string; immutable: boolean };

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const worthZipping = /^(text|application\/(json|manifest|wasm)|image\/svg)/;

/** The built pages, read once: a path that is not in this list is never opened on disk. */
export async function loadStaticFiles(folder: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[path.extname(entry.name)];
    if (!entry.isFile() || !mediaType) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const gzipped = worthZipping.test(mediaType) ? await promisify(gzip)(bytes, { level: 9 }) : undefined;
    // The build puts a hash of the content into the names below assets/.
    files.set(address, { bytes, gzipped, mediaType, etag, immutable: address.startsWith('/assets/') });
  }
  return files;
}

const notBuilt =
  'The web pages are not built yet. Stop this program and start it with "npm start", which builds them first.\n';

/** Every address that is not /api is a page of the web client, which knows by itself what to show. */
export function answerStatic(
  request: FastifyRequest,
  reply: FastifyReply,
  files: Map<string, StaticFile>,
): FastifyReply | undefined {
  const address = request.url.split('?')[0] ?? '/';
  const file = files.get(address) ?? (path.extname(address) === '' ? files.get('/index.html') : undefined);
  if (!file) {
    if (files.size > 0 || path.extname(address) !== '') return undefined;
    return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  }
  reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  reply.header('etag', file.etag).header('vary', 'accept-encoding');
  if (matchesAny(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  const zipped = file.gzipped && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (zipped) reply.header('content-encoding', 'gzip');
  return reply.type(file.mediaType).send(zipped ? file.gzipped : file.bytes);
}
