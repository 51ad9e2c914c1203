import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

/** Fields that a log line may hold (S11.4). No names, dates of birth, numbers of persons, addresses, codes or tokens. */
type LogFields = {
  event: string;
  route?: string;
  status?: number;
  tookMs?: number;
  instance?: string;
  job?: string;
  id?: string;
  count?: number;
  bytes?: number;
  code?: string;
  fault?: string;
};

export type Logger = {
  info: (fields: LogFields) => void;
  warn: (fields: LogFields) => void;
  error: (fields: LogFields) => void;
};

/** Structured log lines made only from the allow-list above; what an exception says stays out unless it is a code. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const log: PinoLogger = destination ? pino({ level, base: null }, destination) : pino({ level, base: null });
  return {
    info: (fields) => log.info(allowed(fields)),
    warn: (fields) => log.warn(allowed(fields)),
    error: (fields) => log.error(allowed(fields)),
  };
}

/** What may be told of an exception: its class, code and place in our code, never its message. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const place = /\n\s+at (?:\S+ \()?(?:file:\/\/)?(\S*\/(?:server|packages)\/src\/\S+?)\)?(?:\n|$)/.exec(
    error.stack ?? '',
  )?.[1];
  const where = place?.replace(/^.*\/((?:server|packages)\/)/, '$1');
  return [error.name, typeof code === 'string' ? code : undefined, where].filter(Boolean).join(' ');
}

const allowedFields = [
  'event',
  'route',
  'status',
  'tookMs',
  'instance',
  'job',
  'id',
  'count',
  'bytes',
  'code',
  'fault',
] as const satisfies (keyof LogFields)[];

function allowed(fields: LogFields): LogFields {
  const kept: Record<string, unknown> = {};
  for (const name of allowedFields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept as LogFields;
}
