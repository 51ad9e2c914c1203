import type { Outcome } from '@echoback/right-of-access';
import { keepCompiledCode } from './cli/kept-code.ts';
import { keepHeapLean } from './cli/lean-heap.ts';
import type { OpenOptions, Sentence } from './cli/open-house.ts';
import type { Tool } from './cli/terminal.ts';

/** The oldest Node that runs these sources by itself. */
const oldestNode = 24;

const usage = `Usage: npm start -- [options], or node server/src/main.ts <command> [options]

  serve          start the product (this is what happens without a command)
  migrate        bring the database to this version's schema
  doctor         look at what the program stands on
  audit verify   check the account of who did what, link by link
  pack           DICOM files to a copy that opens everywhere; needs no server and no database
  inspect        show the header of a DICOM file and whether it is sound

Options: --data <folder> --host <address> --port <number> --demo. All settings: docs/settings.md`;

type Command = (options: OpenOptions) => Promise<Outcome<null, Sentence>>;

/** Imported when asked for, so that a wrong word is answered at once and before anything is touched. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  migrate: async () => (await import('./cli/run-migrate.ts')).runMigrate,
  doctor: async () => (await import('./cli/run-doctor.ts')).runDoctor,
  'audit verify': async () => (await import('./cli/run-verify-audit.ts')).runVerifyAudit,
};

const tools: Record<string, () => Promise<Tool>> = {
  pack: async () => (await import('./cli/run-pack.ts')).runPack,
  inspect: async () => (await import('./cli/run-inspect.ts')).runInspect,
};

const say = (line: string) => process.stdout.write(`${line}\n`);

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('-'));
const name = words.slice(0, firstOption < 0 ? undefined : firstOption).join(' ') || 'serve';
const flags = firstOption < 0 ? [] : words.slice(firstOption);

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  fail(
    `Echoback needs Node ${oldestNode} and this is ${process.version}: start it with "npm start", which brings its own.`,
  );
}
keepCompiledCode(process.env);
const tool = Object.hasOwn(tools, words[0] ?? '') ? tools[words[0] ?? ''] : undefined;
if (tool) process.exit(await runTool(await tool()));
if (flags.includes('--help') || name === 'help') {
  say(usage);
  process.exit(0);
}
if (name === 'serve') keepHeapLean(process);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) fail(`There is no command "${name}".\n\n${usage}`);
const { readConfig } = await import('./config.ts');
const config = readConfig(process.env, flags);
if (!config.ok) fail(config.refusal.sentence);

const closers: (() => Promise<unknown>)[] = [];
let closing: Promise<void> | undefined;
/** Closes in the opposite order of opening; a second call waits for the first. */
function close(): Promise<void> {
  closing ??= (async () => {
    for (const closer of closers.reverse()) await closer().catch(() => {});
  })();
  return closing;
}

let asked = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    asked += 1;
    if (asked > 1) process.exit(1);
    say('Stopping …');
    void close().then(() => process.exit(0));
  });
}

const onFatal = (sentence: string) => void close().then(() => fail(sentence));
const command = await load();
const failure = await command({ config: config.value, say, onFatal, closers }).then(
  (outcome) => (outcome.ok ? undefined : outcome.refusal.sentence),
  (fault: unknown) => `Echoback could not start: ${fault instanceof Error ? fault.message : 'unknown fault'}.`,
);
if (failure !== undefined) {
  await close();
  fail(failure);
}
if (name !== 'serve') {
  await close();
  process.exit(0);
}

/** A tool works in the folder of the person who calls it: npm runs its scripts in the folder of the package. */
async function runTool(run: Tool): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') stopping.abort();
  });
  const exitCode = await run({
    args: words.slice(1),
    folder: (env.npm_lifecycle_script && env.npm_command === 'run-script' && env.INIT_CWD) || process.cwd(),
    today: new Date().toLocaleDateString('sv'),
    password: env.ECHOBACK_PACK_PASSWORD,
    ffmpegPath: env.ECHOBACK_FFMPEG,
    stdin,
    stdout,
    stderr,
    signal: stopping.signal,
  });
  // What was written to a pipe must be read before the process ends.
  await new Promise<void>((resolve) => stdout.write('', () => resolve()));
  return exitCode;
}
