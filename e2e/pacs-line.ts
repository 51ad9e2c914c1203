import { once } from 'node:events';
import http from 'node:http';
import type { OrthancAddress } from '../scripts/peers/orthanc.ts';

/** The line from Echoback to the PACS, with a hand on it. */
export type PacsLine = {
  /** The DICOMweb root as Echoback is told it. */
  dicomwebUrl: string;
  /** Instances whose bytes were asked for, each time that they were. */
  fetched: string[];
  /** Takes the object out of the PACS after the next list of instances that names it, before that list goes on. */
  deleteOnceListed: (sopInstanceUid: string) => void;
  /** From now on objects wait this long before they are answered; lists do not. */
  slowDown: (waitMs: number) => void;
  close: () => void;
};

export async function layPacsLine(orthanc: OrthancAddress): Promise<PacsLine> {
  const peer = new URL(orthanc.dicomwebUrl);
  const fetched: string[] = [];
  const hand: { deleted: string | undefined; waitMs: number } = { deleted: undefined, waitMs: 0 };
  const server = http.createServer(async (request, response) => {
    const asked = /\/instances\/([\d.]+)(?:\?|$)/.exec(request.url ?? '')?.[1];
    if (asked) {
      fetched.push(asked);
      await new Promise((resolve) => setTimeout(resolve, hand.waitMs));
    }
    // Answers must come uncompressed: a list is read on its way.
    const { 'accept-encoding': _compressed, ...headers } = request.headers;
    const onward = http.request({ host: peer.hostname, port: peer.port, path: request.url, headers });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    onward.end();
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      const isList = /\/instances\?/.test(request.url ?? '');
      if (isList && hand.deleted) void passListOn(answer, response, orthanc, hand);
      else answer.pipe(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    dicomwebUrl: orthanc.dicomwebUrl.replace(peer.host, `127.0.0.1:${address.port}`),
    fetched,
    deleteOnceListed: (sopInstanceUid) => {
      hand.deleted = sopInstanceUid;
    },
    slowDown: (waitMs) => {
      hand.waitMs = waitMs;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function passListOn(
  answer: http.IncomingMessage,
  response: http.ServerResponse,
  orthanc: OrthancAddress,
  hand: { deleted: string | undefined },
): Promise<void> {
  const list = Buffer.concat(await answer.toArray());
  if (hand.deleted && list.includes(hand.deleted)) {
    const gone = hand.deleted;
    hand.deleted = undefined;
    await deleteInOrthanc(orthanc, gone);
  }
  response.end(list);
}

/** Orthanc's own number of an object. */
async function orthancIdOf(orthanc: OrthancAddress, sopInstanceUid: string): Promise<string> {
  const answer = await fetch(`${orthanc.url}tools/lookup`, { method: 'POST', body: sopInstanceUid });
  const found = (await answer.json()) as { ID: string; Type: string }[];
  const instance = found.find((one) => one.Type === 'Instance');
  if (!instance) throw new Error('Orthanc does not hold this object');
  return instance.ID;
}

/** The file as Orthanc keeps it. */
export async function fileInOrthanc(orthanc: OrthancAddress, sopInstanceUid: string): Promise<Buffer> {
  const answer = await fetch(`${orthanc.url}instances/${await orthancIdOf(orthanc, sopInstanceUid)}/file`);
  return Buffer.from(await answer.arrayBuffer());
}

async function deleteInOrthanc(orthanc: OrthancAddress, sopInstanceUid: string): Promise<void> {
  const id = await orthancIdOf(orthanc, sopInstanceUid);
  const answer = await fetch(`${orthanc.url}instances/${id}`, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`Orthanc did not delete the object: ${answer.status}`);
}
