import { inSeries, type MadeElements, madeObject } from './made-objects.ts';
import { us } from './made-pixels.ts';

const code = (value: string, meaning: string): MadeElements => ({
  524544: ['SH', value],
  524546: ['SH', 'DCM'],
  524548: ['LO', meaning],
});

const timed: MadeElements = { 524323: ['DA', '20240115'], 524339: ['TM', '093100'] };
const named: MadeElements = {
  7340160: ['CS', 'MADE'],
  7340161: ['LO', 'A made object'],
  7340164: ['PN', 'ROE^RICHARD'],
};
const pixels: MadeElements = {
  2621442: ['US', us(1)],
  2621444: ['CS', 'MONOCHROME2'],
  2621456: ['US', us(2)],
  2621457: ['US', us(2)],
  2621696: ['US', us(8)],
  2621697: ['US', us(8)],
  2621698: ['US', us(7)],
  2621699: ['US', us(0)],
  2145386512: ['OB', Uint8Array.of(1, 2, 3, 4)],
};
const referenced: MadeElements = {
  528720: ['UI', '1.2.840.10008.5.1.4.1.1.6.1'],
  528725: ['UI', '1.2.3.100.1'],
};
const title = code('113000', 'Of Interest');

/** One object for each type of directory record that belongs to a patient, in a series of its own. */
const OF_A_PATIENT: readonly [type: string, modality: string, rest: string, elements: MadeElements][] = [
  ['IMAGE', 'US', '6.1', pixels],
  [
    'SR DOCUMENT',
    'SR',
    '88.11',
    { ...timed, 4235331: ['SQ', [title]], 4236433: ['CS', 'COMPLETE'], 4236435: ['CS', 'UNVERIFIED'] },
  ],
  ['KEY OBJECT DOC', 'KO', '88.59', { ...timed, 4235331: ['SQ', [title]] }],
  [
    'ENCAP DOC',
    'DOC',
    '104.1',
    {
      ...timed,
      4235331: ['SQ', []],
      4325392: ['ST', 'Report'],
      4325393: ['OB', Uint8Array.of(37, 80, 68, 70)],
      4325394: ['LO', 'application/pdf'],
    },
  ],
  [
    'PRESENTATION',
    'PR',
    '11.1',
    {
      ...named,
      528661: ['SQ', [{ 528704: ['SQ', [referenced]], 2097166: ['UI', '1.2.3.4.1'] }]],
      7340162: ['DA', '20240115'],
      7340163: ['TM', '093200'],
    },
  ],
  ['WAVEFORM', 'ECG', '9.1.1', timed],
  ['RAW DATA', 'US', '66', timed],
  ['REGISTRATION', 'REG', '66.1', { ...timed, ...named }],
  ['FIDUCIAL', 'FID', '66.2', { ...timed, ...named }],
  ['SURFACE', 'SEG', '66.5', { ...timed, ...named }],
  ['TRACT', 'MR', '66.6', { ...timed, ...named }],
  ['VALUE MAP', 'RWV', '67', { ...timed, ...named }],
  ['SURFACE SCAN', 'OSS', '68.1', timed],
  [
    'SPECTROSCOPY',
    'MR',
    '4.2',
    {
      ...timed,
      524296: ['CS', 'ORIGINAL\\PRIMARY\\SPECTROSCOPY\\NONE'],
      2621448: ['IS', '1'],
      2621456: ['US', us(1)],
      2621457: ['US', us(1)],
      2658305: ['UL', us(1, 0)],
      2658306: ['UL', us(8, 0)],
    },
  ],
  ['STEREOMETRIC', 'SMR', '77.1.5.3', named],
  ['MEASUREMENT', 'LEN', '78.1', { ...timed, ...named }],
  ['ASSESSMENT', 'ASMT', '90.1', { 524306: ['DA', '20240115'], 524307: ['TM', '093300'] }],
  ['ANNOTATION', 'ANN', '91.1', { ...timed, ...named }],
  ['RT DOSE', 'RTDOSE', '481.2', { ...pixels, 805568522: ['CS', 'PLAN'] }],
  [
    'RT STRUCTURE SET',
    'RTSTRUCT',
    '481.3',
    { 805699586: ['SH', 'MADE'], 805699592: ['DA', '20240115'], 805699593: ['TM', '093400'] },
  ],
  [
    'RT PLAN',
    'RTPLAN',
    '481.5',
    { 805961730: ['SH', 'MADE'], 805961734: ['DA', '20240115'], 805961735: ['TM', '093500'] },
  ],
  ['RT TREAT RECORD', 'RTRECORD', '481.4', { 805831248: ['DA', '20240115'], 805831249: ['TM', '093600'] }],
  [
    'RADIOTHERAPY',
    'RTINTENT',
    '481.10',
    { 7340161: ['LO', 'Made'], 7340164: ['PN', 'ROE^RICHARD'], 806354995: ['SH', 'MADE'] },
  ],
];

/** One object for each type of directory record that stands beside the patients. */
const OF_NOBODY: readonly [type: string, rest: string, elements: MadeElements][] = [
  [
    'HANGING PROTOCOL',
    '38.1',
    {
      7471106: ['SH', 'OB'],
      7471108: ['LO', 'Two by two'],
      7471110: ['CS', 'SITE'],
      7471112: ['LO', 'ROE^RICHARD'],
      7471114: ['DT', '20240115093000'],
      7471116: ['SQ', [{ 524384: ['CS', 'US'], 528434: ['SQ', []], 4198410: ['SQ', []] }]],
      7471118: ['SQ', []],
      7471124: ['US', us(0)],
    },
  ],
  ['PALETTE', '39.1', { 7340160: ['CS', 'HOT'], 7340161: ['LO', 'Hot iron'] }],
  [
    'IMPLANT',
    '43.1',
    { 524400: ['LO', 'MADE INC'], 2232469: ['LO', 'Stem'], 2232471: ['LO', 'P1'], 6840848: ['LO', '12'] },
  ],
  ['IMPLANT ASSY', '44.1', { 524400: ['LO', 'MADE INC'], 7733249: ['LO', 'Hip'], 7733280: ['SQ', [title]] }],
  ['IMPLANT GROUP', '45.1', { 7864321: ['LO', 'Hips'], 7864352: ['LO', 'MADE INC'] }],
];

/** One file for every type of record, with the type that it must get. */
export const everyRecord: readonly { type: string; bytes: Uint8Array }[] = [
  ...OF_A_PATIENT.map(([type, modality, rest, elements], at) => ({
    type,
    bytes: madeObject(`1.2.840.10008.5.1.4.1.1.${rest}`, `1.2.3.100.${at + 1}`, {
      ...inSeries(modality, `1.2.3.4.${at + 1}`),
      ...elements,
    }),
  })),
  ...OF_NOBODY.map(([type, rest, elements], at) => ({
    type,
    bytes: madeObject(`1.2.840.10008.5.1.4.${rest}`, `1.2.3.200.${at + 1}`, elements),
  })),
];
