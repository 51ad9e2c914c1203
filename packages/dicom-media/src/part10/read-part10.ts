import { type Outcome, ok, refuse } from '../outcome.ts';
import { LARGE_VALUES, readBehindHeader } from './behind-header.ts';
import type { DataSet } from './element.ts';
import { fileStart, PREFIX_END, type Preamble } from './file-start.ts';
import type { ReadAt } from './fragments.ts';
import { MAX_ELEMENTS, MAX_HEADER_BYTES, MAX_INFLATED_BYTES, MAX_INSTANCE_BYTES } from './limits.ts';
import { note, type Problem } from './problem.ts';
import { readElements } from './read-elements.ts';
import { readMeta, transferSyntaxOf } from './read-meta.ts';
import { type GrowingDataSet, newWalk, type Walk } from './walk.ts';

/** Gives at most `maxOutputBytes` of the raw-deflate stream; `complete` is false when there is more or it is broken. */
export type Inflate = (deflated: Uint8Array, maxOutputBytes: number) => { bytes: Uint8Array; complete: boolean };

export type Part10Options = {
  /** Size of the whole file when `bytes` is only its start. */
  totalBytes?: number;
  /** Reads the rest of the file when it is needed; without it a window that is too small is refused. */
  readAt?: ReadAt;
  /** Leaves out everything from the pixels (or the encapsulated document) on: the end is then not checked. */
  stopAtPixelData?: boolean;
  /** Needed for the one deflated transfer syntax only. */
  inflate?: Inflate;
  maxInflatedBytes?: number;
};

export type Part10 = {
  preamble: Preamble;
  /** Group 0002; without elements when the file has none. */
  meta: DataSet;
  transferSyntaxUid: string;
  transferSyntaxGuessed: boolean;
  dataSet: DataSet;
  dataSetStart: number;
  /** True when offsets count in the inflated data set instead of the file. */
  inflated: boolean;
  /** First byte behind the data set; undefined when that was not looked at or could not be found. */
  endOfDataSet: number | undefined;
  problems: Problem[];
};

export type Part10Refusal =
  | { code: 'not-dicom'; detail: string }
  /** Come again with at least this many bytes from the start of the file. */
  | { code: 'needs-more-bytes'; atLeast: number };

/**
 * Reads a DICOM file as it is found in the world: with or without preamble, meta header and transfer syntax, whole or
 * by its first bytes. What could be read comes back with what was wrong and where; the caller decides with `isDamage`
 * between use and quarantine. Never throws for what the bytes say.
 */
export function readPart10(bytes: Uint8Array, options: Part10Options = {}): Outcome<Part10, Part10Refusal> {
  const totalBytes = options.totalBytes ?? bytes.length;
  let window = bytes.length > totalBytes ? bytes.subarray(0, totalBytes) : bytes;
  while (true) {
    const reading = readWindow(window, totalBytes, options);
    if (reading.ok || reading.refusal.code !== 'needs-more-bytes' || !options.readAt) return reading;
    const larger = Math.min(window.length * 4, MAX_HEADER_BYTES);
    const wanted = Math.min(totalBytes, Math.max(reading.refusal.atLeast, larger));
    const grown = options.readAt(0, wanted);
    if (grown.length <= window.length) return readWindow(grown, grown.length, options);
    window = grown;
  }
}

function readWindow(bytes: Uint8Array, totalBytes: number, options: Part10Options): Outcome<Part10, Part10Refusal> {
  const problems: Problem[] = [];
  if (bytes.length < Math.min(PREFIX_END, totalBytes)) return refuse({ code: 'needs-more-bytes', atLeast: PREFIX_END });
  if (totalBytes > MAX_INSTANCE_BYTES) note(problems, 'file-too-large', 0, `${totalBytes} bytes`);
  const start = fileStart(bytes, problems);
  if (!start) return refuse({ code: 'not-dicom', detail: 'no prefix and no plausible first element' });
  const budget = { elements: MAX_ELEMENTS };
  const meta = readMeta(bytes, totalBytes, start, problems, budget);
  if ('upTo' in meta) return refuse({ code: 'needs-more-bytes', atLeast: meta.upTo });
  const syntax = transferSyntaxOf(meta.dataSet, bytes, meta.end, problems);
  const found: Part10 = {
    preamble: start.preamble,
    meta: meta.dataSet,
    transferSyntaxUid: syntax.uid,
    transferSyntaxGuessed: syntax.guessed,
    dataSet: meta.dataSet,
    dataSetStart: meta.end,
    inflated: syntax.encoding.deflated,
    endOfDataSet: undefined,
    problems,
  };
  if (meta.damaged) return ok({ ...found, dataSet: { ...meta.dataSet, elements: new Map() } });
  if (syntax.encoding.deflated) return readDeflated(bytes, totalBytes, found, options, budget);
  return readDataSet({ bytes, totalBytes, at: meta.end, encoding: syntax.encoding, found, options, budget });
}

type DataSetJob = {
  bytes: Uint8Array;
  totalBytes: number;
  at: number;
  encoding: { explicit: boolean; littleEndian: boolean };
  found: Part10;
  options: Part10Options;
  budget: Walk['budget'];
};

function readDataSet(job: DataSetJob): Outcome<Part10, Part10Refusal> {
  const { bytes, totalBytes, at, encoding, found, options, budget } = job;
  const walk = newWalk(bytes, totalBytes, at, encoding, found.problems, budget);
  walk.stopAt = LARGE_VALUES;
  const dataSet = walk.levels[0]?.dataSet as GrowingDataSet;
  const end = readElements(walk);
  const read = { ...found, dataSet };
  if (end.kind === 'more') {
    if (end.upTo <= MAX_HEADER_BYTES) return refuse({ code: 'needs-more-bytes', atLeast: end.upTo });
    note(found.problems, 'header-too-large', walk.at, 'more than 64 MiB before the pixels');
    return ok(read);
  }
  if (walk.at - at > MAX_HEADER_BYTES) note(found.problems, 'header-too-large', walk.at, 'more than 64 MiB');
  const stopped = end.kind === 'large-value' && options.stopAtPixelData === true;
  if (end.kind === 'damage' || stopped) return ok(read);
  if (bytes.length < totalBytes && !options.readAt) return refuse({ code: 'needs-more-bytes', atLeast: totalBytes });
  return ok({ ...read, endOfDataSet: readBehindHeader(walk, end, throughWindow(bytes, options.readAt), dataSet) });
}

/** Everything through one door: the window where it suffices, else the caller's `readAt`. */
function throughWindow(bytes: Uint8Array, readAt: ReadAt | undefined): ReadAt {
  return (offset, length) => {
    if (offset + length <= bytes.length || !readAt) return bytes.subarray(offset, offset + length);
    return readAt(offset, length);
  };
}

function readDeflated(
  bytes: Uint8Array,
  totalBytes: number,
  found: Part10,
  options: Part10Options,
  budget: Walk['budget'],
): Outcome<Part10, Part10Refusal> {
  if (bytes.length < totalBytes) {
    if (totalBytes <= MAX_HEADER_BYTES) return refuse({ code: 'needs-more-bytes', atLeast: totalBytes });
    note(found.problems, 'inflated-too-large', found.dataSetStart, 'more than 64 MiB deflated');
    return ok({ ...found, dataSet: { ...found.meta, elements: new Map() } });
  }
  const limit = options.maxInflatedBytes ?? MAX_INFLATED_BYTES;
  const out = options.inflate?.(bytes.subarray(found.dataSetStart), limit);
  if (!out?.complete) {
    const tooLarge = out !== undefined && out.bytes.length >= limit;
    note(found.problems, tooLarge ? 'inflated-too-large' : 'inflate-failed', found.dataSetStart, `limit ${limit}`);
  }
  const inflated = out?.bytes ?? new Uint8Array(0);
  const { readAt: _outside, ...inside } = options;
  return readDataSet({
    bytes: inflated,
    totalBytes: inflated.length,
    at: 0,
    encoding: { explicit: true, littleEndian: true },
    found,
    options: inside,
    budget,
  });
}
