import type { Tag } from '../part10/element.ts';
import type { RecordType } from './record-keys.ts';

/** What a DICOMDIR says otherwise than its objects do, or leaves out; for the release's notes. Never holds values. */
export type DicomdirNote =
  /** The object has no value where the record must have one; the record's is made up, the object is untouched. */
  | { code: 'value-invented'; record: 'PATIENT' | 'STUDY' | 'SERIES' | RecordType; tag: Tag; fileId: string }
  /** The file is on the medium and has no record. */
  | { code: 'left-out'; reason: LeftOutReason; fileId: string }
  /** Two patients share an ID: the second one's got a suffix in its record. */
  | { code: 'patient-id-made-unique'; fileId: string }
  /** The study's first object names another patient; its record holds this one too. */
  | { code: 'patients-differ-in-study'; fileId: string }
  /** The object declares no character set for text beyond ASCII: the record names the one it was read by. */
  | { code: 'character-set-assumed'; fileId: string };

export type LeftOutReason = 'not-part-10' | 'no-record-type' | 'uid-missing' | 'same-instance-again';
