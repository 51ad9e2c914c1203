import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeStudiesScript, samplesFolder } from './samples.ts';

/**
 * Writes server/demo-studies anew: made studies of invented people, and two real files as they are. The result is
 * committed; this is only run again to change it. Needs the samples (scripts/samples.ts) and DCMTK.
 */
const folder = path.join(import.meta.dirname, '../server/demo-studies');

type Made = { folder: string; options: string[] };
const institution = ['--institution', 'RIVERSIDE IMAGING', '--referring', 'OSEI^MARGARET'];
const ana = ['--patient-name', 'RIVERA^ANA', '--patient-id', '004471', '--birth-date', '19930412'];

const made: Made[] = [
  {
    folder: 'ana-rivera-pregnancy',
    options: [
      ...ana,
      ...['--seed', 'ana-pregnancy', '--accession', 'R2600516', '--study-date', '20260516', '--study-time', '101500'],
      ...['--study-description', 'US OB 2ND TRIMESTER', '--instances', '9', '--cines', '2', '--frames', '24'],
      ...['--size', '640x480', '--quality', '80', '--sr', '1', '--pdf', '1'],
    ],
  },
  {
    folder: 'ana-rivera-pelvis',
    options: [
      ...ana,
      ...['--seed', 'ana-pelvis', '--accession', 'R2500903', '--study-date', '20250903', '--study-time', '083000'],
      ...['--study-description', 'US PELVIS', '--instances', '4', '--cines', '1', '--frames', '12'],
      ...['--size', '480x360', '--pdf', '1'],
    ],
  },
  {
    folder: 'other-ana-rivera-thyroid',
    options: [
      ...['--patient-name', 'RIVERA^ANA', '--patient-id', '003902', '--birth-date', '19891102'],
      ...['--seed', 'other-ana', '--accession', 'R2600522', '--study-date', '20260522', '--study-time', '141000'],
      ...['--study-description', 'US THYROID', '--instances', '4', '--cines', '1', '--frames', '10'],
      ...['--size', '480x360', '--pdf', '1'],
    ],
  },
  {
    folder: 'grace-liu-breast',
    options: [
      ...['--patient-name', 'LIU^GRACE=刘^美', '--patient-id', '005120', '--birth-date', '19780930'],
      ...['--seed', 'grace-breast', '--accession', 'R2600611', '--study-date', '20260611', '--study-time', '112000'],
      ...['--study-description', 'US BREAST LEFT', '--instances', '4', '--cines', '1', '--frames', '10'],
      ...['--size', '480x360', '--sr', '1'],
    ],
  },
];

/** One still with a palette, as many older machines write, added to the pregnancy exam. */
const palette: Made = {
  folder: 'ana-rivera-pregnancy',
  options: [
    ...ana,
    ...['--seed', 'ana-palette', '--accession', 'R2600516', '--study-date', '20260516', '--study-time', '101500'],
    ...['--study-description', 'US OB 2ND TRIMESTER', '--instances', '1', '--cines', '0', '--format', 'palette'],
    ...['--size', '480x360', '--series', '1'],
  ],
};

/** Files of other projects with a licence that allows it; their origin stands in ORIGINS.md. */
const real = [
  { from: 'us/ob-palette.dcm', to: 'sample-obstetric/OBXXXX1A.dcm' },
  { from: 'us/sonosite-cine-jpeg.dcm', to: 'sample-cardiac/examples_ybr_color.dcm' },
];

function makeStudy({ folder: name, options }: Made, out: string): string[] {
  const temporary = mkdtempSync(path.join(tmpdir(), 'echoback-demo-'));
  execFileSync(process.execPath, [makeStudiesScript, '--out', temporary, ...institution, ...options]);
  const files = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dcm'));
  mkdirSync(path.join(out, name), { recursive: true });
  const copied = files.sort().map((file) => {
    const target = path.join(out, name, file.replaceAll(path.sep, '-'));
    copyFileSync(path.join(temporary, file), target);
    return target;
  });
  rmSync(temporary, { recursive: true });
  return copied;
}

function readUid(file: string, tag: string): string {
  const line = execFileSync('dcmdump', ['+P', tag, file], { encoding: 'utf8' });
  return /\[([\d.]+)\]/.exec(line)?.[1] ?? '';
}

for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (entry.isDirectory()) rmSync(path.join(folder, entry.name), { recursive: true });
}
const studies = made.map((study) => makeStudy(study, folder));
const spare = mkdtempSync(path.join(tmpdir(), 'echoback-palette-'));
const [paletteFile = ''] = makeStudy(palette, spare);
const studyUid = readUid(studies[0]?.[0] ?? '', '0020,000d');
execFileSync('dcmodify', ['-nb', '-m', `(0020,000D)=${studyUid}`, '-m', '(0020,0011)=9', paletteFile]);
copyFileSync(paletteFile, path.join(folder, palette.folder, 'palette-still.dcm'));
rmSync(spare, { recursive: true });
for (const { from, to } of real) {
  mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
  copyFileSync(path.join(samplesFolder, from), path.join(folder, to));
}
