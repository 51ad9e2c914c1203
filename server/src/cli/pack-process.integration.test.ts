import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { samplesFolder } from '../../../scripts/samples.ts';

const main = path.resolve(import.meta.dirname, '../main.ts');
const template = path.join(samplesFolder, 'us/acuson-cine-implicit-rgb.dcm');
const studyBytes = 500_000_000;
const memoryBytes = 300_000_000;

type Ended = { code: number | null; stdout: string; stderr: string; peakBytes: number };

describeWith([haveSamples()], 'the program that packs a study of 500 MB', () => {
  let folder: string;
  const at = (...parts: string[]) => path.join(folder, ...parts);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-pack-process-'));
    mkdirSync(at('study'));
    mkdirSync(at('out'));
    const bytes = readFileSync(template);
    for (let number = 0; number * bytes.length < studyBytes; number++) {
      writeFileSync(at('study', `${number}.dcm`), withUidEnding(bytes, number));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** `onWords` sees what is said on standard error as it comes. */
  function run(args: string[], onWords: (text: string, child: ChildProcess) => void = () => {}): Promise<Ended> {
    const child = spawn(process.execPath, [main, 'pack', ...args], { cwd: folder });
    const ended: Ended = { code: null, stdout: '', stderr: '', peakBytes: 0 };
    const watch = setInterval(() => {
      ended.peakBytes = Math.max(ended.peakBytes, peakOf(child.pid));
    }, 50);
    child.stdout.on('data', (text) => {
      ended.stdout += text;
    });
    child.stderr.on('data', (text) => {
      ended.stderr += text;
      onWords(String(text), child);
    });
    return new Promise((resolve) => {
      child.on('close', (code) => {
        clearInterval(watch);
        resolve({ ...ended, code });
      });
    });
  }

  it('leaves nothing behind when it is stopped in the middle', async () => {
    const ended = await run(['study', '-o', 'out/copy.zip', '--no-pictures'], (text, child) => {
      if (text.includes('Writing: 10')) child.kill('SIGTERM');
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('nothing was written');
    expect(readdirSync(at('out'))).toEqual([]);
  });

  it('keeps its memory flat, tells how far it is, and answers in JSON', async () => {
    const ended = await run(['study', '-o', 'out/copy.zip', '--no-pictures', '--json']);
    expect(ended.code).toBe(0);
    const answer = JSON.parse(ended.stdout);
    expect(answer).toMatchObject({ exitCode: 0, bad: [], packed: { patients: 1, exams: 1 } });
    expect(answer.outputs).toEqual([
      { path: at('out/copy.zip'), sizeBytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(answer.packed.bytes).toBeGreaterThan(studyBytes * 0.9);
    expect(ended.stderr).toContain('Writing: 50 %');
    if (process.platform === 'linux') expect(ended.peakBytes).toBeGreaterThan(0);
    expect(ended.peakBytes).toBeLessThan(memoryBytes);
  });
});

/** The same object under another UID of the same length, in the meta header and in the data set. */
function withUidEnding(bytes: Buffer, number: number): Buffer {
  const uid = '1.3.6.1.4.1.25403.166563008443.732.20120418082458.3';
  const digits = String(number).padStart(4, '0');
  const other = `${uid.slice(0, -6)}${digits}.3`;
  return Buffer.from(bytes.toString('latin1').replaceAll(uid, other), 'latin1');
}

function peakOf(processId: number | undefined): number {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}
