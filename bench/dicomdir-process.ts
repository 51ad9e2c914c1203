import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeDicomdir } from '../packages/dicom-media/src/index.ts';
import { filesOf } from './files-of.ts';
import { readHeader } from './read-header.ts';

/** `node dicomdir-process.ts FOLDER OUT`: the directory of the DICOM files in a folder, whose names are file IDs already. */
const [folder = '.', out = 'DICOMDIR'] = process.argv.slice(2);

const instances = filesOf(folder).flatMap((file) => {
  const index = readHeader(file, true);
  return index ? [{ index, fileId: path.relative(folder, file).split(path.sep).join('/') }] : [];
});
writeFileSync(out, writeDicomdir({ fileSetId: 'ECHOBACK', instances }).bytes);
