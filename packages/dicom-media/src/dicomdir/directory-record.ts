import { standardTerms } from '../charset/character-sets.ts';
import { decodeText } from '../charset/decode-text.ts';
import { fromBase64 } from './base64.ts';
import type { DicomdirNote } from './dicomdir-note.ts';
import { explicitElement, joined } from './explicit-element.ts';
import { ICON_IMAGE_SEQUENCE, iconSequence } from './icon-image.ts';
import { inventedValue } from './invented-value.ts';
import type { RecordKey } from './record-key.ts';
import { PATIENT_ID, type RecordType } from './record-keys.ts';
import type { RecordElement, RecordMaterial } from './record-material.ts';
import type { RecordPatientId } from './record-patient-id.ts';
import type { FiledInstance } from './record-tree.ts';

type RecordLevel = 'PATIENT' | 'STUDY' | 'SERIES' | RecordType;

/** A record with its keys written and its two offsets still open. */
export type DirectoryRecord = { type: RecordLevel; content: Uint8Array; below: DirectoryRecord[] };

export type RecordJob = {
  type: RecordLevel;
  keys: readonly RecordKey[];
  from: readonly RecordElement[];
  source: FiledInstance;
  /** Number of this record among its neighbours, from 1: stands in for a missing number. */
  ordinal: number;
  /** For patients without an ID of their own, or whose ID is another's too. */
  patientId?: RecordPatientId;
  notes: DicomdirNote[];
};

const encoder = new TextEncoder();

/** Everything in a record behind its links: type, reference (leaves only), character set, keys in tag order. */
export function directoryRecord(job: RecordJob): DirectoryRecord | undefined {
  const values = keyValues(job);
  if (!values) return undefined;
  const characterSet = characterSetElement(job, values);
  const keys = [...values, ...iconValue(job)].sort((a, b) => a.tag - b.tag);
  const content = joined([
    explicitElement(0x00041430, 'CS', encoder.encode(job.type)),
    ...(isLeaf(job.type) ? reference(job.source) : []),
    ...characterSet,
    ...keys.map(({ tag, vr, value }) => explicitElement(tag, vr, value)),
  ]);
  return { type: job.type, content, below: [] };
}

function isLeaf(type: RecordLevel): boolean {
  return type !== 'PATIENT' && type !== 'STUDY' && type !== 'SERIES';
}

function reference({ index, fileId }: FiledInstance): Uint8Array[] {
  return [
    explicitElement(0x00041500, 'CS', encoder.encode(fileId.replaceAll('/', '\\'))),
    explicitElement(0x00041510, 'UI', encoder.encode(index.sopClassUid)),
    explicitElement(0x00041511, 'UI', encoder.encode(index.sopInstanceUid)),
    explicitElement(0x00041512, 'UI', encoder.encode(index.transferSyntaxUid)),
  ];
}

/** The records that may show one; PS3.3 F.5. A series shows those of its images. */
const MAY_SHOW_ICON: ReadonlySet<RecordLevel> = new Set(['IMAGE', 'RT DOSE', 'SPECTROSCOPY', 'RAW DATA']);

function iconValue({ type, source }: RecordJob): KeyValue[] {
  if (!source.icon || !MAY_SHOW_ICON.has(type)) return [];
  return [{ tag: ICON_IMAGE_SEQUENCE, vr: 'SQ', value: iconSequence(source.icon) }];
}

type KeyValue = { tag: number; vr: string; value: Uint8Array };

/** Undefined when a key is missing that nobody can make up: the object then gets no record. */
function keyValues({ type, keys, from, source, ordinal, patientId, notes }: RecordJob): KeyValue[] | undefined {
  const values: KeyValue[] = [];
  for (const { tag, vr, need } of keys) {
    const own = from.find((element) => element.tag === tag);
    let value = own && fromBase64(own.value);
    if (value && isBlank(value, vr)) value = new Uint8Array(0);
    if (need === 1 && !value?.length) {
      const madeUp = tag === PATIENT_ID ? patientId?.invented : undefined;
      const invented = madeUp ? encoder.encode(madeUp) : inventedValue(tag, vr, source.index, ordinal);
      if (!invented) return undefined;
      notes.push({ code: 'value-invented', record: type, tag, fileId: source.fileId });
      value = Uint8Array.from(invented);
    } else if (tag === PATIENT_ID && patientId?.suffix && value) {
      value = joined([trimmed(value), encoder.encode(patientId.suffix)]);
    }
    if (value?.length || (need !== 'C' && !(vr === 'SQ' && need === 1))) {
      values.push({ tag, vr, value: value ?? new Uint8Array(0) });
    }
  }
  return values;
}

/** Padding alone; of a number two NUL bytes are a zero. */
function isBlank(value: Uint8Array, vr: string): boolean {
  return vr !== 'US' && vr !== 'UL' && value.every((byte) => byte === 0x20 || byte === 0);
}

function trimmed(value: Uint8Array): Uint8Array {
  const end = value.findLastIndex((byte) => byte !== 0x20 && byte !== 0) + 1;
  return value.subarray(0, end);
}

/** The object's own sets, wherever text goes beyond ASCII; bytes are copied, so their meaning must be too. */
function characterSetElement({ source, notes }: RecordJob, values: readonly KeyValue[]): Uint8Array[] {
  const plain = values.filter(({ vr }) => vr !== 'SQ');
  const beyondAscii = plain.some(({ value }) => value.some((byte) => byte >= 0x80 || byte === 0x1b));
  const declared = declaredSets(source.index.record);
  if (!beyondAscii && !(values.length > plain.length && declared.length > 0)) return [];
  if (declared.length > 0) return [explicitElement(0x00080005, 'CS', encoder.encode(declared.join('\\')))];
  notes.push({ code: 'character-set-assumed', fileId: source.fileId });
  return [explicitElement(0x00080005, 'CS', encoder.encode(assumedSet(plain)))];
}

function declaredSets({ characterSets }: RecordMaterial): string[] {
  return characterSets.some((term) => term !== '') ? standardTerms(characterSets) : [];
}

/** The same two that undeclared text is read by. */
function assumedSet(values: readonly KeyValue[]): string {
  const isUtf8 = values.every(({ value }) => !decodeText(value, ['ISO_IR 192']).includes('\uFFFD'));
  return isUtf8 ? 'ISO_IR 192' : 'ISO_IR 100';
}
