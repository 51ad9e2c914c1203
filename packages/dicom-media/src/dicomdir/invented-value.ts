import type { Tag } from '../part10/element.ts';
import type { InstanceIndex } from '../part10/instance-index.ts';
import { explicitElement, itemHeader, joined } from './explicit-element.ts';
import { CONCEPT_NAME, MODALITY } from './record-keys.ts';
import { HANGING_PROTOCOL_LEVEL, HANGING_PROTOCOL_NAME, PROCEDURE_TYPE } from './root-record-keys.ts';

/** The least that is true of an object that says nothing: fixed words of each key's own value set. */
const FIXED = new Map<Tag, string>([
  [MODALITY, 'OT'],
  [0x0040a491, 'PARTIAL'],
  [0x0040a493, 'UNVERIFIED'],
  [0x00700080, 'UNNAMED'],
  [0x00080008, 'ORIGINAL\\PRIMARY'],
  [0x00280008, '1'],
  [0x3004000a, 'PLAN'],
  [0x30060002, 'UNNAMED'],
  [0x300a0002, 'UNNAMED'],
  [HANGING_PROTOCOL_NAME, 'UNNAMED'],
  [HANGING_PROTOCOL_LEVEL, 'SINGLE_USER'],
]);

const MEDIA_TYPES = new Map([
  ['1.2.840.10008.5.1.4.1.1.104.1', 'application/pdf'],
  ['1.2.840.10008.5.1.4.1.1.104.2', 'text/XML'],
  ['1.2.840.10008.5.1.4.1.1.104.3', 'model/stl'],
]);

const MEDIA_TYPE = 0x00420012;
const encoder = new TextEncoder();

/** A value for a Type 1 key that the object lacks; undefined where none can be made up (a row count). */
export function inventedValue(tag: Tag, vr: string, index: InstanceIndex, ordinal: number): Uint8Array | undefined {
  if (tag === CONCEPT_NAME || tag === PROCEDURE_TYPE) return unknownTitle();
  if (tag === MEDIA_TYPE) return encoder.encode(MEDIA_TYPES.get(index.sopClassUid ?? '') ?? 'application/octet-stream');
  const fixed = FIXED.get(tag);
  if (fixed) return encoder.encode(fixed);
  if (vr === 'DA') return encoder.encode(knownDate(index));
  if (vr === 'TM') return encoder.encode('000000');
  if (vr === 'DT') return encoder.encode(`${knownDate(index)}000000`);
  if (vr === 'LO') return encoder.encode('UNKNOWN');
  return vr === 'IS' || vr === 'SH' ? encoder.encode(String(ordinal)) : undefined;
}

/** Another date of the same object before none; 1900-01-01 is the usual sign for unknown. */
function knownDate({ studyDate, seriesDate, contentDate }: InstanceIndex): string {
  return [studyDate, seriesDate, contentDate].find((date) => date && /^\d{8}$/.test(date)) ?? '19000101';
}

function unknownTitle(): Uint8Array {
  const code = joined([
    explicitElement(0x00080100, 'SH', encoder.encode('UNKNOWN')),
    explicitElement(0x00080102, 'SH', encoder.encode('99ECHOBACK')),
    explicitElement(0x00080104, 'LO', encoder.encode('Unknown')),
  ]);
  return joined([itemHeader(code.length), code]);
}
