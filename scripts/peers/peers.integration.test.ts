import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { haveChromium, launchChromium } from './chromium.ts';
import { describeWith } from './describe-with.ts';
import { haveOrthanc } from './orthanc.ts';
import { createTestDatabase, haveDatabase } from './test-database.ts';
import { withTool } from './tools.ts';

describeWith([haveOrthanc()], 'Orthanc', () => {
  test('answers on REST and DICOMweb, on loopback', async () => {
    const orthanc = inject('orthanc');
    if ('missing' in orthanc) throw new Error(orthanc.missing);
    expect(await (await fetch(`${orthanc.url}system`)).json()).toMatchObject({ DicomPort: orthanc.dicomPort });
    expect((await fetch(`${orthanc.dicomwebUrl}/studies`)).ok).toBe(true);
  });
});

describeWith([haveDatabase()], 'test databases', () => {
  test('are fresh, migrated and apart from one another', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const count = 'select count(*) as count from schema_migration';
    expect((await one.pool.query(count)).rows[0].count).toBeGreaterThan(0);
    await one.pool.query('create table only_here (n int)');
    await expect(two.pool.query('select * from only_here')).rejects.toThrow('does not exist');
    await Promise.all([one.drop(), two.drop()]);
  });

  test('live on the engine that was asked for', async () => {
    const database = await createTestDatabase();
    const major = process.env.ECHOBACK_TEST_DATABASE === 'debian' ? '15.' : '18.';
    expect(database.serverVersion.startsWith(major)).toBe(true);
    await database.drop();
  });
});

describeWith([withTool('dcmdump')], 'tools', () => {
  test('answer their exit code and words', async () => {
    const dcmdump = withTool('dcmdump');
    if (!dcmdump.present) throw new Error(dcmdump.reason);
    const answer = await dcmdump.value([import.meta.filename]);
    expect(answer.code).not.toBe(0);
    expect(answer.stderr).toContain('dcmdump');
  });
});

const chromium = await haveChromium();
describeWith([chromium], 'Chromium', () => {
  test('opens a page, and closing one context leaves the others', async () => {
    if (!chromium.present) throw new Error(chromium.reason);
    const browser = await launchChromium(chromium.value);
    const [first, second] = [await browser.newContext(), await browser.newContext()];
    await first.close();
    const page = await second.newPage();
    await page.goto('data:text/html,<h1>here</h1>');
    expect(await page.textContent('h1')).toBe('here');
    await browser.close();
  });
});

test('a guarded peer ends and its folder goes when the process that started it is killed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'echoback-guarded-'));
  const program = `
    import { spawn } from 'node:child_process';
    import { guardProcess } from ${JSON.stringify(path.join(import.meta.dirname, 'guard.ts'))};
    const peer = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
    guardProcess(peer.pid, 'TERM', process.argv[1]);
    console.log(peer.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: 'pipe' });
  const [line] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await expect.poll(() => stat(folder).catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  await expect.poll(() => stateOf(Number(line)), { timeout: 10_000 }).toMatch(/gone|Z/);
});

async function stateOf(pid: number): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^State:\s*(\w)/m.exec(text)?.[1] ?? 'gone';
}
