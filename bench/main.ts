import { parseArgs } from 'node:util';
import { benchDicomdir } from './dicomdir.ts';
import { benchIndex } from './index-headers.ts';
import { benchPack } from './pack.ts';
import { benchPackage } from './package.ts';
import { benchRender } from './render.ts';
import { printJson, printTable, type Row } from './rows.ts';

const usage = `npm run bench -- package|pack|dicomdir|index|render [options]

  package            a patient's download of a made study, next to Orthanc, zip -0 and cat
  dicomdir           a DICOMDIR of the study's files as a whole process, next to dcmmkdir
  index              headers indexed a second by one worker, next to dcmdump
  render             first frame, clip and memory of the decoder, next to DCMTK, Orthanc and ffmpeg
  pack               a folder of DICOM to a ZIP and to a disc image on disk, next to zip -0 and xorriso

    --instances N    pictures in the study (2000); memory is also measured at a tenth of it
    --size BYTES     size of all files together, such as 1G (what 1584x1188 JPEG stills take: about 0.5 MB each)
    --runs N         downloads, or rounds of packing, to take the median of (5)
  --json             one JSON object a row instead of the table
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    instances: { type: 'string', default: '2000' },
    size: { type: 'string' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const benches = {
  package: benchPackage,
  pack: benchPack,
  dicomdir: benchDicomdir,
  index: benchIndex,
  render: benchRender,
};
const bench = benches[positionals[0] as keyof typeof benches];
if (values.help || !bench) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 1);
}
const instances = Number(values.instances);
const runs = Number(values.runs);
if (!Number.isSafeInteger(instances) || instances < 10 || !Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write('--instances must be a whole number from 10, --runs one from 1.\n');
  process.exit(1);
}
const say = (text: string) => void process.stderr.write(`${text}\n`);
const { rows, notes } = await bench({ instances, size: values.size, runs, say });
const print: (rows: readonly Row[]) => string = values.json ? printJson : printTable;
process.stdout.write(print(rows));
for (const note of notes) say(note);
