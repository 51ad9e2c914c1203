import { type Outcome, refuse } from '@echoback/right-of-access';
import { keepHeapLean } from './cli/lean-heap.ts';
import type { OpenOptions, Sentence } from './cli/open-house.ts';
import { readConfig } from './config.ts';

/** The oldest Node that runs these sources by itself. */
const oldestNode = 24;

const usage = `Usage: npm start -- [options], or node server/src/main.ts <command> [options]

  serve          start the product (this is what happens without a command)
  migrate        bring the database to this version's schema
  doctor         look at what the program stands on
  audit verify   check the account of who did what, link by link

Options: --data <folder> --host <address> --port <number> --demo. All settings: docs/settings.md`;

type Command = (options: OpenOptions) => Promise<Outcome<null, Sentence>>;

/** Imported when asked for, so that a wrong word is answered at once and before anything is touched. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  migrate: async () => (await import('./cli/run-migrate.ts')).runMigrate,
  doctor: async () => (await import('./cli/run-doctor.ts')).runDoctor,
  'audit verify': async () => (await import('./cli/run-verify-audit.ts')).runVerifyAudit,
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
if (flags.includes('--help') || name === 'help') {
  say(usage);
  process.exit(0);
}
if (name === 'serve') keepHeapLean(process);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) fail(`There is no command "${name}".\n\n${usage}`);
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
const outcome = await command({ config: config.value, say, onFatal, closers }).catch((fault: unknown) =>
  refuse({ sentence: `Echoback could not start: ${fault instanceof Error ? fault.message : 'unknown fault'}.` }),
);
if (!outcome.ok) {
  await close();
  fail(outcome.refusal.sentence);
}
if (name !== 'serve') {
  await close();
  process.exit(0);
}
