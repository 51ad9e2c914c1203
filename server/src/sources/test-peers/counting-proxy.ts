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
  /** From the first object that is asked for, the line is cut; lists go through. */
  cutAtFirstObject(): void;
  /** Breaks all connections for good once so many bytes of answers have gone through. */
  cutAfterBytes(bytes: number): void;
  close(): Promise<void>;
};

/** Stands between us and a real peer, counts which objects are asked for, and can break the line. */
export async function startCountingProxy(peerUrl: string): Promise<CountingProxy> {
  const peer = new URL(peerUrl);
  const open = new Set<Socket>();
  const fetched: string[] = [];
  const line = { isCut: false, beforeObjects: false, bytesLeft: Number.POSITIVE_INFINITY };
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
      for (const found of chunk.toString('latin1').matchAll(/^GET \S*\/instances\/([\d.]+) /gm))
        fetched.push(found[1] ?? '');
      if (line.beforeObjects && /^GET \S*\/instances\/[\d.]+ /m.test(chunk.toString('latin1'))) return cut();
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      line.bytesLeft -= chunk.length;
      if (line.bytesLeft < 0) return cut();
      client.write(chunk);
    });
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
      line.beforeObjects = false;
      line.bytesLeft = Number.POSITIVE_INFINITY;
    },
    cutAtFirstObject: () => {
      line.beforeObjects = true;
    },
    cutAfterBytes: (bytes) => {
      line.bytesLeft = bytes;
    },
    close: async () => {
      cut();
      server.close();
    },
  };
}
