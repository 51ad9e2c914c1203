import { key, type RecordKey } from './record-key.ts';
import { ROOT_INSTANCE_KEYS, type RootRecordType } from './root-record-keys.ts';

/** Directory record types that refer to a file: below SERIES, or at the root without a patient; PS3.3 table F.4-1. */
export type RecordType = SeriesRecordType | RootRecordType;

type SeriesRecordType =
  | 'IMAGE'
  | 'SR DOCUMENT'
  | 'KEY OBJECT DOC'
  | 'ENCAP DOC'
  | 'PRESENTATION'
  | 'WAVEFORM'
  | 'RAW DATA'
  | 'REGISTRATION'
  | 'FIDUCIAL'
  | 'VALUE MAP'
  | 'SURFACE'
  | 'SURFACE SCAN'
  | 'MEASUREMENT'
  | 'TRACT'
  | 'ASSESSMENT'
  | 'ANNOTATION'
  | 'STEREOMETRIC'
  | 'SPECTROSCOPY'
  | 'RT DOSE'
  | 'RT STRUCTURE SET'
  | 'RT PLAN'
  | 'RT TREAT RECORD'
  | 'RADIOTHERAPY';

const PATIENT_NAME = 0x00100010;
export const PATIENT_ID = 0x00100020;
const STUDY_DATE = 0x00080020;
const STUDY_TIME = 0x00080030;
const STUDY_ID = 0x00200010;
export const MODALITY = 0x00080060;
const SERIES_NUMBER = 0x00200011;
const INSTANCE_NUMBER = 0x00200013;
export const CONCEPT_NAME = 0x0040a043;
export const VERIFICATION_TIME = 0x0040a030;
export const CONTENT_SEQUENCE = 0x0040a730;

/** PS3.3 F.5.1. */
export const PATIENT_KEYS = [key(PATIENT_NAME, 'PN', 2), key(PATIENT_ID, 'LO', 1)];

/** PS3.3 F.5.2. */
export const STUDY_KEYS = [
  key(STUDY_DATE, 'DA', 1),
  key(STUDY_TIME, 'TM', 1),
  key(0x00080050, 'SH', 2),
  key(0x00081030, 'LO', 2),
  key(0x0020000d, 'UI', 1),
  key(STUDY_ID, 'SH', 1),
];

/** PS3.3 F.5.3. */
export const SERIES_KEYS = [key(MODALITY, 'CS', 1), key(0x0020000e, 'UI', 1), key(SERIES_NUMBER, 'IS', 1)];

const instanceNumber = key(INSTANCE_NUMBER, 'IS', 1);
const contentDate = key(0x00080023, 'DA', 1);
const contentTime = key(0x00080033, 'TM', 1);
const timedContent = [contentDate, contentTime, instanceNumber];
/** Content Identification macro, PS3.3 10.9. */
const named = [instanceNumber, key(0x00700080, 'CS', 1), key(0x00700081, 'LO', 2), key(0x00700084, 'PN', 2)];
const namedContent = [contentDate, contentTime, ...named];

/** PS3.3 F.5.4 and following. */
export const INSTANCE_KEYS: Record<RecordType, readonly RecordKey[]> = {
  ...ROOT_INSTANCE_KEYS,
  IMAGE: [instanceNumber],
  'SR DOCUMENT': [
    ...timedContent,
    key(VERIFICATION_TIME, 'DT', 'C'),
    key(CONCEPT_NAME, 'SQ', 1),
    key(0x0040a491, 'CS', 1),
    key(0x0040a493, 'CS', 1),
    key(CONTENT_SEQUENCE, 'SQ', 'C'),
  ],
  'KEY OBJECT DOC': [...timedContent, key(CONCEPT_NAME, 'SQ', 1), key(CONTENT_SEQUENCE, 'SQ', 'C')],
  'ENCAP DOC': [
    key(0x00080023, 'DA', 2),
    key(0x00080033, 'TM', 2),
    instanceNumber,
    key(CONCEPT_NAME, 'SQ', 2),
    key(0x0040e001, 'ST', 'C'),
    key(0x00420010, 'ST', 2),
    key(0x00420012, 'LO', 1),
  ],
  PRESENTATION: [
    key(0x00081115, 'SQ', 'C'),
    instanceNumber,
    key(0x00700080, 'CS', 1),
    key(0x00700081, 'LO', 2),
    key(0x00700082, 'DA', 1),
    key(0x00700083, 'TM', 1),
    key(0x00700084, 'PN', 2),
    key(0x00700402, 'SQ', 'C'),
  ],
  WAVEFORM: timedContent,
  'RAW DATA': timedContent,
  REGISTRATION: namedContent,
  FIDUCIAL: namedContent,
  'VALUE MAP': namedContent,
  SURFACE: namedContent,
  'SURFACE SCAN': timedContent,
  MEASUREMENT: namedContent,
  TRACT: namedContent,
  ASSESSMENT: [key(0x00080012, 'DA', 1), key(0x00080013, 'TM', 2), instanceNumber],
  ANNOTATION: namedContent,
  STEREOMETRIC: named,
  SPECTROSCOPY: [
    key(0x00080008, 'CS', 1),
    ...timedContent,
    key(0x00089092, 'SQ', 'C'),
    key(0x00280008, 'IS', 1),
    key(0x00280010, 'US', 1),
    key(0x00280011, 'US', 1),
    key(0x00289001, 'UL', 1),
    key(0x00289002, 'UL', 1),
  ],
  'RT DOSE': [instanceNumber, key(0x30040006, 'LO', 'C'), key(0x3004000a, 'CS', 1)],
  'RT STRUCTURE SET': [instanceNumber, key(0x30060002, 'SH', 1), key(0x30060008, 'DA', 2), key(0x30060009, 'TM', 2)],
  'RT PLAN': [instanceNumber, key(0x300a0002, 'SH', 1), key(0x300a0006, 'DA', 2), key(0x300a0007, 'TM', 2)],
  'RT TREAT RECORD': [instanceNumber, key(0x30080250, 'DA', 2), key(0x30080251, 'TM', 2)],
  RADIOTHERAPY: [
    instanceNumber,
    key(0x00700081, 'LO', 2),
    key(0x00700084, 'PN', 2),
    key(0x30100033, 'SH', 'C'),
    key(0x30100034, 'LO', 'C'),
  ],
};
