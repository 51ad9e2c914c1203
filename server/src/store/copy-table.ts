import type { Socket } from 'node:net';
import type pg from 'pg';

/** The part of pg's connection that COPY needs and its types leave out. */
type CopyConnection = {
  stream: Socket;
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

/** What pg hands a query of our own; it calls these while the query is the active one. */
type Copying = {
  submit(connection: CopyConnection): void;
  handleError(fault: Error): void;
  handleReadyForQuery(): void;
  handleCommandComplete(): void;
  handleCopyInResponse?(connection: CopyConnection): void;
  handleCopyData?(message: { chunk: Buffer }): void;
};

/** Bytes that may wait for the receiving server before the sending one is asked to pause. */
const largestBacklogBytes = 4 * 1024 * 1024;

/** Streams `copy … to stdout` of one server into `copy … from stdin` of another, at the pace of the slower one. */
export async function copyBetween(
  from: pg.ClientBase,
  copyOut: string,
  to: pg.ClientBase,
  copyIn: string,
): Promise<void> {
  let sink: CopyConnection | undefined;
  let source: CopyConnection | undefined;
  const written = run(to, (settle) => ({
    submit: (connection) => connection.query(copyIn),
    ...settle,
    handleCopyInResponse: (connection) => {
      sink = connection;
      const read = run(from, (settleRead) => ({
        submit: (sourceConnection) => {
          source = sourceConnection;
          sourceConnection.query(copyOut);
        },
        ...settleRead,
        handleCopyData: ({ chunk }) => {
          // The driver reuses the memory of its messages.
          connection.sendCopyFromChunk(Buffer.from(chunk));
          if (connection.stream.writableLength > largestBacklogBytes) pause(source, connection);
        },
      }));
      read.then(
        () => connection.endCopyFrom(),
        () => connection.sendCopyFail('the source failed'),
      );
    },
  }));
  try {
    await written;
  } finally {
    source?.stream.resume();
    sink?.stream.resume();
  }
}

function pause(source: CopyConnection | undefined, sink: CopyConnection): void {
  if (!source || source.stream.isPaused()) return;
  source.stream.pause();
  sink.stream.once('drain', () => source.stream.resume());
}

type Settle = Pick<Copying, 'handleError' | 'handleReadyForQuery' | 'handleCommandComplete'>;

function run(client: pg.ClientBase, make: (settle: Settle) => Copying): Promise<void> {
  return new Promise((resolve, reject) => {
    let fault: Error | undefined;
    const copying = make({
      handleError: (error) => {
        fault = error;
        reject(error);
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => (fault ? reject(fault) : resolve()),
    });
    (client as unknown as { query(copying: Copying): void }).query(copying);
  });
}
