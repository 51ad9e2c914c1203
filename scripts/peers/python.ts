import { execFileSync } from 'node:child_process';
import { type Have, missing, present } from './have.ts';

/** Debian's own interpreter: another one on the PATH does not see Debian's Python packages. */
const program = '/usr/bin/python3';

const packageOf = { pydicom: 'python3-pydicom', gdcm: 'python3-gdcm' } as const;

export type PythonModule = keyof typeof packageOf;

/** Runs a script that reads lines and answers one JSON value a line, in their order. */
export type JsonLines = (script: string, lines: readonly string[]) => unknown[];

/** Python with these modules, or why it is missing. */
export function withPython(...modules: PythonModule[]): Have<JsonLines> {
  for (const name of modules) {
    try {
      execFileSync(program, ['-c', `import ${name}`], { stdio: 'ignore' });
    } catch {
      return missing(`${name} (Debian's ${packageOf[name]}) is not installed: node scripts/peers.ts install`);
    }
  }
  return present((script, lines) => {
    const input = lines.map((line) => `${line}\n`).join('');
    const options = { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: pythonEnv } as const;
    const answers = execFileSync(program, [script], options).trimEnd().split('\n');
    if (answers.length !== lines.length) throw new Error(`${answers.length} answers to ${lines.length} lines`);
    return answers.map((answer) => JSON.parse(answer) as unknown);
  });
}

const pythonEnv = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
