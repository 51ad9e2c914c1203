import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileAnswer } from '../store/file-answer.ts';
import { matchesAny, rangeStillHolds, readRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';

/** S4.5: whatever the bytes are, as a page they can do nothing. Browsers show no PDF inside a sandbox, so inline has none. */
const contentSecurityPolicy = {
  attachment: "default-src 'none'; sandbox",
  inline: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/**
 * Sends a file or a part of it (RFC 9110 sections 13 and 14). The length is always announced, nothing is buffered: each
 * chunk waits until the one before it has left, and a browser that went away stops the source.
 */
export async function answerFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<void> {
  reply.headers({
    etag: file.etag,
    'accept-ranges': file.wholeOnly ? 'none' : 'bytes',
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(file.disposition, file.fileName),
    'content-security-policy': contentSecurityPolicy[file.disposition],
  });
  if (matchesAny(request.headers['if-none-match'], file.etag)) return answerEmpty(reply, 304);

  const ifRange = request.headers['if-range'];
  const holds = rangeStillHolds(Array.isArray(ifRange) ? ifRange[0] : ifRange, file.etag);
  const mayBePart = request.method === 'GET' && holds && !file.wholeOnly;
  const wish = readRange(mayBePart ? request.headers.range : undefined, file.sizeBytes);
  if (wish.kind === 'unsatisfiable') {
    reply.headers({ 'content-range': `bytes */${file.sizeBytes}`, 'content-length': 0 });
    return answerEmpty(reply, 416);
  }
  const part = wish.kind === 'part' ? wish : { start: 0, end: file.sizeBytes };
  reply.code(wish.kind === 'part' ? 206 : 200).header('content-length', part.end - part.start);
  if (wish.kind === 'part') reply.header('content-range', `bytes ${part.start}-${part.end - 1}/${file.sizeBytes}`);
  if (request.method === 'HEAD') return answerEmpty(reply, reply.statusCode);
  await sendBytes(reply, file, part);
}

function answerEmpty(reply: FastifyReply, status: number): void {
  reply.hijack();
  reply.raw.writeHead(status, reply.getHeaders() as Record<string, string | number>);
  reply.raw.end();
}

async function sendBytes(reply: FastifyReply, file: FileAnswer, part: { start: number; end: number }): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(reply.statusCode, reply.getHeaders() as Record<string, string | number>);
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  let sentBytes = 0;
  const write = (chunk: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      if (gone.signal.aborted) return reject(new BrowserGone());
      const onGone = () => reject(new BrowserGone());
      gone.signal.addEventListener('abort', onGone, { once: true });
      // The callback comes when the bytes were handed to the operating system: then their buffer may be used again.
      raw.write(chunk, (fault) => {
        gone.signal.removeEventListener('abort', onGone);
        if (fault) return reject(fault);
        sentBytes += chunk.byteLength;
        resolve();
      });
    });
  const wanted = part.end - part.start;
  try {
    await file.stream(part.start, part.end, write, gone.signal);
    if (sentBytes !== wanted) throw new Error('The file gave another number of bytes than it announced');
    raw.end();
  } catch (fault) {
    // Cutting the connection is the only way to say "not complete" after the head has gone.
    raw.destroy();
    if (!gone.signal.aborted) throw fault;
  } finally {
    await file.finished?.(sentBytes, sentBytes === wanted);
  }
}

class BrowserGone extends Error {
  override name = 'BrowserGone';
}
