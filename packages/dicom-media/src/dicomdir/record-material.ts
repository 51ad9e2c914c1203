import { firstCode, items } from '../part10/data-set.ts';
import type { DataSet, Element, Tag } from '../part10/element.ts';
import { sameAsBefore } from '../part10/same-as-before.ts';
import { characterSetsOf } from '../part10/text.ts';
import { startInWindow, windowOf } from '../part10/value-place.ts';
import { toBase64 } from './base64.ts';
import { explicitValue, isAsStored } from './explicit-element.ts';
import type { RecordKey } from './record-key.ts';
import {
  CONTENT_SEQUENCE,
  INSTANCE_KEYS,
  PATIENT_KEYS,
  type RecordType,
  SERIES_KEYS,
  STUDY_KEYS,
  VERIFICATION_TIME,
} from './record-keys.ts';
import { recordTypeOf } from './record-type.ts';

/** One key as the object has it: Explicit VR Little Endian value bytes, untouched, in base64. */
export type RecordElement = { tag: Tag; vr: string; value: string };

/** All that a DICOMDIR copies from one object, so that writing one needs no file to be opened again. */
export type RecordMaterial = {
  type: RecordType | undefined;
  /** The object's own (0008,0005), as spelt. */
  characterSets: string[];
  patient: RecordElement[];
  study: RecordElement[];
  series: RecordElement[];
  instance: RecordElement[];
};

const VERIFYING_OBSERVERS = 0x0040a073;

/** Longer than any honest key; a sequence that does not fit is left out of the record, never cut. */
const MAX_KEY_BYTES = 16 * 1024;

export function recordMaterial(dataSet: DataSet, sopClassUid: string | undefined, hasPixels: boolean): RecordMaterial {
  const type = recordTypeOf(sopClassUid, hasPixels);
  const collect = (keys: readonly RecordKey[]) => {
    const found: RecordElement[] = [];
    for (const key of keys) {
      const element = recordElement(dataSet, key);
      if (element) found.push(element);
    }
    return found;
  };
  return {
    type,
    characterSets: characterSetsOf(dataSet),
    patient: collect(PATIENT_KEYS),
    study: collect(STUDY_KEYS),
    series: collect(SERIES_KEYS),
    instance: type ? collect(INSTANCE_KEYS[type]) : [],
  };
}

const valueText = sameAsBefore((bytes, from, to) => toBase64(bytes.subarray(from, to)));

function recordElement(dataSet: DataSet, { tag, vr }: RecordKey): RecordElement | undefined {
  if (tag === VERIFICATION_TIME) return verificationTime(dataSet);
  const found = dataSet.elements.get(tag);
  if (!found || found.length > MAX_KEY_BYTES) return undefined;
  const wanted = tag === CONTENT_SEQUENCE ? titleModifiers(dataSet, found) : found;
  if (!wanted || (vr === 'SQ') !== (wanted.items !== undefined)) return undefined;
  const value =
    wanted.items || !isAsStored(dataSet, vr) ? madeValue(dataSet, wanted, vr) : storedValue(dataSet, wanted);
  return value === undefined ? undefined : { tag, vr, value };
}

function storedValue(dataSet: DataSet, found: Element): string | undefined {
  const from = startInWindow(dataSet, found);
  return from < 0 ? undefined : valueText(found.tag, windowOf(dataSet, found).bytes, from, from + found.length);
}

function madeValue(dataSet: DataSet, found: Element, vr: string): string | undefined {
  const value = explicitValue(dataSet, found, vr);
  return value && value.length <= MAX_KEY_BYTES ? toBase64(value) : undefined;
}

/** The latest of all who signed: the record names one time, the report one for each observer (PS3.3 F.5.24). */
function verificationTime(dataSet: DataSet): RecordElement | undefined {
  const times = items(dataSet, VERIFYING_OBSERVERS).map((observer) => firstCode(observer, VERIFICATION_TIME) ?? '');
  const latest = times.sort().at(-1);
  return latest ? { tag: VERIFICATION_TIME, vr: 'DT', value: toBase64(new TextEncoder().encode(latest)) } : undefined;
}

/** Of a report's content only what qualifies its title belongs in the record (PS3.3 F.5.24). */
function titleModifiers(dataSet: DataSet, found: Element): Element | undefined {
  const modifiers = items(dataSet, CONTENT_SEQUENCE).filter(
    (item) => firstCode(item, 0x0040a010) === 'HAS CONCEPT MOD',
  );
  return modifiers.length > 0 ? { ...found, items: modifiers } : undefined;
}
