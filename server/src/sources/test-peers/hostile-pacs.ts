import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** How the hostile PACS answers when an object is asked for. */
export type Answer = (response: ServerResponse) => void;

export type HostilePacs = {
  baseUrl: string;
  studyInstanceUid: string;
  /** Adds an object to the list of the study. */
  lists(sopInstanceUid: string, answer: Answer): void;
  /** Answers everything, lists too, in this way. */
  answersAll(answer: Answer | undefined): void;
  requests: string[];
  close(): Promise<void>;
};

export const hostileStudy = '2.25.4242';
export const hostileSeries = '2.25.4243';

/** A small HTTP server that speaks DICOMweb as wrongly as a test wants. */
export async function startHostilePacs(studyInstanceUid = hostileStudy): Promise<HostilePacs> {
  const studyRow = { '0020000D': { vr: 'UI', Value: [studyInstanceUid] } };
  const objects = new Map<string, Answer>();
  const requests: string[] = [];
  let all: Answer | undefined;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    if (all) return all(response);
    const asked = /\/instances\/([\d.]+)$/.exec(url)?.[1];
    if (asked) return (objects.get(asked) ?? gone)(response);
    const offset = Number(/offset=(\d+)/.exec(url)?.[1] ?? 0);
    const rows = /\/instances\?/.test(url)
      ? [...objects.keys()].slice(offset).map((uid) => ({ ...listedRow(uid), ...studyRow }))
      : [studyRow].slice(offset);
    response.writeHead(200, { 'content-type': 'application/dicom+json' }).end(JSON.stringify(rows));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/dicom-web`,
    studyInstanceUid,
    lists: (uid, answer) => void objects.set(uid, answer),
    answersAll: (answer) => {
      all = answer;
    },
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const boundary = 'hostile';
const multipart = { 'content-type': `multipart/related; type="application/dicom"; boundary=${boundary}` };
const head = `--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`;

export function object(bytes: Uint8Array): Answer {
  return (response) => {
    response.writeHead(200, multipart);
    response.write(head);
    response.write(bytes);
    response.end(`\r\n--${boundary}--\r\n`);
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => void response.writeHead(code, headers).end();
}

export const gone: Answer = status(404);

/** Never says a word. */
export const silence: Answer = () => {};

/** A part that never ends. */
export const endless: Answer = (response) => {
  response.writeHead(200, multipart);
  response.write(head);
  const piece = Buffer.alloc(64 * 1024, 0x41);
  const more = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** Part headers that never end. */
export const endlessHeaders: Answer = (response) => {
  response.writeHead(200, multipart);
  response.write(`--${boundary}\r\n`);
  const more = () => {
    while (!response.destroyed && response.write(`X-Filler: ${'x'.repeat(1000)}\r\n`));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** The last boundary is missing, though the HTTP answer is whole. */
export function withoutEnd(bytes: Uint8Array): Answer {
  return (response) => {
    response.writeHead(200, multipart);
    response.write(head);
    response.end(bytes);
  };
}

export function twoParts(bytes: Uint8Array): Answer {
  return (response) => {
    response.writeHead(200, multipart);
    for (let part = 0; part < 2; part++) {
      response.write(head);
      response.write(bytes);
      response.write('\r\n');
    }
    response.end(`--${boundary}--\r\n`);
  };
}

/** More promised than sent, then the line breaks. */
export function brokenOff(bytes: Uint8Array): Answer {
  return (response) => {
    response.writeHead(200, { ...multipart, 'content-length': String(bytes.length + 10_000) });
    response.write(head);
    response.write(bytes, () => response.destroy());
  };
}

export const loginPage: Answer = (response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in</html>');

function listedRow(sopInstanceUid: string): object {
  return {
    '0020000E': { vr: 'UI', Value: [hostileSeries] },
    '00080018': { vr: 'UI', Value: [sopInstanceUid] },
    '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.6.1'] },
  };
}
