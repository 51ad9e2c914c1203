import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import { type Have, missing, present } from '../../../../scripts/peers/have.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../../scripts/samples.ts';
import { indexOf, sampleObjects, samplesPresent } from '../../testing/sample-files.ts';
import { isDamage } from '../index.ts';

const samples: Have<true> = samplesPresent ? present(true) : missing('the DICOM samples are absent');
const dcmconv = withTool('dcmconv');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-encodings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What must not depend on how a data set is written. The meta header does: dcmconv writes a right one. */
function meaning(file: string) {
  const read = indexOf(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(read.refusal.code);
  const { exportForm: _form, transferSyntaxUid: _syntax, doubtfulIdentity, problems, ...index } = read.value;
  const doubts = doubtfulIdentity.filter(({ reason }) => reason !== 'meta-and-data-set-differ');
  return { index, doubts, damage: problems.filter(isDamage).map(({ code }) => code) };
}

const encodings: [name: string, options: string[]][] = [
  ['Implicit VR', ['+ti']],
  ['Implicit VR with undefined lengths', ['+ti', '-e']],
  ['Explicit VR with defined lengths', ['+te', '+e']],
  ['Explicit VR with undefined lengths', ['+te', '-e']],
  ['Explicit VR with group lengths', ['+te', '+g']],
  ['Big Endian', ['+tb']],
  ['deflated', ['+td']],
  ['Explicit VR without preamble and meta header', ['-F', '+te']],
  ['Implicit VR without preamble and meta header', ['-F', '+ti']],
  ['Big Endian without preamble and meta header', ['-F', '+tb']],
];

describeWith([samples, dcmconv], 'An object means the same however DCMTK writes it', () => {
  if (!dcmconv.present) return;
  const convert = dcmconv.value;
  // To an object that does not name itself DCMTK gives a UID of its own.
  const named = sampleObjects('us/', 'sr/', 'pdf/', 'charset/', 'other/', 'media/us-synthetic').filter(
    ({ file }) => !file.includes('SQEncoding'),
  );
  const files = named.map(({ file }) => path.join(samplesFolder, file));
  const originals = new Map(files.map((file) => [file, meaning(file)]));
  const compressed = new Set<string>();

  test.each(encodings)('%s', async (_name, options) => {
    const written = path.join(folder, 'written.dcm');
    let compared = 0;
    for (const file of files) {
      if (compressed.has(file)) continue;
      // Compressed pixels cannot be written in any of these ways: dcmconv refuses, and there is nothing to compare.
      if ((await convert([...options, file, written])).code !== 0) {
        compressed.add(file);
        continue;
      }
      expect({ file, ...meaning(written) }).toEqual({ file, ...originals.get(file) });
      compared++;
    }
    expect(compared).toBeGreaterThan(30);
  });
});
