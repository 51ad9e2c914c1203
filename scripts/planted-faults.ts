import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlantedFault, planted, plantedFaults } from './planted-faults-list.ts';

/**
 * `npm run plant`: puts each fault into a copy of the law's source, runs the tests that must notice, and prints which did.
 * A fault that a named test lets through is a failure.
 */
type Report = {
  testResults: { name: string; assertionResults: { title: string; fullName: string; status: string }[] }[];
};

const root = path.resolve(import.meta.dirname, '..');
const law = path.join(root, 'packages/right-of-access');
const folder = mkdtempSync(path.join(tmpdir(), 'echoback-planted-'));
try {
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const copies = plantedFaults.map((fault, at) => ({ fault, copy: `fault-${at + 1}` }));
  for (const { fault, copy } of copies) plantInto(path.join(folder, copy), fault);
  const report = runTests(copies.flatMap(({ fault, copy }) => testFiles(fault).map((file) => `${copy}/src/${file}`)));
  process.exitCode = copies.map(({ fault, copy }) => tell(fault, copy, report)).every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function plantInto(copy: string, fault: PlantedFault): void {
  for (const part of ['src', 'testing']) cpSync(path.join(law, part), path.join(copy, part), { recursive: true });
  const texts = planted(fault, (file) => readFileSync(path.join(law, 'src', file), 'utf8'));
  for (const [file, text] of texts) writeFileSync(path.join(copy, 'src', file), text);
}

function testFiles({ caughtBy }: PlantedFault): string[] {
  return Object.keys(caughtBy);
}

function runTests(files: readonly string[]): Report {
  const out = path.join(folder, 'report.json');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', folder, '--config', 'none.ts', '--reporter=json', `--outputFile=${out}`];
  writeFileSync(path.join(folder, 'none.ts'), 'export default {};\n');
  const { stderr } = spawnSync(process.execPath, [...args, ...files], { cwd: folder, encoding: 'utf8' });
  try {
    return JSON.parse(readFileSync(out, 'utf8')) as Report;
  } catch (cause) {
    throw new Error(`the tests did not run: ${stderr}`, { cause });
  }
}

/** Prints the fault and the tests that failed; true when every test named for it is among them. */
function tell(fault: PlantedFault, copy: string, report: Report): boolean {
  console.log(`\n${fault.fault}`);
  const results = report.testResults.filter(({ name }) => name.split(path.sep).includes(copy));
  const failed = results.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  for (const { fullName } of failed) console.log(`  seen by: ${fullName}`);
  const named = Object.values(fault.caughtBy).flat();
  const silent = named.filter((title) => !failed.some((test) => test.title === title));
  for (const title of silent) console.log(`  NOT SEEN by: ${title}`);
  return silent.length === 0;
}
