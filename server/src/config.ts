import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { z } from 'zod';

export type ConfigRefusal = { code: 'config'; sentence: string };

/** One setting: its names, what it takes, what it means. docs/settings.md is made from this table. */
export type Setting<T = unknown> = {
  env: string;
  /** As an option of the command line, without the dashes. */
  flag?: string;
  schema: z.ZodType<T>;
  /** Ends the sentence "ECHOBACK_PORT must be …". */
  mustBe: string;
  description: string;
  /** What holds when nothing is said, in words where it is computed. */
  defaultText: string;
  secret?: true;
};

const yesNo = z.union([
  z.boolean(),
  z.enum(['true', 'yes', '1', 'false', 'no', '0']).transform((word) => ['true', 'yes', '1'].includes(word)),
]);
const portNumber = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(65_535));
const nonEmpty = z.string().trim().min(1);
const urlOf = (...protocols: string[]) =>
  nonEmpty.refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

export const settings = {
  dataFolder: {
    env: 'ECHOBACK_DATA',
    flag: 'data',
    schema: nonEmpty,
    mustBe: 'the path of a folder',
    description: 'Folder of the embedded database, the pictures and echoback.json. One Echoback at a time owns it.',
    defaultText: './data',
  },
  host: {
    env: 'ECHOBACK_HOST',
    flag: 'host',
    schema: nonEmpty,
    mustBe: 'an address of this machine',
    description: 'Address to listen on. Anything but loopback needs a declared proxy that speaks TLS.',
    defaultText: '127.0.0.1',
  },
  port: {
    env: 'ECHOBACK_PORT',
    flag: 'port',
    schema: portNumber,
    mustBe: 'a whole number from 0 to 65535',
    description: 'Port to listen on; 0 takes any free one.',
    defaultText: '8460',
  },
  behindTlsProxy: {
    env: 'ECHOBACK_BEHIND_TLS_PROXY',
    schema: yesNo,
    mustBe: 'true or false',
    description: 'Declares that a proxy in front speaks TLS with browsers; its X-Forwarded headers are then believed.',
    defaultText: 'false',
  },
  publicUrl: {
    env: 'ECHOBACK_PUBLIC_URL',
    schema: urlOf('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    mustBe: 'an address that begins with https:// (http:// only on loopback)',
    description: 'Address under which patients reach the portal; links in mails begin with it.',
    defaultText: 'http:// with the address and port it listens on',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    schema: urlOf('postgres:', 'postgresql:'),
    mustBe: 'an address that begins with postgresql://',
    description: 'A PostgreSQL 15 or newer to use instead of the embedded one.',
    defaultText: 'the embedded PostgreSQL in the data folder',
    secret: true,
  },
  smtpUrl: {
    env: 'SMTP_URL',
    schema: urlOf('smtp:', 'smtps:'),
    mustBe: 'an address that begins with smtp:// or smtps://',
    description: 'Mail server that takes codes, links and letters. In the demo, mail lies on the outbox page instead.',
    defaultText: 'none, which only the demo may do without',
    secret: true,
  },
  mailFrom: {
    env: 'ECHOBACK_MAIL_FROM',
    schema: nonEmpty.regex(/@/),
    mustBe: 'a mail address',
    description: 'Sender of all mail.',
    defaultText: 'echoback@ and the host of the public address',
  },
  demo: {
    env: 'ECHOBACK_DEMO',
    flag: 'demo',
    schema: yesNo,
    mustBe: 'true or false',
    description: 'The demo facility: made studies, a generated staff password, an outbox page. Loopback only.',
    defaultText: 'true when neither echoback.json nor a public address, database or mail server is given',
  },
  testClock: {
    env: 'ECHOBACK_TEST_CLOCK',
    schema: z.iso.datetime({ offset: true }),
    mustBe: 'an instant such as 2026-03-01T09:00:00Z',
    description: 'Instant at which the clock starts; only in the demo, to see what happens when days go by.',
    defaultText: 'the clock of the machine',
  },
  ffmpegPath: {
    env: 'ECHOBACK_FFMPEG',
    schema: nonEmpty,
    mustBe: 'the path of the program',
    description: 'The ffmpeg that makes clips.',
    defaultText: 'ffmpeg of the PATH, else the one that npm installed',
  },
  timeZone: {
    env: 'ECHOBACK_TIME_ZONE',
    schema: nonEmpty.refine(isTimeZone),
    mustBe: 'an IANA time zone such as America/Chicago',
    description: "The facility's time zone: it decides which calendar day a request was received on.",
    defaultText: 'the zone of the machine',
  },
  logLevel: {
    env: 'ECHOBACK_LOG_LEVEL',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    mustBe: 'fatal, error, warn, info, debug or silent',
    description: 'How much is logged. No level logs names, codes or addresses of people.',
    defaultText: 'info',
  },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
type Given = { [Name in SettingName]?: z.output<(typeof settings)[Name]['schema']> };

export type Config = {
  dataFolder: string;
  host: string;
  port: number;
  behindTlsProxy: boolean;
  publicUrl: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  demo: boolean;
  testClock: Date | undefined;
  ffmpegPath: string | undefined;
  timeZone: string;
  logLevel: z.output<typeof settings.logLevel.schema>;
};

const names = Object.keys(settings) as SettingName[];
const configFileName = 'echoback.json';

/** Settings from the command line, else the environment, else `<data>/echoback.json`, else their defaults. */
export function readConfig(
  env: Record<string, string | undefined>,
  argv: readonly string[],
): Outcome<Config, ConfigRefusal> {
  const flags = readFlags(argv);
  if (!flags.ok) return flags;
  const variables = readEnvironment(env);
  if (!variables.ok) return variables;
  const said = { ...variables.value, ...flags.value };
  const dataFolder = path.resolve(said.dataFolder ?? './data');
  const file = readConfigFile(path.join(dataFolder, configFileName));
  if (!file.ok) return file;
  const given: Given = { ...file.value, ...said, dataFolder };
  return decideConfig(given, Object.keys(file.value).length > 0);
}

function readFlags(argv: readonly string[]): Outcome<Given, ConfigRefusal> {
  const given: Record<string, unknown> = {};
  for (let at = 0; at < argv.length; at++) {
    const [, flag, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? [];
    const name = names.find((each) => 'flag' in settings[each] && settings[each].flag === flag);
    if (!name) return no(`The option ${printable(argv[at])} is not known.`);
    // `--demo` alone means yes; every other option takes the next word.
    const text = inline ?? (name === 'demo' ? 'true' : argv[++at]);
    const parsed = settings[name].schema.safeParse(text);
    if (!parsed.success) return no(`The option --${flag} must be ${settings[name].mustBe}.`);
    given[name] = parsed.data;
  }
  return ok(given as Given);
}

function readEnvironment(env: Record<string, string | undefined>): Outcome<Given, ConfigRefusal> {
  const given: Record<string, unknown> = {};
  for (const name of names) {
    const setting: Setting = settings[name];
    const text = env[setting.env];
    if (text === undefined || text === '') continue;
    const parsed = setting.schema.safeParse(text);
    if (!parsed.success) return no(`The environment variable ${setting.env} must be ${setting.mustBe}.`);
    given[name] = parsed.data;
  }
  return ok(given as Given);
}

function readConfigFile(file: string): Outcome<Given, ConfigRefusal> {
  if (!existsSync(file)) return ok({});
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    return no(`The settings in ${file} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (fault) {
    return no(`The settings in ${file} are damaged at line ${lineOfFault(text, fault)}: that is not JSON.`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return no(`The settings in ${file} are damaged at line 1: they must be one JSON object.`);
  }
  return readFileSettings(file, text, content);
}

function readFileSettings(file: string, text: string, content: object): Outcome<Given, ConfigRefusal> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(content)) {
    const where = `"${printable(name)}" in ${file}, line ${lineOfKey(text, name)},`;
    const setting = Object.hasOwn(settings, name) ? settings[name as SettingName] : undefined;
    if (!setting || name === 'dataFolder') return no(`The setting ${where} is not known.`);
    const parsed = setting.schema.safeParse(value);
    if (!parsed.success) return no(`The setting ${where} must be ${setting.mustBe}.`);
    given[name] = parsed.data;
  }
  return ok(given as Given);
}

/** Node says "(line 3 column 7)" in most faults; one at the end of the text names no place. */
function lineOfFault(text: string, fault: unknown): number {
  const message = fault instanceof Error ? fault.message : '';
  return Number(/line (\d+)/.exec(message)?.[1] ?? text.trimEnd().split('\n').length);
}

function lineOfKey(text: string, name: string): number {
  const at = text.indexOf(JSON.stringify(name));
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}

function decideConfig(given: Given, hasFile: boolean): Outcome<Config, ConfigRefusal> {
  const configured = hasFile || !!(given.databaseUrl ?? given.smtpUrl ?? given.publicUrl);
  const demo = given.demo ?? !configured;
  const host = given.host ?? '127.0.0.1';
  const port = given.port ?? 8460;
  const behindTlsProxy = given.behindTlsProxy ?? false;
  const publicUrl = given.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const config: Config = {
    dataFolder: given.dataFolder ?? './data',
    host,
    port,
    behindTlsProxy,
    publicUrl,
    databaseUrl: given.databaseUrl,
    smtpUrl: given.smtpUrl,
    mailFrom: given.mailFrom ?? `Echoback <echoback@${new URL(publicUrl).hostname}>`,
    demo,
    testClock: given.testClock === undefined ? undefined : new Date(given.testClock),
    ffmpegPath: given.ffmpegPath,
    timeZone: given.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    logLevel: given.logLevel ?? 'info',
  };
  const unsafe = unsafeSetting(config, given);
  return unsafe ? no(unsafe) : ok(config);
}

/** S11.2, S11.3: unsafe settings refuse to start with one sentence. */
function unsafeSetting(config: Config, given: Given): string | undefined {
  if (config.demo && !isLoopback(config.host)) {
    return 'The demo facility listens on loopback only: leave ECHOBACK_HOST out, or set ECHOBACK_DEMO=false.';
  }
  if (!isLoopback(config.host) && !config.behindTlsProxy) {
    return `Echoback listens on ${printable(config.host)} only behind a proxy that speaks TLS: set ECHOBACK_BEHIND_TLS_PROXY=true when there is one.`;
  }
  if (config.behindTlsProxy && !given.publicUrl) {
    return 'Behind a proxy ECHOBACK_PUBLIC_URL is needed: links in mails begin with it.';
  }
  const { protocol, hostname } = new URL(config.publicUrl);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return `ECHOBACK_PUBLIC_URL must be ${settings.publicUrl.mustBe}.`;
  }
  if (!config.demo && !config.smtpUrl) {
    return 'SMTP_URL is needed outside the demo: codes and links go by mail.';
  }
  if (config.testClock && !config.demo) {
    return 'ECHOBACK_TEST_CLOCK moves legal deadlines and is for the demo only.';
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isTimeZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

function printable(text: string | undefined): string {
  return (text ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function no(sentence: string): { ok: false; refusal: ConfigRefusal } {
  return refuse({ code: 'config', sentence });
}
