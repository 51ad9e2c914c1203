import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { HttpAnswer } from './http-get.ts';
import type { SourceFailure } from './image-source.ts';
import { multipartBoundary, type PartHandler, readMultipart } from './multipart-related.ts';

type Write = (chunk: Uint8Array) => Promise<void>;

/**
 * The one object of a WADO-RS answer, streamed: multipart/related with exactly one application/dicom part (PS3.18
 * 8.7.3), or the object alone, as some peers answer. Anything else is no object.
 */
export async function receivePart10(
  answer: HttpAnswer,
  write: Write,
  maxBytes: number,
): Promise<Outcome<{ sizeBytes: number }, SourceFailure>> {
  if (/^application\/dicom\s*(;|$)/i.test(answer.contentType)) {
    const alone = await answer.read((piece) => write(piece).then(goOn), maxBytes);
    return alone.ok ? ok({ sizeBytes: alone.value }) : alone;
  }
  const boundary = multipartBoundary(answer.contentType);
  if (!/^multipart\/related\s*;/i.test(answer.contentType) || !boundary) {
    answer.discard();
    return refuse(invalid('not multipart/related'));
  }
  const part = onePart(write);
  const reader = readMultipart(boundary, part);
  const read = await answer.read(async (piece) => {
    const problem = await reader.feed(piece);
    return problem === undefined ? undefined : invalid(problem);
  }, maxBytes + ENVELOPE_BYTES);
  if (!read.ok) return read;
  const problem = reader.finish() ?? (part.parts === 0 ? 'no part' : undefined);
  return problem === undefined ? ok({ sizeBytes: part.sizeBytes }) : refuse(invalid(problem));
}

/** Boundaries and part headers around the object. */
const ENVELOPE_BYTES = 64 * 1024;

const goOn = () => undefined;

function onePart(write: Write): PartHandler & { parts: number; sizeBytes: number } {
  const part: PartHandler & { parts: number; sizeBytes: number } = {
    parts: 0,
    sizeBytes: 0,
    begin: (headers) => {
      part.parts += 1;
      if (part.parts > 1) return 'more than one part';
      const type = headers.get('content-type') ?? 'application/dicom';
      return /^application\/dicom\s*(;|$)/i.test(type) ? undefined : 'a part of another type';
    },
    bytes: async (chunk) => {
      part.sizeBytes += chunk.length;
      await write(chunk);
    },
  };
  return part;
}

function invalid(detail: string): SourceFailure {
  return { code: 'source-answer-invalid', detail };
}
