import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { type DiscFile, discPieces, layoutDisc } from '../index.ts';

const [xorriso, sevenZip, isoinfo, udfinfo] = [
  withTool('xorriso'),
  withTool('7z'),
  withTool('isoinfo'),
  withTool('udfinfo'),
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-disc-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the image; a file without content becomes a hole in a sparse file, so that gigabytes cost a few blocks. */
function writeDisc(name: string, files: readonly DiscFile[], contents: readonly (Uint8Array | undefined)[]) {
  const laid = layoutDisc({ label: 'ECHOBACK_TEST', createdOn: '2026-01-10' }, files);
  if (!laid.ok) throw new Error(laid.refusal.code);
  const image = path.join(folder, name);
  const handle = openSync(image, 'w');
  let at = 0;
  for (const piece of discPieces(laid.value, 0, laid.value.totalBytes)) {
    const bytes = piece.kind === 'bytes' ? piece.bytes : contents[piece.entryIndex];
    if (bytes) writeSync(handle, bytes, 0, bytes.length, at);
    at += piece.kind === 'bytes' ? piece.bytes.length : piece.end - piece.start;
  }
  ftruncateSync(handle, at);
  closeSync(handle);
  expect(at).toBe(laid.value.totalBytes);
  return { image, shortNames: laid.value.shortNames };
}

function filesBelow(root: string): Map<string, Buffer> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(paths.map((file) => [path.relative(root, file), readFileSync(file)]));
}

describeWith([xorriso, sevenZip, isoinfo, udfinfo], 'A disc image as other programs see it', () => {
  if (!xorriso.present || !sevenZip.present || !isoinfo.present || !udfinfo.present) return;
  const names = [
    'INDEX.HTM',
    'README.TXT',
    'DICOMDIR',
    ...Array.from({ length: 70 }, (_, at) => `PICTURES/2026-01-10 Obstetric ultrasound ${at + 1}.jpg`),
    'PICTURES/Müller 超音波, 1.png',
    `REPORTS/${'Long name '.repeat(8).trim().slice(0, 76)}.pdf`,
    'DICOM/ST000001/SE000001/IM000001',
    'DICOM/ST000001/SE000001/IM000002',
    'IHE_PDI/A/B/C/D/E/F.JS',
    'EMPTY',
  ];
  const contents = names.map((name, at) => Buffer.alloc(name === 'EMPTY' ? 0 : 1 + at * 613, `${name} `));
  const files = names.map((name, at) => ({ name, sizeBytes: (contents[at] as Buffer).length }));
  let disc: ReturnType<typeof writeDisc>;
  beforeAll(() => {
    disc = writeDisc('small.iso', files, contents);
  });

  const expectSame = (root: string, called: readonly string[]) => {
    const found = filesBelow(root);
    expect([...found.keys()].sort()).toEqual([...called].sort());
    called.forEach((name, at) => {
      expect(found.get(name)?.equals(contents[at] as Buffer), name).toBe(true);
    });
  };

  const extract = async (joliet: 'on' | 'off') => {
    const out = path.join(folder, `iso-${joliet}`);
    mkdirSync(out);
    const how = ['-read_fs', joliet === 'on' ? 'any' : 'nojoliet', '-osirrox', 'on'];
    const answer = await xorriso.value([...how, '-indev', disc.image, '-extract', '/', out]);
    expect(answer.code, answer.stderr).toBe(0);
    return out;
  };

  test('xorriso extracts it by Joliet under the readable names, byte for byte', async () => {
    expectSame(await extract('on'), names);
  });

  test('xorriso extracts it by plain ISO 9660 under the short names, byte for byte', async () => {
    expectSame(await extract('off'), disc.shortNames);
  });

  test('7-Zip extracts it by UDF under the readable names, byte for byte', async () => {
    const out = path.join(folder, 'udf');
    const answer = await sevenZip.value(['x', '-tudf', `-o${out}`, disc.image]);
    expect(answer.stdout).toContain('Everything is Ok');
    expectSame(out, names);
  });

  test('isoinfo lists level 1 names with their version, and no Rock Ridge', async () => {
    const listed = (await isoinfo.value(['-f', '-i', disc.image])).stdout.trim().split('\n');
    const shown = disc.shortNames.map((name) => `/${name}${/\.[^/]*$/.test(name) ? '' : '.'};1`);
    expect(listed.filter((name) => name.includes(';')).sort()).toEqual(shown.sort());
    for (const name of shown) expect(name.slice(1, -2)).toMatch(/^([A-Z0-9_]{1,8}\/)*[A-Z0-9_]{1,8}\.[A-Z0-9_]{0,3}$/);
    expect((await isoinfo.value(['-d', '-i', disc.image])).stdout).toContain('NO Rock Ridge present');
  });

  test('udfinfo finds a closed, read-only UDF 1.02 volume with both anchors and nothing to warn of', async () => {
    const { code, stdout, stderr } = await udfinfo.value([disc.image]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const fact of ['udfrev=1.02', 'integrity=closed', 'accesstype=readonly', `numfiles=${names.length}`]) {
      expect(stdout).toContain(fact);
    }
    expect(stdout.match(/type=ANCHOR/g)).toHaveLength(2);
  });

  test('a file just under 4 GiB is whole for all of them, and what lies behind it too', async () => {
    const large = [{ name: 'CLIP', sizeBytes: 0xffffffff }, ...files.slice(0, 3)];
    const { image } = writeDisc('large.iso', large, [undefined, ...contents.slice(0, 3)]);
    expect((await sevenZip.value(['l', '-slt', '-tudf', image])).stdout).toContain(
      'Path = CLIP\nFolder = -\nSize = 4294967295\n',
    );
    expect((await isoinfo.value(['-l', '-i', image])).stdout).toMatch(/4294967295 .* CLIP\.;1/);
    const readme = (contents[1] as Buffer).toString('utf8');
    expect((await sevenZip.value(['e', '-so', '-tudf', image, 'README.TXT'])).stdout).toBe(readme);
    expect((await isoinfo.value(['-x', '/README.TXT;1', '-i', image])).stdout).toBe(readme);
    rmSync(image);
  });
});
