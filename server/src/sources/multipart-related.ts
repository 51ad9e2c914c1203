import { Buffer } from 'node:buffer';

/** What a multipart answer broke; RFC 2046 section 5.1, RFC 2387. */
type MultipartProblem =
  | 'no-boundary'
  | 'preamble-too-long'
  | 'headers-too-long'
  | 'headers-unreadable'
  | 'boundary-unreadable'
  | 'missing-end';

export type PartHandler = {
  /** Header names are in lower case. A returned word ends the reading with it. */
  begin(headers: ReadonlyMap<string, string>): string | undefined;
  bytes(chunk: Uint8Array): Promise<void>;
};

export type MultipartReader = {
  /** Takes the next piece of the answer, however it was cut. */
  feed(chunk: Uint8Array): Promise<string | undefined>;
  /** To be asked when the answer has ended. */
  finish(): MultipartProblem | undefined;
};

/** RFC 2046 allows 70 characters; peers that use more are still harmless. */
const MAX_BOUNDARY_LENGTH = 200;
const MAX_PREAMBLE_BYTES = 16 * 1024;
const MAX_PART_HEADER_BYTES = 16 * 1024;
const CRLF = Buffer.from('\r\n');
const END_OF_HEADERS = Buffer.from('\r\n\r\n');

export function multipartBoundary(contentType: string): string | undefined {
  const found = /;\s*boundary=(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  return boundary && boundary.length <= MAX_BOUNDARY_LENGTH ? boundary : undefined;
}

type State = {
  stage: 'preamble' | 'boundary' | 'headers' | 'body' | 'epilogue';
  /** Bytes that can not be judged before more arrive: at most a boundary, or one part's headers. */
  held: Buffer;
  preambleBytes: number;
};

/**
 * Reads multipart/related as it arrives and keeps no more than a boundary or one part's headers, whatever the peer
 * sends. The boundary is found across chunks.
 */
export function readMultipart(boundary: string, part: PartHandler): MultipartReader {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it; a held line break makes it like the others.
  const state: State = { stage: 'preamble', held: CRLF, preambleBytes: 0 };
  return {
    feed: async (chunk) => {
      if (state.stage === 'epilogue') return undefined;
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let data = state.held.length === 0 ? piece : Buffer.concat([state.held, piece]);
      state.held = EMPTY;
      for (;;) {
        const step = await advance(state, data, delimiter, part);
        if (step.problem !== undefined) return step.problem;
        if (!step.goOn) {
          // A copy: the caller may reuse its chunk.
          state.held = Buffer.from(step.rest);
          return undefined;
        }
        data = step.rest;
      }
    },
    finish: () => (state.stage === 'epilogue' ? undefined : 'missing-end'),
  };
}

const EMPTY = Buffer.alloc(0);

type Step = { problem?: string | undefined; goOn: boolean; rest: Buffer };

const needMore = (rest: Buffer): Step => ({ goOn: false, rest });
const proceed = (rest: Buffer): Step => ({ goOn: true, rest });
const broken = (problem: string): Step => ({ problem, goOn: false, rest: EMPTY });

async function advance(state: State, data: Buffer, delimiter: Buffer, part: PartHandler): Promise<Step> {
  switch (state.stage) {
    case 'preamble':
      return skipPreamble(state, data, delimiter);
    case 'boundary':
      return afterBoundary(state, data);
    case 'headers':
      return partHeaders(state, data, part);
    case 'body':
      return partBody(state, data, delimiter, part);
    case 'epilogue':
      return needMore(EMPTY);
  }
}

function skipPreamble(state: State, data: Buffer, delimiter: Buffer): Step {
  const at = data.indexOf(delimiter);
  const skipped = at === -1 ? possibleStart(data, delimiter) : at;
  state.preambleBytes += skipped;
  if (state.preambleBytes > MAX_PREAMBLE_BYTES) return broken('preamble-too-long');
  if (at === -1) return needMore(data.subarray(skipped));
  state.stage = 'boundary';
  return proceed(data.subarray(at + delimiter.length));
}

/** Behind a boundary: `--` is the end, else blanks and a line break, then headers. */
function afterBoundary(state: State, data: Buffer): Step {
  if (data.length < 2) return needMore(data);
  if (data[0] === 0x2d && data[1] === 0x2d) {
    state.stage = 'epilogue';
    return needMore(EMPTY);
  }
  const lineEnd = data.indexOf(CRLF);
  const padding = data.subarray(0, lineEnd === -1 ? data.length : lineEnd);
  if (padding.length > MAX_BOUNDARY_LENGTH || !/^[ \t\r]*$/.test(padding.toString('latin1'))) {
    return broken('boundary-unreadable');
  }
  if (lineEnd === -1) return needMore(data);
  state.stage = 'headers';
  // The line break stays: a part without headers then looks like one with headers.
  return proceed(data.subarray(lineEnd));
}

function partHeaders(state: State, data: Buffer, part: PartHandler): Step {
  const end = data.indexOf(END_OF_HEADERS);
  if ((end === -1 ? data.length : end) > MAX_PART_HEADER_BYTES) return broken('headers-too-long');
  if (end === -1) return needMore(data);
  const headers = parseHeaders(data.subarray(0, end).toString('latin1'));
  if (!headers) return broken('headers-unreadable');
  const stop = part.begin(headers);
  if (stop !== undefined) return broken(stop);
  state.stage = 'body';
  return proceed(data.subarray(end + END_OF_HEADERS.length));
}

async function partBody(state: State, data: Buffer, delimiter: Buffer, part: PartHandler): Promise<Step> {
  const at = data.indexOf(delimiter);
  const sure = at === -1 ? possibleStart(data, delimiter) : at;
  if (sure > 0) await part.bytes(data.subarray(0, sure));
  if (at === -1) return needMore(data.subarray(sure));
  state.stage = 'boundary';
  return proceed(data.subarray(at + delimiter.length));
}

/** Where a delimiter could begin that the next chunk completes; the length of the data when it can not. */
function possibleStart(data: Buffer, delimiter: Buffer): number {
  const first = Math.max(0, data.length - delimiter.length + 1);
  for (let at = data.indexOf(0x0d, first); at !== -1; at = data.indexOf(0x0d, at + 1)) {
    if (delimiter.subarray(0, data.length - at).equals(data.subarray(at))) return at;
  }
  return data.length;
}

function parseHeaders(block: string): Map<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of block.split('\r\n')) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon < 1) return undefined;
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
