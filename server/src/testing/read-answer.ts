import type { FileAnswer } from '../store/file-answer.ts';

/** The bytes of an answer, or of a range of it, as the door would send them. */
export async function readAnswer(answer: FileAnswer, start = 0, end = answer.sizeBytes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const write = async (chunk: Uint8Array) => void chunks.push(Buffer.from(chunk));
  await answer.stream(start, end, write, new AbortController().signal);
  const bytes = Buffer.concat(chunks);
  await answer.finished?.(bytes.byteLength, bytes.byteLength === end - start);
  return bytes;
}
