import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type CountingProxy = {
  /** The peer's address with the proxy's port in its place. */
  url: string;
  /** SOP Instance UIDs that were asked for, in order, each time that they were. */
  fetched: string[];
  /** From now on connections break, the ones that are open too. */
  cut(): void;
  restore(): void;
  /** The line is cut as soon as that many objects have been asked for from now on; lists go through. */
  cutAtObject(ordinal: number): void;
  close(): Promise<void>;
};

/** Stands between us and a real peer, counts which objects are asked for, and can break the line. */
export async function startCountingProxy(peerUrl: string): Promise<CountingProxy> {
  const peer = new URL(peerUrl);
  const open = new Set<Socket>();
  const fetched: string[] = [];
  const line = { isCut: false, objectsLeft: Number.POSITIVE_INFINITY };
  const cut = () => {
    line.isCut = true;
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    if (line.isCut) return client.destroy();
    const upstream = connect(Number(peer.port), peer.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      const asked = [...chunk.toString('latin1').matchAll(/^GET \S*\/instances\/([\d.]+) /gm)];
      fetched.push(...asked.map((found) => found[1] ?? ''));
      line.objectsLeft -= asked.length;
      if (line.objectsLeft <= 0) return cut();
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => void client.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: peerUrl.replace(peer.host, `127.0.0.1:${address.port}`),
    fetched,
    cut,
    restore: () => {
      line.isCut = false;
      line.objectsLeft = Number.POSITIVE_INFINITY;
    },
    cutAtObject: (ordinal) => {
      line.objectsLeft = ordinal;
    },
    close: async () => {
      cut();
      server.close();
    },
  };
}
