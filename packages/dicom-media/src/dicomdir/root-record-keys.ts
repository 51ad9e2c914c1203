import type { Tag } from '../part10/element.ts';
import { key, type RecordKey } from './record-key.ts';

/** Records of objects that belong to no patient, beside the PATIENT records; PS3.3 table F.4-1. */
export type RootRecordType = 'HANGING PROTOCOL' | 'PALETTE' | 'IMPLANT' | 'IMPLANT ASSY' | 'IMPLANT GROUP';

export const HANGING_PROTOCOL_NAME: Tag = 0x00720002;
export const HANGING_PROTOCOL_LEVEL: Tag = 0x00720006;
const MANUFACTURER: Tag = 0x00080070;
export const PROCEDURE_TYPE: Tag = 0x00760020;

/** PS3.3 F.5. */
export const ROOT_INSTANCE_KEYS: Record<RootRecordType, readonly RecordKey[]> = {
  'HANGING PROTOCOL': [
    key(HANGING_PROTOCOL_NAME, 'SH', 1),
    key(0x00720004, 'LO', 1),
    key(HANGING_PROTOCOL_LEVEL, 'CS', 1),
    key(0x00720008, 'LO', 1),
    key(0x0072000a, 'DT', 1),
    key(0x0072000c, 'SQ', 1),
    key(0x0072000e, 'SQ', 2),
    key(0x00720014, 'US', 1),
  ],
  PALETTE: [key(0x00700080, 'CS', 1), key(0x00700081, 'LO', 2)],
  IMPLANT: [key(MANUFACTURER, 'LO', 1), key(0x00221095, 'LO', 1), key(0x00221097, 'LO', 1), key(0x00686210, 'LO', 'C')],
  'IMPLANT ASSY': [
    key(MANUFACTURER, 'LO', 1),
    key(0x00760001, 'LO', 1),
    key(0x00760003, 'LO', 'C'),
    key(PROCEDURE_TYPE, 'SQ', 1),
  ],
  'IMPLANT GROUP': [key(0x00780001, 'LO', 1), key(0x00780020, 'LO', 1)],
};

export function isRootRecord(type: string): boolean {
  return type in ROOT_INSTANCE_KEYS;
}
