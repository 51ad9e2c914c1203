import { inSeries, type MadeElement, madeObject } from './made-objects.ts';
import { us } from './made-pixels.ts';

const timed: MadeElement[] = [
  [0x00080023, 'DA', '20240115'],
  [0x00080033, 'TM', '093100'],
];
const named: MadeElement[] = [
  [0x00700080, 'CS', 'MADE'],
  [0x00700081, 'LO', 'A made object'],
  [0x00700084, 'PN', 'ROE^RICHARD'],
];
const timedAndNamed = [...timed, ...named];
const pixels: MadeElement[] = [
  [0x00280002, 'US', us(1)],
  [0x00280004, 'CS', 'MONOCHROME2'],
  [0x00280010, 'US', us(2)],
  [0x00280011, 'US', us(2)],
  [0x00280100, 'US', us(8)],
  [0x00280101, 'US', us(8)],
  [0x00280102, 'US', us(7)],
  [0x00280103, 'US', us(0)],
  [0x7fe00010, 'OB', Uint8Array.of(1, 2, 3, 4)],
];
const code: MadeElement[] = [
  [0x00080100, 'SH', '113000'],
  [0x00080102, 'SH', 'DCM'],
  [0x00080104, 'LO', 'Of Interest'],
];
const title: MadeElement = [0x0040a043, 'SQ', [code]];
const reportState: MadeElement[] = [
  [0x0040a491, 'CS', 'COMPLETE'],
  [0x0040a493, 'CS', 'UNVERIFIED'],
];
const document: MadeElement[] = [
  [0x0040a043, 'SQ', []],
  [0x00420010, 'ST', 'Report'],
  [0x00420011, 'OB', Uint8Array.of(0x25, 0x50, 0x44, 0x46)],
  [0x00420012, 'LO', 'application/pdf'],
];
const shownSeries: MadeElement[] = [
  [
    0x00081140,
    'SQ',
    [
      [
        [0x00081150, 'UI', '1.2.840.10008.5.1.4.1.1.6.1'],
        [0x00081155, 'UI', '1.2.3.100.1'],
      ],
    ],
  ],
  [0x0020000e, 'UI', '1.2.3.4.1'],
];
const presentation: MadeElement[] = [
  ...named,
  [0x00081115, 'SQ', [shownSeries]],
  [0x00700082, 'DA', '20240115'],
  [0x00700083, 'TM', '093200'],
];
const spectrum: MadeElement[] = [
  ...timed,
  [0x00080008, 'CS', 'ORIGINAL\\PRIMARY\\SPECTROSCOPY\\NONE'],
  [0x00280008, 'IS', '1'],
  [0x00280010, 'US', us(1)],
  [0x00280011, 'US', us(1)],
  [0x00289001, 'UL', us(1, 0)],
  [0x00289002, 'UL', us(8, 0)],
];
const dated = (label: number, date: number, time: number): MadeElement[] => [
  [label, 'SH', 'MADE'],
  [date, 'DA', '20240115'],
  [time, 'TM', '093400'],
];
const treated: MadeElement[] = [
  [0x30080250, 'DA', '20240115'],
  [0x30080251, 'TM', '093600'],
];
const intent: MadeElement[] = [
  [0x00700081, 'LO', 'Made'],
  [0x00700084, 'PN', 'ROE^RICHARD'],
  [0x30100033, 'SH', 'MADE'],
];
const created: MadeElement[] = [
  [0x00080012, 'DA', '20240115'],
  [0x00080013, 'TM', '093300'],
];

type MadeRecord = [type: string, modality: string, sopClass: string, elements: MadeElement[]];

/** One object for each type of directory record that belongs to a patient, each in a series of its own. */
const OF_A_PATIENT: readonly MadeRecord[] = [
  ['IMAGE', 'US', '6.1', pixels],
  ['SR DOCUMENT', 'SR', '88.11', [...timed, title, ...reportState]],
  ['KEY OBJECT DOC', 'KO', '88.59', [...timed, title]],
  ['ENCAP DOC', 'DOC', '104.1', [...timed, ...document]],
  ['PRESENTATION', 'PR', '11.1', presentation],
  ['WAVEFORM', 'ECG', '9.1.1', timed],
  ['RAW DATA', 'US', '66', timed],
  ['REGISTRATION', 'REG', '66.1', timedAndNamed],
  ['FIDUCIAL', 'FID', '66.2', timedAndNamed],
  ['SURFACE', 'SEG', '66.5', timedAndNamed],
  ['TRACT', 'MR', '66.6', timedAndNamed],
  ['VALUE MAP', 'RWV', '67', timedAndNamed],
  ['SURFACE SCAN', 'OSS', '68.1', timed],
  ['SPECTROSCOPY', 'MR', '4.2', spectrum],
  ['STEREOMETRIC', 'SMR', '77.1.5.3', named],
  ['MEASUREMENT', 'LEN', '78.1', timedAndNamed],
  ['ASSESSMENT', 'ASMT', '90.1', created],
  ['ANNOTATION', 'ANN', '91.1', timedAndNamed],
  ['RT DOSE', 'RTDOSE', '481.2', [...pixels, [0x3004000a, 'CS', 'PLAN']]],
  ['RT STRUCTURE SET', 'RTSTRUCT', '481.3', dated(0x30060002, 0x30060008, 0x30060009)],
  ['RT PLAN', 'RTPLAN', '481.5', dated(0x300a0002, 0x300a0006, 0x300a0007)],
  ['RT TREAT RECORD', 'RTRECORD', '481.4', treated],
  ['RADIOTHERAPY', 'RTINTENT', '481.10', intent],
];

const hangingProtocol: MadeElement[] = [
  [0x00720002, 'SH', 'OB'],
  [0x00720004, 'LO', 'Two by two'],
  [0x00720006, 'CS', 'SITE'],
  [0x00720008, 'LO', 'ROE^RICHARD'],
  [0x0072000a, 'DT', '20240115093000'],
  [
    0x0072000c,
    'SQ',
    [
      [
        [0x00080060, 'CS', 'US'],
        [0x00081032, 'SQ', []],
        [0x0040100a, 'SQ', []],
      ],
    ],
  ],
  [0x0072000e, 'SQ', []],
  [0x00720014, 'US', us(0)],
];
const manufacturer: MadeElement = [0x00080070, 'LO', 'MADE INC'];
const assembly: MadeElement[] = [
  manufacturer,
  [0x00760001, 'LO', 'Hip'],
  [0x00760003, 'LO', 'MADE INC'],
  [0x00760020, 'SQ', [code]],
];
const group: MadeElement[] = [
  [0x00780001, 'LO', 'Hips'],
  [0x00780020, 'LO', 'MADE INC'],
];

/** One object for each type of directory record that stands beside the patients. */
const OF_NOBODY: readonly [type: string, sopClass: string, elements: MadeElement[]][] = [
  ['HANGING PROTOCOL', '38.1', hangingProtocol],
  [
    'PALETTE',
    '39.1',
    [
      [0x00700080, 'CS', 'HOT'],
      [0x00700081, 'LO', 'Hot iron'],
    ],
  ],
  ['IMPLANT', '43.1', [manufacturer, [0x00221095, 'LO', 'Stem'], [0x00221097, 'LO', 'P1'], [0x00686210, 'LO', '12']]],
  // DCMTK 3.6.7 takes these two classes for one another: with the keys of both it can make its records too.
  ['IMPLANT ASSY', '44.1', [...assembly, ...group]],
  ['IMPLANT GROUP', '45.1', [...assembly, ...group]],
];

/** One file for every type of record, with the type that it must get. */
export const everyRecord: readonly { type: string; bytes: Uint8Array }[] = [
  ...OF_A_PATIENT.map(([type, modality, sopClass, elements], at) => ({
    type,
    bytes: madeObject(`1.2.840.10008.5.1.4.1.1.${sopClass}`, `1.2.3.100.${at + 1}`, [
      ...inSeries(modality, `1.2.3.4.${at + 1}`),
      ...elements,
    ]),
  })),
  ...OF_NOBODY.map(([type, sopClass, elements], at) => ({
    type,
    bytes: madeObject(`1.2.840.10008.5.1.4.${sopClass}`, `1.2.3.200.${at + 1}`, elements),
  })),
];
