import type { Tag } from '../part10/element.ts';

/** One key of a directory record. 1: must have a value. 2: must be there. C: only if the object has it. */
export type RecordKey = { tag: Tag; vr: string; need: 1 | 2 | 'C' };

export const key = (tag: Tag, vr: string, need: RecordKey['need']): RecordKey => ({ tag, vr, need });
