import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * `npm run typecheck`: the longest project beside the others, each with one checker. Several checkers of one project
 * each work out the same types of tables and contracts again: four took twice the computing of one.
 */
const lanes = [['server'], ['packages/right-of-access', 'packages/dicom-media', 'web', 'tsconfig.json']];

async function holds(project: string): Promise<boolean> {
  const options = { stdio: 'inherit', shell: process.platform === 'win32' } as const;
  const [code] = await once(spawn('tsc', ['-p', project, '--checkers', '1'], options), 'exit');
  return code === 0;
}

const answers = await Promise.all(
  lanes.map(async (projects) => {
    const held: boolean[] = [];
    for (const project of projects) held.push(await holds(project));
    return held;
  }),
);
process.exitCode = answers.flat().every(Boolean) ? 0 : 1;
