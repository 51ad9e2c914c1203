import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../../scripts/peers/have-samples.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../../scripts/samples.ts';
import { isCut, makeFileSet } from '../../testing/file-set-folder.ts';
import { indexOf, sampleBytes, sampleObjects } from '../../testing/sample-files.ts';
import { type FiledInstance, type ProfileObstacle, profileFits } from '../index.ts';

const samples = haveSamples();
const dcmmkdir = withTool('dcmmkdir');
const dciodvfy = withTool('dciodvfy');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-dicomdir-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const synthetic = () =>
  sampleObjects('media/us-synthetic').map(({ file }) => ({ name: file, bytes: sampleBytes(file) }));

describeWith([samples, dcmmkdir, dciodvfy], 'A DICOMDIR of ultrasound, report and document', () => {
  if (!dcmmkdir.present || !dciodvfy.present) return;
  const [make, check] = [dcmmkdir.value, dciodvfy.value];

  test('DCMTK can go on with it: it reads, checks and writes it again', async () => {
    const { folder: root } = makeFileSet(path.join(folder, 'update'), synthetic());
    const { code, stderr } = await make(['+r', '+U', '-Pmi', '+id', root, '+D', path.join(root, 'DICOMDIR'), 'DICOM'], {
      cwd: root,
    });
    expect(stderr).not.toContain('E: ');
    expect(code).toBe(0);
  });

  test('the checker is silent about it, with icons and without', async () => {
    const icon = { rows: 64, columns: 64, pixels: new Uint8Array(64 * 64).fill(0x80) };
    for (const [name, shown] of [
      ['plain', undefined],
      ['icons', icon],
    ] as const) {
      const { folder: root } = makeFileSet(path.join(folder, name), synthetic(), shown);
      const { stdout, stderr } = await check(['DICOMDIR'], { cwd: root });
      expect(`${stdout}${stderr}`.split('\n').filter((line) => /^(Error|Warning)/.test(line))).toEqual([]);
    }
  });
});

/** The profiles that DCMTK knows by an option of their own, and judges file by file. */
const judged: [profile: string, option: string][] = [
  ['STD-GEN-CD', '-Pgp'],
  ['STD-GEN-DVD-JPEG', '-Pdv'],
  ['STD-GEN-DVD-J2K', '-Pd2'],
  ['STD-GEN-BD-JPEG', '-Pbd'],
  ['STD-GEN-BD-J2K', '-Pb2'],
  ['STD-GEN-USB-JPEG', '-Pfl'],
  ['STD-GEN-USB-J2K', '-Pf2'],
  ['STD-GEN-MIME', '-Pmi'],
  ['STD-US-ID-SF-CDR', '-Pus'],
  ['STD-US-SC-SF-CDR', '--ultrasound-sc-sf'],
  ['STD-US-CC-SF-CDR', '--ultrasound-cc-sf'],
  ['STD-US-ID-MF-CDR', '-Pum'],
  ['STD-US-SC-MF-CDR', '--ultrasound-sc-mf'],
  ['STD-US-CC-MF-CDR', '--ultrasound-cc-mf'],
];

describeWith([samples, dcmmkdir], 'Media application profiles', () => {
  if (!dcmmkdir.present) return;
  const make = dcmmkdir.value;
  let flat: ReturnType<typeof flatSamples>;
  beforeAll(() => {
    flat = flatSamples(path.join(folder, 'flat'));
  });

  test.each(judged)('%s: DCMTK refuses the samples that we say do not fit, and no other', async (name, option) => {
    const { root, instances, names } = flat;
    const [fit] = profileFits(instances).filter(({ profile }) => profile.name === name);
    const { stderr } = await make(['+I', '+Nrs', option, '-w', ...names], { cwd: root });
    // It gives one reason for a file: of several of ours it may be any.
    const refused = [
      ...stderr.matchAll(
        /^E: (.* expected but .*|invalid SOP class .*|MediaStorageSOPClassUID missing .*|required attribute .*\(0018,60\d\d\).*): (\w+)$/gm,
      ),
    ];
    const theirs = new Set(refused.map(([, , file = '']) => file));
    expect([...theirs].sort()).toEqual([...new Set(fit?.obstacles.map(({ fileId }) => fileId))].sort());
    const reasons = refused.map(([, reason = '', file]) => ({ file, code: reasonOf(reason) }));
    const ours = new Set(fit?.obstacles.map(({ fileId, code }) => `${fileId} ${code}`));
    expect(reasons.filter(({ file, code }) => !ours.has(`${file} ${code}`))).toEqual([]);
  });
});

function reasonOf(words: string): ProfileObstacle['code'] {
  if (words.includes('expected but')) return 'transfer-syntax';
  return words.includes('SOP') ? 'sop-class' : 'calibration-missing';
}

/** Every whole sample, beside one another: DCMTK names them as they are called. */
function flatSamples(root: string): { root: string; instances: FiledInstance[]; names: string[] } {
  mkdirSync(root);
  const instances = sampleObjects().flatMap(({ file }, at): FiledInstance[] => {
    const index = indexOf(sampleBytes(file));
    if (!index.ok || isCut(index.value) || !index.value.exportForm.isPart10) return [];
    const fileId = `F${at}`;
    copyFileSync(path.join(samplesFolder, file), path.join(root, fileId));
    return [{ index: index.value, fileId }];
  });
  return { root, instances, names: instances.map(({ fileId }) => fileId) };
}
