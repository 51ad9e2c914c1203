import type { FastifyRequest } from 'fastify';
import type { Upload } from '../store/upload.ts';

/** More came than the endpoint takes. */
export class UploadTooLarge extends Error {
  override name = 'UploadTooLarge';
}

export function openUpload(request: FastifyRequest, maxBytes: number): Upload {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  return { bytes: capped(request.raw, maxBytes), sizeBytes: Number.isSafeInteger(announced) ? announced : null };
}

async function* capped(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of source) {
    seen += chunk.byteLength;
    if (seen > maxBytes) throw new UploadTooLarge();
    yield chunk;
  }
}
