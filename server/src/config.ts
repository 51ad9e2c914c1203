import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { z } from 'zod';
import { type Setting, settings } from './settings.ts';

export type ConfigRefusal = { code: 'config'; sentence: string };

type SettingName = keyof typeof settings;
type Given = { [Name in SettingName]?: z.output<(typeof settings)[Name]['schema']> };

type ConfiguredFacility = { name: string; address: string[]; phone: string; privacyOfficerPhone: string };

export type Config = {
  dataFolder: string;
  host: string;
  port: number;
  behindTlsProxy: boolean;
  publicUrl: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  mailLimitMegabytes: number;
  supervisorEmail: string | undefined;
  demo: boolean;
  testClock: Date | undefined;
  ffmpegPath: string | undefined;
  oldPostgres: string | undefined;
  timeZone: string;
  /** Who answers; undefined in the demo, which has its own. */
  facility: ConfiguredFacility | undefined;
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
    mailLimitMegabytes: given.mailLimitMegabytes ?? 25,
    supervisorEmail: given.supervisorEmail,
    demo,
    testClock: given.testClock === undefined ? undefined : new Date(given.testClock),
    ffmpegPath: given.ffmpegPath,
    oldPostgres: given.oldPostgres,
    timeZone: given.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    facility: facilityOf(given),
    logLevel: given.logLevel ?? 'info',
  };
  const unsafe = unsafeSetting(config, given);
  return unsafe ? no(unsafe) : ok(config);
}

function facilityOf(given: Given): ConfiguredFacility | undefined {
  const { facilityName: name, facilityAddress, facilityPhone: phone, privacyOfficerPhone = phone } = given;
  if (!name || !facilityAddress || !phone || !privacyOfficerPhone) return undefined;
  const address = facilityAddress.split(';').map((line) => line.trim());
  return { name, address, phone, privacyOfficerPhone };
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
  if (!config.demo && !config.facility) {
    return 'Outside the demo ECHOBACK_FACILITY_NAME, ECHOBACK_FACILITY_ADDRESS and ECHOBACK_FACILITY_PHONE are needed: every letter must say who answers.';
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function printable(text: string | undefined): string {
  return (text ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function no(sentence: string): { ok: false; refusal: ConfigRefusal } {
  return refuse({ code: 'config', sentence });
}
