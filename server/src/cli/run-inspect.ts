import { closeSync, fstatSync, openSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  indexInstance,
  isDamage,
  type Outcome,
  ok,
  type Part10,
  type Problem,
  readPart10,
  refuse,
} from '@echoback/dicom-media';
import { FIRST_WINDOW_BYTES, inflate, readPiece } from '../imaging/index-object.ts';
import { headerElements, headerLines } from './header-lines.ts';
import { size } from './pack-words.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { transferSyntaxName } from './uid-names.ts';

const usage = `echoback inspect <file> [--json]

Shows the header of a DICOM file as a table, its transfer syntax, and whether the file is sound: read to its end, with
what is wrong and at which byte. Values are shortened. What is shown may be about a patient; nothing of it is kept.

Exit codes: 0 sound · 2 damaged · 1 no DICOM file`;

type Inspected = { part10: Part10; sizeBytes: number };

export async function runInspect({ args, folder, stdout, stderr }: Terminal): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(`${usage}\n`);
    return 0;
  }
  const words = parse(args);
  const inspected = words.ok ? inspect(path.resolve(folder, words.value.file)) : words;
  if (!words.ok || !inspected.ok) {
    stderr.write(`${inspected.ok ? '' : inspected.refusal}\n`);
    return 1;
  }
  const { part10 } = inspected.value;
  const isSound = !part10.problems.some(isDamage);
  const text = words.value.json
    ? JSON.stringify(inspectionJson(inspected.value, isSound))
    : inspectionLines(inspected.value, isSound, stdout.isTTY ? (stdout.columns ?? 120) : 160).join('\n');
  stdout.write(`${text}\n`);
  return isSound ? 0 : 2;
}

function parse(args: readonly string[]): Outcome<{ file: string; json: boolean }, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return refuse('Say which file: echoback inspect <file>.');
    return ok({ file, json: values.json });
  } catch {
    return refuse('Only --json is known here: echoback inspect <file> --json.');
  }
}

function inspect(file: string): Outcome<Inspected, string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return refuse('There is no such file, or it can not be read.');
  }
  try {
    const facts = fstatSync(handle);
    if (facts.isDirectory()) return refuse('This is a folder: echoback inspect shows one file.');
    if (!facts.isFile()) return refuse('This is no file that can be read to its end.');
    const totalBytes = facts.size;
    const readAt = (offset: number, length: number) =>
      readPiece(handle, offset, Math.max(0, Math.min(length, totalBytes - offset)));
    const header = readAt(0, FIRST_WINDOW_BYTES);
    const reading = readPart10(header, { totalBytes, readAt, inflate });
    if (reading.ok) {
      const indexed = indexInstance({ header, totalBytes, readAt, inflate });
      const problems = allProblems(reading.value.problems, indexed.ok ? indexed.value.problems : []);
      return ok({ part10: { ...reading.value, problems }, sizeBytes: totalBytes });
    }
    const { refusal } = reading;
    return refuse(`This is no DICOM file: ${refusal.code === 'not-dicom' ? refusal.detail : 'it is too short'}.`);
  } finally {
    closeSync(handle);
  }
}

/**
 * What the reader noted, and what only the index sees: pixels that are missing, or are not what the header promises. A
 * cut-off file is no damage to a copy, which shows what is there; the reader's own word for it stays.
 */
function allProblems(ofReader: readonly Problem[], ofIndex: readonly Problem[]): Problem[] {
  const known = new Set(ofReader.map(({ code, at }) => `${code} ${at}`));
  const further = ofIndex.filter(({ code, at }) => code !== 'pixel-data-cut-off' && !known.has(`${code} ${at}`));
  return [...ofReader, ...further];
}

function inspectionLines({ part10, sizeBytes }: Inspected, isSound: boolean, width: number): string[] {
  const { transferSyntaxUid, transferSyntaxGuessed, problems, meta, dataSet, preamble } = part10;
  const { elements, isCut } = headerElements([meta, dataSet]);
  const guessed = transferSyntaxGuessed ? ', guessed: the file does not say' : '';
  return [
    `Size             ${size(sizeBytes)}`,
    `Transfer syntax  ${transferSyntaxName(transferSyntaxUid)} (${transferSyntaxUid}${guessed})`,
    `Preamble         ${preambleWords[preamble]}`,
    `Sound            ${soundWords(isSound, problems)}`,
    ...problems.map(
      (problem) => `  byte ${problem.at}: ${problem.code}, ${problem.detail}${isDamage(problem) ? '' : ' (harmless)'}`,
    ),
    '',
    ...headerLines(elements, width),
    ...(isCut ? ['… and more elements than are worth reading'] : []),
  ];
}

const preambleWords: Record<Part10['preamble'], string> = {
  absent: 'none',
  zeros: 'empty',
  tiff: 'a TIFF header',
  other: 'not empty: a copy gets zeros, because a computer could take it for a program',
};

function soundWords(isSound: boolean, problems: readonly Problem[]): string {
  if (!isSound) return 'no: damaged';
  return problems.length === 0 ? 'yes' : 'yes, with oddities';
}

function inspectionJson({ part10, sizeBytes }: Inspected, isSound: boolean) {
  const { transferSyntaxUid, transferSyntaxGuessed, preamble, endOfDataSet, problems, meta, dataSet } = part10;
  return {
    sizeBytes,
    transferSyntaxUid,
    transferSyntaxName: transferSyntaxName(transferSyntaxUid),
    transferSyntaxGuessed,
    preamble,
    endOfDataSet: endOfDataSet ?? null,
    isSound,
    problems: problems.map((problem) => ({ ...problem, isDamage: isDamage(problem) })),
    ...headerElements([meta, dataSet]),
  };
}
