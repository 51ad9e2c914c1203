import type { ReadStream, WriteStream } from 'node:tty';

/** What a tool may know of the terminal it runs in; made in `main.ts`. */
export type Terminal = {
  /** The words behind the command. */
  args: readonly string[];
  /** Where relative paths start: the folder the person is in. */
  folder: string;
  /** `YYYY-MM-DD` in the machine's time zone. */
  today: string;
  /** From the environment; never from the argument list, which every user of the machine can read. */
  password: string | undefined;
  ffmpegPath: string | undefined;
  stdin: NodeJS.ReadStream | ReadStream;
  stdout: NodeJS.WriteStream | WriteStream;
  stderr: NodeJS.WriteStream | WriteStream;
  /** Aborted when the person stops the tool. */
  signal: AbortSignal;
};

/** All went well; nothing came of it or it was called wrongly; something came of it, and something was bad. */
export type ExitCode = 0 | 1 | 2;

export type Tool = (terminal: Terminal) => Promise<ExitCode>;
