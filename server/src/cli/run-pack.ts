import { open } from 'node:fs/promises';
import { isZipPassword, type Outcome, ok, refuse } from '@echoback/dicom-media';
import { type PackRefusal, type PackReport, pack, type ReadSummary } from '../packing/pack.ts';
import { askSecret } from './ask-secret.ts';
import { type PackOptions, packOptions, packUsage } from './pack-options.ts';
import { packProgress } from './pack-progress.ts';
import { badLines, refusalSentence, summaryLines } from './pack-words.ts';
import { printable } from './printable.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `echoback pack`: needs no database, no network and no server. */
export async function runPack(terminal: Terminal): Promise<ExitCode> {
  const { stdout, args } = terminal;
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(`${packUsage}\n`);
    return 0;
  }
  const options = packOptions(terminal);
  if (!options.ok)
    return fail(terminal, args.includes('--json'), 'wrong-usage', `${options.refusal} See echoback pack --help.`);
  const { json, form, inputs } = options.value;
  const password = await findPassword(options.value, terminal);
  if (!password.ok) return fail(terminal, json, 'no-password', password.refusal);
  const progress = packProgress(terminal);
  try {
    const packed = await pack(
      {
        ...options.value,
        password: password.value,
        hashOutputs: json,
        createdOn: terminal.today,
        ffmpegPath: terminal.ffmpegPath,
      },
      { signal: terminal.signal, onProgress: progress.show },
    );
    progress.clear();
    if (!packed.ok) return refused(terminal, json, packed.refusal);
    const exitCode = packed.value.bad.length > 0 ? 2 : 0;
    const lines = json ? [JSON.stringify(reportJson(packed.value, exitCode))] : summaryLines(packed.value, form);
    stdout.write(`${lines.map(printable).join('\n')}\n`);
    return exitCode;
  } catch (fault) {
    progress.clear();
    const [code, sentence] = faultWords(fault, terminal.signal.aborted, inputs);
    return fail(terminal, json, code, sentence);
  }
}

function refused(terminal: Terminal, json: boolean, refusal: PackRefusal): ExitCode {
  const sentence = refusalSentence(refusal);
  if (json) return fail(terminal, json, refusal.code, sentence, refusal);
  for (const line of badLines(refusal)) terminal.stderr.write(`${printable(line)}\n`);
  return fail(terminal, json, refusal.code, sentence);
}

function fail(terminal: Terminal, json: boolean, code: string, sentence: string, read?: ReadSummary): ExitCode {
  if (json)
    terminal.stdout.write(`${JSON.stringify({ exitCode: 1, error: { code, sentence }, ...filesJson(read) })}\n`);
  else terminal.stderr.write(`${printable(sentence)}\n`);
  return 1;
}

/** Field names stay as they are: scripts read them. */
function reportJson(report: PackReport, exitCode: ExitCode) {
  const { patients, exams, series, files, bytes, kinds, made, notes, outputs } = report;
  return {
    exitCode,
    packed: { patients, exams, series, files, bytes, kinds, made },
    outputs,
    ...filesJson(report),
    notShown: report.notShown.map(({ shownAs, reason }) => ({ file: shownAs, reason })),
    cutOff: report.cutOff,
    doubtfulIdentity: report.doubtful,
    dicomdirNotes: notes,
  };
}

function filesJson(read: ReadSummary | undefined) {
  if (!read) return {};
  const { passedOver, repeated } = read;
  return { bad: read.bad.map(({ shownAs, ...why }) => ({ file: shownAs, ...why })), passedOver, repeated };
}

async function findPassword(
  { passwordFrom }: PackOptions,
  terminal: Terminal,
): Promise<Outcome<string | undefined, string>> {
  if (passwordFrom === 'nowhere') return ok(undefined);
  if (passwordFrom !== 'person') return checkedPassword(await firstLine(passwordFrom.file));
  if (terminal.password !== undefined) return checkedPassword(terminal.password);
  return terminal.stdin.isTTY ? fromPerson(terminal) : checkedPassword(undefined);
}

function checkedPassword(found: string | undefined): Outcome<string, string> {
  if (found === undefined)
    return refuse('The password could not be read: set ECHOBACK_PACK_PASSWORD, or give --password-file.');
  return isZipPassword(found)
    ? ok(found)
    : refuse('The password needs 12 to 99 plain letters, digits, signs or spaces (ASCII).');
}

async function fromPerson(terminal: Terminal): Promise<Outcome<string, string>> {
  const stopped = 'Stopped: nothing was written.';
  const once = await askSecret(terminal, 'Password for the ZIP: ');
  if (once === undefined) return refuse(stopped);
  const checked = checkedPassword(once);
  if (!checked.ok) return checked;
  const again = await askSecret(terminal, 'The same again: ');
  if (again === undefined) return refuse(stopped);
  return again === once ? checked : refuse('The two were not the same: try again.');
}

const longestLineBytes = 1024;

async function firstLine(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestLineBytes), 0, longestLineBytes);
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/)[0];
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

/** Faults of the machine, in a sentence; anything else is a fault of ours and goes on. */
function faultWords(fault: unknown, isStopped: boolean, inputs: readonly string[]): [code: string, sentence: string] {
  if (isStopped) return ['stopped', 'Stopped: nothing was written.'];
  const { code = '' } = (fault ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return ['disk-full', 'The disk is full: nothing was written.'];
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return ['not-allowed', 'The output can not be written: its folder does not allow it.'];
  if (code === 'EFBIG') return ['disk-full', 'The file would be larger than this disk allows: nothing was written.'];
  if (code.startsWith('E')) return ['fault', `The disk answered ${code}: nothing was written.`];
  if (fault instanceof Error && /shorter than it was/.test(fault.message))
    return ['changed', `A file changed while it was packed (${inputs.length} inputs): nothing was written.`];
  throw fault;
}
