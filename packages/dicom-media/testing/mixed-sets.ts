import type { FiledInstance } from '../src/index.ts';
import { everyRecord } from './every-record.ts';
import type { NamedObject } from './file-set-folder.ts';
import { inSeries, madeObject } from './made-objects.ts';
import { sampleBytes, sampleObjects } from './sample-files.ts';

export type MixedSet = { name: string; objects: NamedObject[]; icon?: FiledInstance['icon'] };

const samplesOf = (...folders: string[]): NamedObject[] =>
  sampleObjects(...folders).map(({ file }) => ({ name: file, bytes: sampleBytes(file) }));

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** People who share an ID or have none, and whose names are written in five character sets. */
function peopleInConflict(): NamedObject[] {
  const people: [characterSet: string, name: string, patientId: string][] = [
    ['ISO_IR 100', '4d fc 6c 6c 65 72 5e 4a', 'MRN1'],
    ['ISO_IR 126', 'c4 e9 ef 5e c1', 'MRN1'],
    ['ISO_IR 192', 'e7 8e 8b 5e e5 b0 8f', 'MRN1-2'],
    ['\\ISO 2022 IR 149', '48 6f 6e 67 5e 47 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce', 'MRN1'],
    ['GB18030', 'cd f5 5e d0 a1', ''],
    ['ISO_IR 100', '44 4f 45 5e 4a', 'UNKNOWN-1'],
  ];
  return people.map(([characterSet, name, patientId], at) => ({
    name: `person ${at + 1}`,
    bytes: madeObject('1.2.840.10008.5.1.4.1.1.66', `1.2.3.300.${at + 1}`, [
      ...inSeries('US', `1.2.3.400.${at + 1}`),
      [0x00080005, 'CS', characterSet],
      [0x00080023, 'DA', '20240115'],
      [0x00080033, 'TM', '093100'],
      [0x00100010, 'PN', bytesOf(name)],
      [0x00100020, 'LO', patientId],
      [0x0020000d, 'UI', `1.2.3.500.${at + 1}`],
    ]),
  }));
}

/** Newer than pydicom 2.3, whose FileSet then reads nothing of the whole directory. */
export const NOT_IN_PYDICOM = 'ANNOTATION';

/** What a release may hold together: several patients, studies, kinds of object and character sets. */
export function mixedSets(): MixedSet[] {
  const made = everyRecord.map(({ type, bytes }) => ({ name: type, bytes }));
  const ramp = Uint8Array.from({ length: 64 * 64 }, (_, at) => (at % 64) * 4);
  return [
    { name: 'all samples', objects: samplesOf() },
    { name: 'every character set', objects: samplesOf('charset/', 'studies/utf8-name') },
    { name: 'two patients, seven studies', objects: samplesOf('media/dicomdirtests') },
    { name: 'ultrasound of many makers', objects: samplesOf('us/', 'studies/pediatric-echo', 'video/') },
    { name: 'pictures, reports and documents', objects: samplesOf('media/us-synthetic', 'sr/', 'pdf/', 'other/') },
    { name: 'people in conflict (made)', objects: peopleInConflict() },
    { name: 'every type of record but one (made)', objects: made.filter(({ name }) => name !== NOT_IN_PYDICOM) },
    {
      name: 'with icons',
      objects: samplesOf('media/us-synthetic'),
      icon: { rows: 64, columns: 64, pixels: ramp },
    },
  ];
}
