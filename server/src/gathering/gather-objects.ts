import { setImmediate } from 'node:timers/promises';
import type { BadFile } from './found-file.ts';
import { type GatherOptions, gatherInputs } from './gather-inputs.ts';
import { type IndexedFile, indexFound } from './index-found.ts';
import { isSameContent } from './same-content.ts';

export type GatheredObjects = {
  objects: IndexedFile[];
  bad: BadFile[];
  /** Files that are not DICOM and were not said to be. */
  passedOver: number;
  /** Copies of an object that is there already, byte for byte. */
  repeated: number;
};

/** A signal and a clock get their turn this often. */
const TURN_EVERY = 32;

/** All whole DICOM objects among the inputs, each once, and what was wrong with the rest. */
export async function gatherObjects(
  inputs: readonly string[],
  options: GatherOptions & { onRead: (files: number) => void },
): Promise<GatheredObjects> {
  const known = new Map<string, IndexedFile>();
  const gathered: GatheredObjects = { objects: [], bad: [], passedOver: 0, repeated: 0 };
  let read = 0;
  for await (const each of gatherInputs(inputs, options)) {
    const judged = each.kind === 'found' ? indexFound(each.found) : each;
    if (judged.kind === 'indexed') take(judged.indexed, known, gathered);
    else if (judged.kind === 'bad') gathered.bad.push(judged.bad);
    else gathered.passedOver += 1;
    read += 1;
    options.onRead(read);
    if (read % TURN_EVERY !== 0) continue;
    await setImmediate();
    options.signal.throwIfAborted();
  }
  return gathered;
}

/**
 * One UID, one object (PS3.5 9): other bytes under the same UID are not packed, because one of them is wrong. Of a whole
 * file and one that is cut off it is the whole one that stays.
 */
function take(indexed: IndexedFile, known: Map<string, IndexedFile>, gathered: GatheredObjects): void {
  const uid = indexed.index.sopInstanceUid ?? '';
  const first = known.get(uid);
  if (!first) {
    known.set(uid, indexed);
    gathered.objects.push(indexed);
  } else if (isSameContent(first.found, indexed.found)) gathered.repeated += 1;
  else {
    const isBetter = Boolean(first.index.pixels?.cutOff) && !indexed.index.pixels?.cutOff;
    const [kept, left] = isBetter ? [indexed, first] : [first, indexed];
    known.set(uid, kept);
    gathered.objects[gathered.objects.indexOf(first)] = kept;
    const { shownAs } = left.found;
    gathered.bad.push({ shownAs, reason: 'same-uid-other-content', detail: `as ${kept.found.shownAs}` });
  }
}
