import { type Outcome, ok } from '@echoback/right-of-access';
import type { ObjectRefusal, ObjectStore, StoredObject } from '../store/object-store.ts';

/**
 * Streams something into the object store and answers when it will survive a power cut. What is broken off, by a failure
 * that `fill` answers or by a fault, leaves nothing behind.
 */
export async function receiveObject<R>(
  objects: ObjectStore,
  fill: (write: (chunk: Uint8Array) => Promise<void>) => Promise<Outcome<unknown, R>>,
): Promise<Outcome<StoredObject, R | ObjectRefusal>> {
  const opened = await objects.openWriter();
  if (!opened.ok) return opened;
  const writer = opened.value;
  try {
    const filled = await fill((chunk) => writer.write(chunk));
    if (!filled.ok) return filled;
    return ok(await writer.finish());
  } finally {
    await writer.abandon();
  }
}
